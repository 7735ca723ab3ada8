import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { join } from 'node:path';
import * as z from 'zod';
import { builtFunctions, bundlesOf, codeBytes, contentsOf } from './artefacts';

const declared = readdirSync('cloudfunctions/functions')
  .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
  .map((file) => file.replace(/\.ts$/, ''))
  .sort();
const targets = ['cloudbase', 'servers', 'machine'];
const cases = targets.flatMap((target) => declared.map((name) => [target, name] as const));

/** What only some functions need, by what of it would be in the bundle, with those that may hold it. */
const only: Readonly<Record<string, readonly string[]>> = {
  'node_modules/pdfkit/': ['venues'],
  'node_modules/fontkit/': ['venues'],
  'noto-sans-sc': ['venues'],
  'node_modules/nodemailer/': ['daily-report'],
  'adapters/wechat/service-messages': ['daily-report'],
  'app/workbooks/zip-stream': ['daily-report', 'rights'],
  'app/reports/protection/compound-file': ['daily-report'],
  'adapters/providers-http/real-name': ['identity', 'entries', 'passes'],
  'adapters/providers-http/card-issuer': ['cards'],
  'adapters/providers-http/face-check': ['identity', 'passes'],
  'adapters/providers-http/status-feed': ['card-sets'],
  'adapters/gtfs/': ['tracing', 'daily-report'],
};

/** What belongs to one target. */
const foreign: Readonly<Record<string, readonly string[]>> = {
  cloudbase: [
    'adapters/sqlite/',
    'adapters/postgres/',
    'adapters/disk/',
    'adapters/key-file/open-key-file',
    'node_modules/pg/',
  ],
  servers: ['adapters/cloudbase/', 'node_modules/@cloudbase/'],
  machine: [
    'adapters/tencent/',
    'adapters/gb38963/',
    'adapters/oss/',
    'adapters/cloudbase/',
    'adapters/postgres/',
    'node_modules/pg/',
    'node_modules/@cloudbase/',
    'node_modules/ali-oss/',
  ],
};

/** Whoever is answered waits while a function is loaded; nobody waits for the timer's, which speaks with mail, platforms and feeds. */
const mostCode = (name: string): number => (name === 'daily-report' ? 2_900_000 : 2_100_000);

const Manifest = z.object({ main: z.literal('index.js'), dependencies: z.record(z.string(), z.string()) });

test('every function is built for every target', () => {
  expect(declared.length).toBeGreaterThan(5);
  for (const target of targets) expect([...builtFunctions(target)].sort()).toEqual(declared);
});

describe.each(cases)('%s/%s', (target, name) => {
  const { sources, beside } = contentsOf(target, name);
  const holds = (what: string) => sources.filter((source) => source.includes(what));

  it('lies flat: index.js, its manifest and files beside it, no folder', () => {
    const entries = readdirSync(join(bundlesOf(target), name), { withFileTypes: true });
    expect(entries.filter((entry) => entry.isDirectory())).toEqual([]);
    expect(existsSync(join(bundlesOf(target), name, 'index.js'))).toBe(true);
  });

  it(`is under ${mostCode(name) / 1_000_000} MB of code`, () => {
    expect(codeBytes(target, name)).toBeGreaterThan(50_000);
    expect(codeBytes(target, name)).toBeLessThan(mostCode(name));
  });

  it('holds its own use cases and nothing that only other functions need', () => {
    expect(holds('cloudfunctions/vault/')).not.toEqual([]);
    for (const [what, may] of Object.entries(only)) if (!may.includes(name)) expect(holds(what)).toEqual([]);
  });

  it('holds no adapter of another target', () => {
    for (const what of foreign[target] ?? []) expect(holds(what)).toEqual([]);
  });

  it('expects beside it only what its manifest names', () => {
    const manifest = Manifest.parse(JSON.parse(readFileSync(join(bundlesOf(target), name, 'package.json'), 'utf8')));
    const own = (path: string) => !path.startsWith('node:') && !builtinModules.includes(path.split('/')[0] ?? '');
    const optional = ['proxy-agent', 'pg-native', 'pg-cloudflare'];
    const needed = [...new Set(beside.filter((path) => own(path) && !optional.includes(path)))];
    expect(needed.sort()).toEqual(Object.keys(manifest.dependencies).sort());
  });
});

test('what only some functions need is where it is needed, so that the guard above can fail', () => {
  for (const [what, may] of Object.entries(only))
    for (const name of may)
      expect([what, name, contentsOf('machine', name).sources.some((source) => source.includes(what))]).toEqual([
        what,
        name,
        true,
      ]);
});
