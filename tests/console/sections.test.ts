import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type OfficialRole, officialRoles, staffRoles } from '@tongcheng/shared/access';
import { endpoints } from '@tongcheng/shared/api';
import type { CityCapability } from '@tongcheng/shared/venues/capabilities';
import { officialRows, staffRows } from '../../console/src/client/access-rows';
import { isSeen, type Section } from '../../console/src/client/section';
import { sectionGroups } from '../../console/src/client/section-group-texts';
import { capabilitiesIn } from '../../console/src/client/use-cities';
import { byProvince } from '../../console/src/features/oversight/city-choice';
import { provinceName } from '../../console/src/features/oversight/province-texts';
import { sections } from '../../console/src/sections';
import { staffActions, staffActionsOf } from '../../console/src/verification/staff-actions';
import { accessRows, accessRowsPath } from '../../tools/access-rows.mjs';

const root = join(__dirname, '../..');
const rowsOf = (who: 'official' | 'staff') =>
  Object.fromEntries(
    endpoints.flatMap(({ name, access }) => (access.who === who && 'roles' in access ? [[name, access.roles]] : [])),
  );

test('the copied access rows are those of the endpoints, and the file is what the generator writes', () => {
  expect(officialRows).toEqual(rowsOf('official'));
  expect(staffRows).toEqual(rowsOf('staff'));
  expect(readFileSync(join(root, accessRowsPath), 'utf8')).toBe(accessRows([...endpoints]));
});

const seenBy = (roles: readonly OfficialRole[], capabilities: ReadonlySet<CityCapability> = new Set(['city'])) =>
  sections.filter((section) => isSeen(section, { roles: [...roles] }, capabilities)).map(({ path }) => path);

test.each([
  [
    'administrator',
    [
      '/morning',
      '/systems',
      '/live',
      '/refusals',
      '/quality',
      '/cards',
      '/reports',
      '/recipients',
      '/venues',
      '/terms',
      '/settings',
      '/access',
      '/officials',
      '/access-log',
      '/services',
      '/guide',
    ],
  ],
  [
    'bureau',
    [
      '/morning',
      '/systems',
      '/live',
      '/refusals',
      '/quality',
      '/cards',
      '/reports',
      '/recipients',
      '/appeals',
      '/venues',
      '/terms',
      '/settings',
      '/access',
      '/officials',
      '/services',
      '/guide',
    ],
  ],
  [
    'operator',
    [
      '/morning',
      '/systems',
      '/live',
      '/refusals',
      '/quality',
      '/cards',
      '/venues',
      '/terms',
      '/settings',
      '/access',
      '/guide',
    ],
  ],
  [
    'health',
    [
      '/morning',
      '/systems',
      '/live',
      '/refusals',
      '/quality',
      '/reports',
      '/appeals',
      '/terms',
      '/settings',
      '/access',
      '/guide',
    ],
  ],
  ['health-supervisor', ['/morning', '/systems', '/access', '/guide']],
  [
    'auditor',
    [
      '/morning',
      '/systems',
      '/live',
      '/refusals',
      '/quality',
      '/cards',
      '/reports',
      '/recipients',
      '/appeals',
      '/terms',
      '/settings',
      '/access',
      '/officials',
      '/access-log',
      '/services',
      '/guide',
    ],
  ],
] as const)('an official with the role %s sees the sections whose first endpoints they may call', (role, paths) => {
  expect(seenBy([role])).toEqual(paths);
});

test('several roles together see what any of them sees; no role sees the morning page, the systems and the guide alone', () => {
  expect(seenBy(['operator', 'health'])).toEqual([
    '/morning',
    '/systems',
    '/live',
    '/refusals',
    '/quality',
    '/cards',
    '/reports',
    '/appeals',
    '/venues',
    '/terms',
    '/settings',
    '/access',
    '/guide',
  ]);
  expect(seenBy([])).toEqual(['/morning', '/systems', '/guide']);
  expect(officialRoles).toHaveLength(6);
});

test.each([
  ['health', true],
  ['health-supervisor', true],
  ['bureau', true],
  ['administrator', false],
  ['operator', false],
  ['auditor', false],
] as const)('X-05 where a city traces, the role %s sees the cases: %s', (role, seen) => {
  const session = { roles: [role] };
  const paths = sections.filter((section) => isSeen(section, session, new Set(['city', 'tracing'] as const)));
  expect(paths.some(({ path }) => path === '/tracing')).toBe(seen);
});

test('L-06 where a city has coaches, whoever may see invitations sees the visitor codes of its stations', () => {
  const seers = officialRoles.filter((role) =>
    seenBy([role], new Set(['city', 'coaches'] as const)).includes('/visitor-codes'),
  );
  expect(seers).toEqual(['administrator', 'bureau', 'operator', 'auditor']);
});

test('paths are there once, and every section has both names', () => {
  const paths = sections.map(({ path }) => path);
  expect([...new Set(paths)]).toEqual(paths);
  for (const { name } of sections) expect([name.zh, name.en].every((text) => text.trim() !== '')).toBe(true);
});

test('every group of the menu has a section, and both names', () => {
  for (const [id, name] of Object.entries(sectionGroups)) {
    expect([id, sections.some(({ group }) => group === id)]).toEqual([id, true]);
    expect([name.zh, name.en].every((text) => text.trim() !== '')).toBe(true);
  }
});

