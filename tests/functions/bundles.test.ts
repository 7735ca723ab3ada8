import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { join } from 'node:path';
import * as z from 'zod';
import { builtFunctions, bundlesOf, codeBytes, contentsOf } from './artefacts';

const declared = readdirSync('cloudfunctions/functions')
  .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
  .map((file) => file.replace(/\.ts$/, ''))
  .sort();
const homes = ['cloudbase', 'servers', 'machine'];
const cases = homes.flatMap((home) => declared.map((name) => [home, name] as const));

/** What only some functions need, by what of it would be in the bundle, with those that may hold it. */
const only: Readonly<Record<string, readonly string[]>> = {
  'node_modules/pdfkit/': ['venues'],
  'node_modules/fontkit/': ['venues'],
  'noto-sans-sc': ['venues'],
  'node_modules/nodemailer/': ['daily-report'],
  'node_modules/yazl/': ['daily-report', 'rights'],
  'node_modules/officecrypto-tool/': ['daily-report'],
  'adapters/providers-http/real-name': ['identity', 'entries'],
  'adapters/providers-http/card-issuer': ['cards'],
};

/** What belongs to one home. */
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
    'adapters/cloudbase/',
    'adapters/postgres/',
    'node_modules/pg/',
    'node_modules/@cloudbase/',
    'node_modules/ali-oss/',
  ],
};

const Manifest = z.object({ main: z.literal('index.js'), dependencies: z.record(z.string(), z.string()) });

test('every function is built for every home', () => {
  expect(declared.length).toBeGreaterThan(5);
  for (const home of homes) expect([...builtFunctions(home)].sort()).toEqual(declared);
});

describe.each(cases)('%s/%s', (home, name) => {
  const { sources, beside } = contentsOf(home, name);
  const holds = (what: string) => sources.filter((source) => source.includes(what));

  it('lies flat: index.js, its manifest and files beside it, no folder', () => {
    const entries = readdirSync(join(bundlesOf(home), name), { withFileTypes: true });
    expect(entries.filter((entry) => entry.isDirectory())).toEqual([]);
    expect(existsSync(join(bundlesOf(home), name, 'index.js'))).toBe(true);
  });

  it('is under 2 MB of code', () => {
    expect(codeBytes(home, name)).toBeGreaterThan(50_000);
    expect(codeBytes(home, name)).toBeLessThan(2_000_000);
  });

  it('holds its own use cases and nothing that only other functions need', () => {
    expect(holds('cloudfunctions/vault/')).not.toEqual([]);
    for (const [what, may] of Object.entries(only)) if (!may.includes(name)) expect(holds(what)).toEqual([]);
  });

  it('holds no adapter of another home', () => {
    for (const what of foreign[home] ?? []) expect(holds(what)).toEqual([]);
  });

  it('expects beside it only what its manifest names', () => {
    const manifest = Manifest.parse(JSON.parse(readFileSync(join(bundlesOf(home), name, 'package.json'), 'utf8')));
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
