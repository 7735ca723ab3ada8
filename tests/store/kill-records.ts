import { collection, type Doc } from '@tongcheng/cloudfunctions/ports/document-store';

/** What the killed writer inserts: `echo` repeats the id, so that a damaged document shows. */
export interface Mark extends Doc {
  readonly day: string;
  readonly writer: number;
  readonly place: string;
  readonly at: number;
  readonly echo: string;
}

/** Marks, with three indexes like scans. */
export const marks = collection<Mark>()({
  name: 'marks',
  keep: { until: 'never', because: 'a sample of the tests' },
  belongs: { to: 'nobody' },
  partition: 'day',
  indexes: [
    ['writer', 'at'],
    ['place', 'at'],
    ['echo', 'at'],
  ],
});

/** A count that one writer raises one by one. */
export interface Tally extends Doc {
  readonly value: number;
}

/** Tallies, one a writer. */
export const tallies = collection<Tally>()({
  name: 'tallies',
  keep: { until: 'never', because: 'a sample of the tests' },
  belongs: { to: 'nobody' },
  indexes: [['value']],
});

/** What was acknowledged since the last inspection. */
export interface Acknowledged {
  readonly ids: string[];
  readonly tallies: Map<number, number>;
  readonly complaints: string[];
}

/** How many writers write at the same time. */
export const writers = 32;