/** Endpoint names that the files of a folder of features mention as one that is called or asked about. */
/** The files of a section: its folder and the folders in it that declare no section of their own. */
const filesOf = (folder: string): readonly string[] => {
  const here = readdirSync(join(root, folder), { withFileTypes: true });
  const files = here.filter(({ name }) => /\.tsx?$/.test(name) && !/^section\.ts/.test(name));
  const inner = here.filter((each) => each.isDirectory()).map(({ name }) => join(folder, name));
  const own = inner.filter((each) => !readdirSync(join(root, each)).some((name) => /^section\.tsx?$/.test(name)));
  return [...files.map(({ name }) => join(folder, name)), ...own.flatMap(filesOf)];
};

/** The shared pieces that a screen's texts import: what a piece calls, the screens with it call. */
const piecesIn = (texts: readonly string[]): readonly string[] =>
  [...new Set(texts.flatMap((text) => [...text.matchAll(/from '[./]+(\/ui\/[a-z-]+)'/g)].map(([, name]) => name)))].map(
    (name) => `console/src${name}`,
  );

const readPiece = (piece: string): string =>
  readFileSync(
    join(root, ['.tsx', '.ts'].map((end) => piece + end).find((file) => existsSync(join(root, file))) ?? piece),
    'utf8',
  );

const calledIn = (folder: string): readonly string[] => {
  const own = filesOf(folder).map((file) => readFileSync(join(root, file), 'utf8'));
  const texts = [...own, ...piecesIn(own).map(readPiece)];
  const names = texts.flatMap((text) => [...text.matchAll(/\b(?:call|may)\(\s*'([a-z.-]+)'/g)].map((hit) => hit[1]));
  // The hooks that load cities ask for their names; those of the official are loaded for every screen.
  const ofCities = /useCities(?:Query)?\(|\bcities\b[^}=]*\} = useOfficial\(\)/;
  if (texts.some((text) => ofCities.test(text))) names.push('venues.list-cities');
  return [...new Set(names.filter((name) => name !== undefined))].sort();
};

const declaredIn = (folder: string): readonly string[] => {
  const exported: Record<string, Section> = require(join(root, folder, 'section'));
  return Object.values(exported).flatMap(({ opensWith, calls = [] }) => [...opensWith, ...calls]);
};

const sectionFolders = readdirSync(join(root, 'console/src/features'), { recursive: true, encoding: 'utf8' })
  .filter((file) => /(^|\/)section\.tsx?$/.test(file))
  .map((file) => join('console/src/features', dirname(file)));

test('every section that a feature declares is in the list', () => {
  expect(sectionFolders.length).toBeGreaterThan(4);
  const declared = sectionFolders.flatMap((folder) => Object.values<Section>(require(join(root, folder, 'section'))));
  expect([...declared].sort((a, b) => (a.path < b.path ? -1 : 1))).toEqual(
    [...sections].sort((a, b) => (a.path < b.path ? -1 : 1)),
  );
});

test.each(sectionFolders)('%s declares each endpoint that its screens call, and no other', (folder) => {
  const open = new Set<string>(endpoints.filter(({ access }) => access.who === 'anyone').map(({ name }) => name));
  const declared = declaredIn(folder);
  expect(calledIn(folder).filter((name) => !open.has(name) && !declared.includes(name))).toEqual([]);
  expect(declared.filter((name) => !calledIn(join(folder)).includes(name))).toEqual([]);
});

test('what a section tells on the morning page comes from endpoints that it declares', () => {
  const topics = sections.filter(({ morning }) => morning !== 'nothing');
  expect(topics.length).toBeGreaterThan(4);
  for (const { path, morning, opensWith, calls = [] } of topics) {
    const asks: readonly string[] = morning === 'nothing' ? [] : morning.asks;
    expect([path, asks.filter((name) => ![...opensWith, ...calls].some((own) => own === name))]).toEqual([path, []]);
  }
});

test('a section of a capability is there where a city has it; a city that does not say has rides alone', () => {
  const coaches = { opensWith: ['rides.live-figures'], capability: 'coaches' } as const;
  const bureau = { roles: ['bureau' as const] };
  expect(isSeen(coaches, bureau, new Set(['city']))).toBe(false);
  expect(isSeen(coaches, bureau, new Set(['city', 'coaches']))).toBe(true);
  expect(isSeen(coaches, { roles: [] }, new Set(['coaches']))).toBe(false);
  expect(capabilitiesIn(['420100'], new Map())).toEqual(new Set(['city']));
});

test('the city switch has the cities by province', () => {
  expect(byProvince(['420100', '210100', '420200'])).toEqual([
    ['420000', ['420100', '420200']],
    ['210000', ['210100']],
  ]);
  expect([provinceName('420000').zh, provinceName('210000').en, provinceName('990000').zh]).toEqual([
    '湖北省',
    'Liaoning',
    '990000',
  ]);
});

test('staff have the actions whose endpoints they may call', () => {
  for (const role of staffRoles)
    expect(staffActionsOf(role).map(({ id }) => id)).toEqual(
      staffActions.filter(({ endpoint }) => rowsOf('staff')[endpoint]?.some((one) => one === role)).map(({ id }) => id),
    );
  expect(staffActionsOf('crew').map(({ id }) => id)).toEqual(['refuse', 'enter', 'check', 'let-on']);
  expect(new Set(staffActions.map(({ key }) => key)).size).toBe(staffActions.length);
});
