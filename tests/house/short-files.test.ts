import { shortFileFaults } from './short-files';
import { productOf, sourceOf, wholeTree } from './sources';

const product = productOf(wholeTree());
const short = 'export const minutes = 5;\n';

it('a file of fewer than fifteen lines joins what it serves, or has a reason', () => {
  expect(product.length).toBeGreaterThan(500);
  expect(shortFileFaults(product)).toEqual([]);
});

describe('the guard of short files has failed once', () => {
  it.each(['shared/rides/minutes.ts', 'cloudfunctions/app/rides/minutes.ts', 'host/minutes.ts', 'city/minutes.ts'])(
    '%s without a reason',
    (path) => {
      expect(shortFileFaults([...product, sourceOf(path, short)])).toHaveLength(1);
      expect(shortFileFaults([...product, sourceOf(path, `${short.repeat(15)}`)])).toEqual([]);
    },
  );

  it.each([
    'cloudfunctions/ports/minutes.ts',
    'shared/rides/rules/minutes.ts',
    'miniprogram/src/pages/minutes/index.tsx',
  ])('%s has the reason of its kind', (path) => {
    expect(shortFileFaults([...product, sourceOf(path, short)])).toEqual([]);
  });

  it('a reason whose file has grown or gone', () => {
    expect(shortFileFaults(product.filter(({ path }) => path !== 'shared/text.ts'))).toEqual([
      'shared/text.ts needs no reason',
    ]);
  });
});
