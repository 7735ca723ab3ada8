import { checkersOnPhones } from './phone-imports';
import { productOf, sourceOf, wholeTree } from './sources';

test('phones load no module that needs the library that checks', () => {
  expect(checkersOnPhones(productOf(wholeTree()))).toEqual([]);
});

test('the guard of what phones load has failed once', () => {
  const page = sourceOf('miniprogram/src/page.ts', "import { choose } from '@tongcheng/shared/rides/choose';");
  const choose = sourceOf(
    'shared/rides/choose.ts',
    "import { inSet } from '../venues/set';\nimport type { X } from '../wire';",
  );
  const set = sourceOf('shared/venues/set.ts', "import * as z from 'zod';");
  const wire = sourceOf('shared/wire.ts', "import * as z from 'zod';");
  expect(checkersOnPhones([page, choose, set, wire])).toEqual([
    { path: 'shared/venues/set.ts', way: ['miniprogram/src/page.ts', 'shared/rides/choose.ts'] },
  ]);
  const apart = sourceOf('shared/rides/choose.ts', "import type { Set } from '../venues/set';");
  expect(checkersOnPhones([page, apart, set, wire])).toEqual([]);
});
