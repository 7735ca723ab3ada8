import { randomBytes } from 'node:crypto';
import type { Collection, Doc, DocumentStore, Inserted } from '../../ports/document-store';
import { daily, idsOfDay } from './collection-fields';
import { contentsOf, type Envelope, idIn, writersIn } from './envelope';
import { outcomeOf } from './fault-meaning';
import { insertAll } from './insert-all';
import { maxRows, type Requests } from './requests';
import { type RetryLimits, withRetry } from './retry';
import { idIs, idRange, type Term } from './terms';

type Writes = Pick<DocumentStore, 'insert' | 'insertMany' | 'update' | 'delete' | 'dropDay'>;

/** The port's verbs that write. Each may be repeated until it is answered: a write knows itself by its writer's mark. */
export function openWrites(requests: Requests, retry: RetryLimits): Writes {
  const repeatedly = <T>(attempt: (timeoutMs: number) => Promise<T>) => withRetry(retry, 'write', attempt);
  return {
    insert: async (into, document) => {
      const envelope = newEnvelope(into, document, newWriter());
      return repeatedly((timeoutMs) => insertOne(requests, into.name, envelope, timeoutMs));
    },
    insertMany: async (into, documents) => {
      const writer = newWriter();
      const envelopes = documents.map((document) => newEnvelope(into, document, writer));
      return insertAll(requests, repeatedly, into.name, envelopes);
    },
    update: async (into, document, version) => {
      const change = { id: document._id, version, writer: newWriter(), ...contentsOf(into, document) };
      return repeatedly(async (timeoutMs) => {
        if (await requests.replace(into.name, change, timeoutMs)) return 'updated';
        const writers = await writersOf(requests, into.name, change.id, timeoutMs);
        if (!writers) return 'missing';
        return writers.includes(change.writer) ? 'updated' : 'conflict';
      });
    },
    delete: async (from, id) => repeatedly((timeoutMs) => requests.remove(from.name, [idIs(id)], timeoutMs)),
    dropDay: async (from, day) => {
      const { name } = daily(from);
      while (await dropSome(requests, repeatedly, name, day)) await Promise.resolve();
    },
  };
}

/** A mark that no other write bears. */
const newWriter = () => randomBytes(9).toString('base64url');

const newEnvelope = <D extends Doc>(into: Collection<D>, document: D, writer: string): Envelope => ({
  _id: document._id,
  v: 1,
  w: [writer],
  ...contentsOf(into, document),
});

/** An id that is taken may be taken by this very write, whose answer was lost on the way. */
async function insertOne(requests: Requests, into: string, envelope: Envelope, timeoutMs: number): Promise<Inserted> {
  try {
    await requests.add(into, [envelope], timeoutMs);
    return 'inserted';
  } catch (fault) {
    if (outcomeOf(fault) !== 'taken') throw fault;
  }
  const writers = await writersOf(requests, into, envelope._id, timeoutMs);
  return envelope.w.some((writer) => writers?.includes(writer)) ? 'inserted' : 'exists';
}

/** The last writers of a document; undefined when it is not there. */
async function writersOf(requests: Requests, of: string, id: string, timeoutMs: number) {
  const asked = { terms: [idIs(id)], order: { descending: false }, limit: 1, only: ['w'] } as const;
  const [found] = await requests.select(of, asked, timeoutMs);
  return found === undefined ? undefined : writersIn(found);
}

/**
 * Deletes the first documents of a day; false when there are no more. The cloud takes no limit on a deletion, so the ids
 * of a page are asked for and what lies between its ends is deleted. Interrupted anywhere, the next drop goes on.
 */
async function dropSome(requests: Requests, repeatedly: Repeatedly, of: string, day: string): Promise<boolean> {
  const { from, until } = idsOfDay(day);
  const page = { terms: [idRange(from, until)], order: { descending: false }, limit: maxRows, only: ['_id'] } as const;
  const ids = (await repeatedly((timeoutMs) => requests.select(of, page, timeoutMs))).map(idIn);
  const [first, last] = [ids[0], ids.at(-1)];
  if (first === undefined || last === undefined) return false;
  const between: Term = {
    kind: 'range',
    field: '_id',
    bounds: [
      ['gte', first],
      ['lte', last],
    ],
  };
  await repeatedly((timeoutMs) => requests.remove(of, [between], timeoutMs));
  return ids.length === maxRows;
}

type Repeatedly = <T>(attempt: (timeoutMs: number) => Promise<T>) => Promise<T>;
