import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { AdmissionRule } from '@tongcheng/shared/venues/admission-rule';

const root = join(__dirname, '..', '..');
const below = (folder: string) => readdirSync(join(root, folder)).map((name) => `${folder}/${name}`);
const files = ['README.md', 'README.zh-CN.md', 'STYLE.md', 'CHANGELOG.md', ...below('docs'), ...below('docs/decisions')]
  .filter((path) => path.endsWith('.md'))
  .map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') }));

type Page = (typeof files)[number];

const deadLinks = ({ path, text }: Page): readonly string[] =>
  [...text.matchAll(/\]\(([^)#\s]+)[^)]*\)/g)]
    .map(([, to = '']) => to)
    .filter((to) => !/^[a-z]+:/.test(to) && !existsSync(join(root, dirname(path), to)))
    .map((to) => `${path} -> ${to}`);

const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
const deadCommands = ({ path, text }: Page): readonly string[] =>
  [...text.matchAll(/npm run\s+([a-z][\w:-]*)/g)]
    .map(([, name = '']) => name)
    .filter((name) => !(name in scripts))
    .map((name) => `${path}: npm run ${name}`);

test('the documents are seen, and each of their links and commands leads somewhere', () => {
  expect(files.length).toBeGreaterThan(80);
  expect(files.flatMap(deadLinks)).toEqual([]);
  expect(files.flatMap(deadCommands)).toEqual([]);
  const broken = { path: 'docs/x.md', text: 'See [here](nowhere.md) and `npm run nothing`.' };
  expect([...deadLinks(broken), ...deadCommands(broken)]).toEqual([
    'docs/x.md -> nowhere.md',
    'docs/x.md: npm run nothing',
  ]);
});

/** Of whoever follows the page, of the build or of the system: nowhere in the repository. */
const elsewhere = /^(?:\/|dist\/|pg_hba\.conf$|city\.json$)/;
const product = [
  'deploy',
  'tools',
  'tests',
  'shared',
  'cloudfunctions',
  'miniprogram',
  'console',
  'host',
  'city',
  'cities',
];
const folders = product.flatMap((room) =>
  readdirSync(join(root, room), { recursive: true, encoding: 'utf8' }).map((name) => `${room}/${name}`),
);
const everyPath = new Set([...readdirSync(root), ...below('docs'), ...folders]);
const isThere = (name: string) => everyPath.has(name) || [...everyPath].some((path) => path.endsWith(`/${name}`));
const deadFiles = ({ path, text }: Page): readonly string[] =>
  [...text.matchAll(/`([\w./-]+\.(?:tsx?|mjs|js|json|yml|md|service|timer|conf))`/g)]
    .map(([, name = '']) => name)
    .filter((name) => !elsewhere.test(name) && !isThere(name))
    .map((name) => `${path}: ${name}`);

test('pages that somebody follows to an installation name only files that there are', () => {
  const followed = [
    'first-installation',
    'deploy-servers',
    'two-hosts',
    'deploy-cloudbase',
    'mini-programs',
    'operations',
  ];
  const pages = files.filter(({ path }) => followed.some((name) => path === `docs/${name}.md`));
  expect(pages).toHaveLength(followed.length);
  expect(pages.flatMap(deadFiles)).toEqual([]);
  expect(deadFiles({ path: 'x', text: '`alerts.yml` and `text-session.weapp.ts`' })).toEqual([
    'x: text-session.weapp.ts',
  ]);
});

test('the architecture stands on one page, with a picture', () => {
  const page = files.find(({ path }) => path === 'docs/architecture.md')?.text ?? '';
  expect(page.split('\n').length).toBeLessThan(60);
  expect(page).toMatch(/```\n.*─.*```/s);
});

test('X-07 the rule in the guide to admission rules is one that a city’s file may hold', () => {
  const guide = files.find(({ path }) => path === 'docs/adding-an-admission-rule.md')?.text ?? '';
  const [, json = ''] = /```json\n(.*?)```/s.exec(guide) ?? [];
  const rule: unknown = JSON.parse(json, (key: string, value: unknown) =>
    key === 'from' || key === 'to' ? Date.parse(String(value)) : value,
  );
  expect(AdmissionRule.parse(rule)).toMatchObject({ mode: 'metro', testMaxAgeDays: 2 });
});

test('the changes name the version that every workspace has', () => {
  const version = /^## (\d+\.\d+\.\d+) /m.exec(readFileSync('CHANGELOG.md', 'utf8'))?.[1];
  const rooms = ['.', 'shared', 'cloudfunctions', 'miniprogram', 'console', 'host', 'city'];
  const versions = rooms.map((room) => JSON.parse(readFileSync(`${room}/package.json`, 'utf8')).version);
  expect(versions).toEqual(rooms.map(() => version));
});
