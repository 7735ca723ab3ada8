import { sameNamedExports } from './same-named-exports';
import { sourceOf, wholeTree } from './sources';

const product = wholeTree().filter(
  ({ path }) =>
    /^(shared|cloudfunctions|miniprogram\/src|console|host|city|tools)\//.test(path) &&
    /(?<!\.d)\.(tsx?|mjs)$/.test(path),
);

const twice = (first: string, second: string, declaration: string) =>
  sameNamedExports([sourceOf(first, declaration), sourceOf(second, declaration)]);

it('one name of an export means one thing in the whole product', () => {
  expect(product.length).toBeGreaterThan(500);
  expect(sameNamedExports(product)).toEqual([]);
});

describe('the guard of names has failed once', () => {
  it.each([
    ['host/health.ts', 'cloudfunctions/ports/health.ts', 'export interface HealthStatus {}'],
    ['shared/rides/a.ts', 'shared/venues/b.ts', 'export const readCursor = 1;'],
    ['shared/rides/a.ts', 'city/b.ts', 'export const { readCursor } = both;'],
    ['cloudfunctions/app/rides/record-scan.ts', 'city/record-scan.ts', 'export function recordScan() {}'],
    ['cloudfunctions/app/rides/list-devices.ts', 'shared/devices/api.ts', 'export const listDevices = 1;'],
    ['cloudfunctions/adapters/sqlite/a.ts', 'cloudfunctions/adapters/sqlite/b.ts', 'export const encode = 1;'],
    ['cloudfunctions/adapters/sqlite/a.ts', 'cloudfunctions/app/rides/a.ts', 'export const encode = 1;'],
    ['console/src/ui/a.tsx', 'miniprogram/src/ui/b.tsx', 'export const Tone = 1;'],
    ['console/src/ui/a.tsx', 'console/src/client/a.tsx', 'export const Tone = 1;'],
    ['cloudfunctions/functions/rides.ts', 'host/main.ts', 'export const main = 1;'],
  ])('%s and %s: %s', (first, second, declaration) => {
    expect(twice(first, second, declaration)).toHaveLength(1);
  });

  it.each([
    ['miniprogram/src/platform/a.ts', 'miniprogram/src/platform/a.h5.ts', 'export const speak = 1;'],
    ['cloudfunctions/app/rides/history.ts', 'shared/rides/api.ts', 'export const history = 1;'],
    ['cloudfunctions/adapters/sqlite/rows.ts', 'cloudfunctions/adapters/postgres/rows.ts', 'export const decode = 1;'],
    ['cloudfunctions/functions/rides.ts', 'cloudfunctions/functions/venues.ts', 'export const main = 1;'],
    ['console/src/ui/field.tsx', 'miniprogram/src/ui/field.tsx', 'export const Field = 1;'],
    ['shared/rides/a.ts', 'shared/venues/b.ts', "export { readCursor } from './cursor';"],
    ['shared/rides/a.ts', 'shared/venues/b.ts', 'export default function page() {}'],
  ])('%s and %s may both say: %s', (first, second, declaration) => {
    expect(twice(first, second, declaration)).toEqual([]);
  });
});
