import { misused } from '../../ports/document-query';
import { type Inserted, StoreRefused } from '../../ports/document-store';
import { type Envelope, idIn, writersIn } from './envelope';

import { outcomeOf } from './fault-meaning';
import type { Requests } from './requests';
import { OutcomeUnclear } from './retry';

type Repeatedly = <T>(attempt: (timeoutMs: number) => Promise<T>) => Promise<T>;

/** What goes into one request: a list that an `in` can look up again, of a length that the cloud takes. */
const atOnce = { documents: 100, characters: 1_000_000 };

/**
 * Inserts each document for itself and answers in the order given. Whatever the cloud does with a list of which one id is
 * taken (keeps those before it, all others, or none), the documents are looked up by their writer's mark and those that are
 * not there are sent again.
 */
export async function insertAll(
  requests: Requests,
  repeatedly: Repeatedly,
  into: string,
  envelopes: readonly Envelope[],
): Promise<readonly Inserted[]> {
  if (envelopes.length > 1_000) return misused(`${envelopes.length} documents at once: at most 1,000`);
  const firsts = new Map([...envelopes].reverse().map((envelope) => [envelope._id, envelope]));
  const answers = new Map<string, Inserted>();
  try {
    for (const list of listsOf([...firsts.values()].reverse()))
      await repeatedly((timeoutMs) => insertList(requests, into, list, answers, timeoutMs));
  } catch (fault) {
    const some = [...answers.values()].includes('inserted');
    throw some && fault instanceof StoreRefused ? new OutcomeUnclear('some were inserted', { cause: fault }) : fault;
  }
  return envelopes.map((each) => (firsts.get(each._id) === each ? (answers.get(each._id) ?? 'exists') : 'exists'));
}

async function insertList(
  requests: Requests,
  into: string,
  list: readonly Envelope[],
  answers: Map<string, Inserted>,
  timeoutMs: number,
): Promise<void> {
  // Each look-up answers for at least one document, unless what was in the way was deleted meanwhile.
  for (let rounds = 0; rounds <= list.length; rounds += 1) {
    const waiting = list.filter(({ _id }) => !answers.has(_id));
    if (waiting.length === 0) return;
    try {
      await requests.add(into, waiting, timeoutMs);
      for (const { _id } of waiting) answers.set(_id, 'inserted');
    } catch (fault) {
      if (outcomeOf(fault) !== 'taken') throw fault;
      for (const [id, answer] of await lookUp(requests, into, waiting, timeoutMs)) answers.set(id, answer);
    }
  }
  throw new Error('documents appear and vanish under an insert');
}

async function lookUp(requests: Requests, into: string, waiting: readonly Envelope[], timeoutMs: number) {
  const ids = waiting.map(({ _id }) => _id);
  const terms = [{ kind: 'among', field: '_id', values: ids }] as const;
  const asked = { terms, order: { descending: false }, limit: ids.length, only: ['_id', 'w'] } as const;
  const found = await requests.select(into, asked, timeoutMs);
  const marks = new Set<unknown>(waiting.flatMap(({ w }) => w));
  return found.map((row): readonly [string, Inserted] => [
    idIn(row) ?? '',
    writersIn(row).some((writer) => marks.has(writer)) ? 'inserted' : 'exists',
  ]);
}

function listsOf(envelopes: readonly Envelope[]): readonly (readonly Envelope[])[] {
  const lists: Envelope[][] = [];
  let room = { documents: 0, characters: 0 };
  for (const envelope of envelopes) {
    const characters = JSON.stringify(envelope).length;
    if (room.documents < 1 || room.characters < characters) {
      lists.push([]);
      room = { ...atOnce };
    }
    lists.at(-1)?.push(envelope);
    room = { documents: room.documents - 1, characters: room.characters - characters };
  }
  return lists;
}
