import { circles } from './circles';
import { emptyWords } from './empty-words';
import { hiddenOutside, hostZones } from './hidden-outside';
import { sourceOf as at, productOf, wholeTree } from './sources';
import { strayImports, strayPackages, unnamedCapabilities } from './stray-imports';
import { undocumented } from './undocumented';

const tree = wholeTree();
const house = productOf(tree);

describe('the house', () => {
  it('is seen at all: a guard that sees nothing passes', () => {
    expect(house.length).toBeGreaterThan(150);
    expect(house.reduce((sum, source) => sum + source.imports.length, 0)).toBeGreaterThan(400);
  });

  it('has no stray import', () => {
    expect(strayImports(house)).toEqual([]);
  });

  it('has no folder on a floor of capabilities that the order does not name', () => {
    expect(unnamedCapabilities(house)).toEqual([]);
  });

  it('has no circle of files, of types neither', () => {
    expect(tree.length).toBeGreaterThan(house.length + 200);
    expect(circles(tree)).toEqual([]);
  });

  it('knows no vendor in shared, ports, vault and edge', () => {
    expect(strayPackages(house)).toEqual([]);
  });

  it('has no hidden clock, chance or environment', () => {
    expect(hiddenOutside(house)).toEqual([]);
  });

  it('never asks which zone the host is in', () => {
    expect(hostZones(house)).toEqual([]);
  });

  it('names nothing by a word that says nothing', () => {
    expect(emptyWords(house)).toEqual([]);
  });

  it('gives the promise of each export in a doc comment', () => {
    expect(undocumented(house)).toEqual([]);
  });

  it('has no source file past the wall of 250 lines', () => {
    expect(house.filter((source) => source.text.split('\n').length > 251).map((source) => source.path)).toEqual([]);
  });
});

