import { chooseIndex } from '@tongcheng/cloudfunctions/adapters/sqlite/choose-index';
import { specOf } from '@tongcheng/cloudfunctions/adapters/sqlite/collection-spec';
import { columnConditions } from '@tongcheng/cloudfunctions/adapters/sqlite/conditions';
import type { Ordering } from '@tongcheng/cloudfunctions/ports/document-query';
import { collection, type Doc } from '@tongcheng/cloudfunctions/ports/document-store';
import { samples } from '../adapters/document-store/samples';

interface Passage extends Doc {
  readonly day: string;
  readonly rider: string;
  readonly venueId: string;
  readonly city: string;
  readonly scannedAt: number;
  readonly recordedAt: number;
}

const passages = collection<Passage>()({
  name: 'passages',
  keep: { until: 'never', because: 'a sample of the tests' },
  belongs: { to: 'nobody' },
  partition: 'day',
  indexes: [
    ['rider', 'scannedAt'],
    ['venueId', 'recordedAt'],
    ['city', 'recordedAt'],
  ],
});

const up: Ordering = { descending: false };
const plan = (where: object, order = up, narrow = true) =>
  chooseIndex(specOf(passages), columnConditions(where), order, () => narrow)?.name;

test('the index of most equalities, then of a range, then of the order, then the first declared', () => {
  expect(plan({ rider: 'r' }, { ...up, field: 'scannedAt' })).toBe('rider+scannedAt');
  expect(plan({ city: 'bj', venueId: 'v' }, { ...up, field: 'recordedAt' })).toBe('venueId+recordedAt');
  expect(plan({ city: 'bj', venueId: 'v', rider: 'r', recordedAt: { gte: 1 } })).toBe('venueId+recordedAt');
  expect(plan({ _id: 'x', city: 'bj' })).toBe('_id');
  expect(plan({ decision: 'pass' }, { ...up, field: 'mode' })).toBeUndefined();
});

test('many matches are read in an order that is there instead of being sorted for every page', () => {
  expect(plan({ city: 'bj' }, up, true)).toBe('city+recordedAt');
  expect(plan({ city: 'bj' }, up, false)).toBe('_id');
  expect(plan({}, up)).toBe('_id');
  expect(plan({ city: 'bj' }, { ...up, field: 'recordedAt' }, false)).toBe('city+recordedAt');
});

test('outside partitions an index of equalities has its matches in the order of ids', () => {
  const conditions = columnConditions({ text: 't', number: 1 });
  expect(chooseIndex(specOf(samples), conditions, up, () => false)?.name).toBe('text+number');
});
