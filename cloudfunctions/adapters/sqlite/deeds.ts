import type { Inserted } from '../../ports/document-store';
import { answerFrom, placesFor, type TablePlace } from './answer';
import { textValue } from './column-value';
import type { Asked } from './conditions';
import type { Places } from './places';
import type { Encoded, Row } from './rows';
import { countMatches, type Question, select } from './selection';
import type { Shape } from './shape';

/** At once where the files are in this thread, later where they are in one of their own. */
export type Soon<T> = T | Promise<T>;

/**
 * What is done with the files of a store: documents come and go as JSON, so that only text crosses from thread to thread. What a write
 * gives is told after its commit.
 */
export interface Deeds {
  /** Documents of one place: of one day, where the collection has days. */
  insert(shape: Shape, documents: readonly Encoded[]): Promise<readonly Inserted[]>;
  update(shape: Shape, document: Encoded, expectedVersion: number): Promise<'updated' | 'conflict' | 'missing'>;
  delete(shape: Shape, id: string): Promise<void>;
  get(shape: Shape, id: string): Soon<Row | undefined>;
  /** In order; `maxCharacters` ends the answer early, but never before its first row. */
  select(shape: Shape, question: Question, maxCharacters?: number): Soon<readonly Row[]>;
  count(shape: Shape, asked: readonly Asked[]): Soon<number>;
  /** Days that hold documents, oldest first. */
  days(shape: Shape): Soon<readonly string[]>;
  dropDay(shape: Shape, day: string): Soon<void>;
  /** Commits what waits and closes the files. */
  close(): Soon<void>;
}

/** {@link Deeds} on files that this thread has open. */
export const openDeeds = (places: Places): Deeds => ({
  insert: async (shape, documents) => {
    const table = places.receiving(shape, documents[0]?.id ?? '');
    return table.file.submit(weightOf(documents), () => documents.map(table.insert));
  },
  update: async (shape, document, expectedVersion) => {
    const table = places.holding(shape, document.id);
    return table?.file.submit(weightOf([document]), () => table.update(document, expectedVersion)) ?? 'missing';
  },
  delete: async (shape, id) => {
    const table = places.holding(shape, id);
    await table?.file.submit(0, () => table.delete(textValue(id)));
  },
  get: (shape, id) => places.holding(shape, id)?.get(textValue(id)),
  select: (shape, question, maxCharacters) =>
    answerFrom(placesFor(places, shape, question.asked), inPlace(shape, question), maxCharacters),
  count: (shape, asked) => {
    const within = inPlace(shape, { asked }).asked;
    return placesFor(places, shape, asked).reduce((sum, place) => sum + countIn(place, within), 0);
  },
  days: (shape) => places.days(shape).filter((day) => holdsSomething(places, shape, day)),
  dropDay: (shape, day) => places.drop(shape, day),
  close: () => places.close(),
});

const weightOf = (documents: readonly Encoded[]) => documents.reduce((sum, { body }) => sum + body.length, 0);

/** A day is a place and no condition inside of it. */
const inPlace = <Q extends { readonly asked: readonly Asked[] }>(shape: Shape, question: Q): Q =>
  shape.daily ? { ...question, asked: question.asked.filter(({ field }) => field !== 'day') } : question;

function countIn(place: TablePlace, asked: readonly Asked[]): number {
  const table = place();
  return table ? countMatches(table, asked) : 0;
}

function holdsSomething(places: Places, shape: Shape, day: string): boolean {
  const table = places.ofDay(shape, day);
  return table !== undefined && select(table, { asked: [], order: { descending: false }, limit: 1 }).length > 0;
}