describe('the guard of the house has failed once', () => {
  it.each([
    ['shared/rides/ride-utils.ts', ''],
    ['shared/rides/feed.ts', 'export interface FeedItem {'],
    ['shared/rides/feed.ts', 'export const rememberedItems = 9;'],
    ['cloudfunctions/ports/clock.ts', 'export interface IClock {'],
    ['host/processes.ts', ''],
  ])('an empty word in %s: %s', (path, text) => {
    expect(emptyWords([{ path, text, imports: [] }])).toHaveLength(1);
  });

  it.each([
    ['shared/rides/decide.ts', "import x from '@tongcheng/cloudfunctions/ports/clock'"],
    ['cloudfunctions/app/rides/record.ts', "import x from '../../adapters/sqlite/open'"],
    ['cloudfunctions/app/identity/sign-in.ts', "import x from '../rides/scan-record'"],
    ['cloudfunctions/adapters/smtp/mailer.ts', "import x from '../sqlite/open'"],
    ['miniprogram/src/features/rides/scan.tsx', "import x from '../cards/list'"],
    ['miniprogram/src/features/rides/scan.tsx', "import x from '../../pages/scan/index'"],
    ['miniprogram/src/client/clock.ts', "import x from '../features/rides/scan-flow'"],
    ['miniprogram/src/ui/button.tsx', "import x from '../client/phone'"],
    ['miniprogram/src/platform/scan.ts', "import x from '../features/rides/scan-flow'"],
    ['console/src/features/rides/live.tsx', "import x from '@tongcheng/city/people'"],
    ['console/src/client/sessions.ts', "import x from '../features/reports/texts'"],
    ['console/src/ui/button.tsx', "import x from '../verification/feed'"],
    ['nowhere/x.ts', "import x from '../shared/ids'"],
    ['host/device/gate.ts', "import x from '../run-command'"],
    ['cloudfunctions/app/identity/sign-in.ts', "import x from '../coaches/departure-record'"],
    ['cloudfunctions/app/coaches/depart.ts', "import x from '../reports/records'"],
    ['cloudfunctions/app/unheard-of/depart.ts', "import x from '../venues/records'"],
    ['cloudfunctions/app/venues/list-venues.ts', "import x from '../unheard-of/record'"],
    ['cloudfunctions/app/identity/establish.ts', "import x from '../../vault/reveal'"],
    ['cloudfunctions/app/identity/establish.ts', "import x from '../../vault/make-vault'"],
    ['cloudfunctions/wiring/container.ts', "import x from '../vault/reveal'"],
    ['host/backup/backup.ts', "import x from '@tongcheng/cloudfunctions/vault/with-key'"],
    ['shared/venues/api.ts', "import type { X } from '../rides/wire'"],
    ['shared/venues/api.ts', "type X = import('../rides/wire').X"],
    ['shared/venues/api.ts', "const x = await import('../rides/wire')"],
    ['host/main.ts', "import x from '../tools/places.mjs'"],
  ])('a stray import in %s is named', (path, text) => {
    expect(strayImports([at(path, text)])).toHaveLength(1);
  });

  it.each([
    'cloudfunctions/app/unheard-of/depart.ts',
    'shared/unheard-of/api.ts',
    'miniprogram/src/features/unheard-of/screen.tsx',
    'console/src/features/unheard-of/section.tsx',
  ])('a capability that the order does not name, %s', (path) => {
    expect(unnamedCapabilities([at(path, '')])).toHaveLength(1);
    expect(unnamedCapabilities([at(path.replace('unheard-of', 'rides'), ''), at('shared/ids.ts', '')])).toEqual([]);
  });

  it.each([
    [{ 'shared/a.ts': "import type { B } from './b'", 'shared/b.ts': "import { a } from './a'" }],
    [{ 'shared/a.ts': "import './b'", 'shared/b.ts': "export * from './c'", 'shared/c.ts': "import('./a')" }],
    [{ 'shared/a.ts': "import { a } from './a'" }],
    [{ 'tests/a.ts': "import '@tongcheng/shared/b'", 'shared/b.ts': "import '../tests/a'" }],
    [{ 'm/a.ts': '', 'm/a.h5.ts': "import { b } from './b'", 'm/b.ts': "import { a } from './a'" }],
  ])('a circle of files: %j', (files) => {
    const all = Object.entries(files).map(([path, text]) => at(path, text));
    expect(circles(all)).toHaveLength(1);
    expect(circles(all.slice(0, -1))).toEqual([]);
  });

  it.each([
    ['shared/rides/decide.ts', "import x from 'node:crypto'"],
    ['cloudfunctions/ports/mailer.ts', "import x from 'nodemailer'"],
    ['host/device/gate.ts', "import x from 'fastify'"],
    ['cloudfunctions/vault/vault.ts', "import x from '@cloudbase/node-sdk'"],
  ])('a stray package in %s is named', (path, text) => {
    expect(strayPackages([at(path, text)])).toHaveLength(1);
  });

  it('an export without a promise is named; one of a documented paragraph and one that needs none are not', () => {
    const bare = 'const hidden = 1;\n\nexport const shown = 2;';
    expect(undocumented([at('shared/x.ts', bare)])).toEqual(['shared/x.ts:3 export const shown']);
    const told =
      '/** Both. */\nexport const one = 1;\nexport type One = typeof one;\n\nexport const op = endpoint({});';
    expect(undocumented([at('shared/x.ts', told)])).toEqual([]);
  });

  it.each([
    'at.getHours()',
    'at.setDate(1)',
    'at.toLocaleDateString()',
    'at.toDateString()',
    'new Intl.DateTimeFormat()',
    'new Date(2026, 0, 1)',
  ])('%s asks the host’s zone and is named', (text) => {
    expect(hostZones([at('host/clock.ts', `const x = ${text}`)])).toHaveLength(1);
    expect(hostZones([at('host/clock.ts', 'const x = at.getUTCHours() + new Date(at).toISOString()')])).toEqual([]);
  });

  it.each(['Date.now()', 'new Date()', 'Math.random()', 'process.env.HOME'])('%s in a rule is named', (text) => {
    expect(hiddenOutside([at('shared/rides/decide.ts', `const x = ${text}`)])).toHaveLength(1);
    expect(hiddenOutside([at('host/clock.ts', `const x = ${text}`)])).toHaveLength(0);
  });
});
