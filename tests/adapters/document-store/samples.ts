import { collection, type Doc, type Json } from '@tongcheng/cloudfunctions/ports/document-store';

/** A document with a field of each kind; `loose` is in no index. */
export interface Sample extends Doc {
  readonly text?: string;
  readonly number?: number;
  readonly flag?: boolean | null;
  readonly mixed?: string | number | boolean | null;
  readonly loose?: string | number | boolean | null;
  readonly anything?: Json;
}

/** Samples in one place. */
export const samples = collection<Sample>()({
  name: 'samples',
  keep: { until: 'never', because: 'a sample of the tests' },
  belongs: { to: 'nobody' },
  indexes: [['text', 'number'], ['flag'], ['mixed', 'text']],
});

/** A sample of a day. */
export interface DaySample extends Sample {
  readonly day: string;
}

/** Samples in a partition a day. */
export const daySamples = collection<DaySample>()({
  name: 'daySamples',
  keep: { until: 'never', because: 'a sample of the tests' },
  belongs: { to: 'nobody' },
  partition: 'day',
  indexes: [['text', 'number'], ['mixed']],
});

/** Days the tests use. */
export const days = ['2026-11-20', '2026-11-21', '2026-11-22'] as const;

/** A sample of a day whose id begins as it must. */
export const ofDay = (day: string, id: string, more: Omit<Sample, '_id'> = {}): DaySample => ({
  ...more,
  _id: `${day}.${id}`,
  day,
});

/** `['s000', 's001', …]` */
export const numbered = (count: number): readonly Sample[] =>
  Array.from({ length: count }, (_, at) => ({
    _id: `s${String(at).padStart(4, '0')}`,
    number: at,
    text: `t${at % 3}`,
  }));
