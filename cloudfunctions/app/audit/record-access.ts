import { type Day, dayOf } from '@tongcheng/shared/time';
import type { DocumentStore } from '../../ports/document-store';
import {
  type AccessAbout,
  type AccessEntry,
  aboutDay,
  accessAbout,
  accessLog,
  type RecordedAccess,
  type TimedAccess,
} from './access-entry';
import { type AuditNeeds, auditKey, beginningOf, linkHash, linkId, linksOfDay, placeOf } from './chain';

/** Each attempt that fails means that another process began a chain: so many in a row never happen while the store is well. */
const maxAttempts = 1_000;

/** Accesses in one link at most. */
const maxBatch = 200;

interface Waiting extends TimedAccess {
  readonly done: () => void;
  readonly failed: (fault: unknown) => void;
}

/** The end of this process's chain of a day. */
interface Tail {
  readonly day: Day;
  readonly writer: number;
  readonly number: number;
  readonly hash: string;
}

type Writer = (access: TimedAccess) => Promise<void>;

/** One for each opened store, that is one for each process. */
const writers = new WeakMap<DocumentStore, Writer>();

/**
 * Records an access before it happens: when this resolves the entry is durable and linked to all that this process wrote before
 * it, and only then may the data leave (safety rule 9). What arrives while a link is being written goes into the next one together.
 */
export async function recordAccess(needs: AuditNeeds, access: RecordedAccess): Promise<void> {
  const writer = writers.get(needs.store) ?? openWriter(needs);
  writers.set(needs.store, writer);
  await writer({ at: needs.clock.now(), access });
}

function openWriter(needs: AuditNeeds): Writer {
  const waiting: Waiting[] = [];
  let tail: Tail | undefined;
  let isWriting = false;
  const write = async () => {
    const batch = nextBatch(waiting);
    const before = tail;
    // After a link that failed nobody knows whether it was kept: the next one begins a new chain.
    tail = undefined;
    try {
      const entry = await written(needs, before, batch);
      tail = { ...placeOf(entry._id), hash: entry.hash };
      await needs.store.insertMany(accessAbout, aboutRows(entry));
      for (const { done } of batch) done();
    } catch (fault) {
      for (const { failed } of batch) failed(fault);
    }
  };
  const writeAll = async () => {
    if (isWriting) return;
    isWriting = true;
    while (waiting.length > 0) await write();
    isWriting = false;
  };
  return (access) =>
    new Promise((done, failed) => {
      waiting.push({ ...access, done: () => done(), failed });
      void writeAll();
    });
}

/** The oldest of those that wait, of one day. */
function nextBatch(waiting: Waiting[]): readonly Waiting[] {
  const day = dayOf(waiting[0]?.at ?? 0);
  const other = waiting.findIndex(({ at }) => dayOf(at) !== day);
  return waiting.splice(0, Math.min(maxBatch, other === -1 ? waiting.length : other));
}

async function written(needs: AuditNeeds, tail: Tail | undefined, batch: readonly Waiting[]): Promise<AccessEntry> {
  const [first, ...more] = batch.map(({ at, access }) => ({ at, access }));
  if (!first) throw new Error('an empty link of the access log');
  const key = await auditKey(needs);
  const day = dayOf(first.at);
  let end = tail?.day === day ? tail : undefined;
  for (let attempt = 0; attempt < maxAttempts; attempt += 1) {
    end ??= await newChain(needs, key, day);
    const { writer, number, hash: before } = end;
    const link = { _id: linkId(day, writer, number + 1), ...first, before, ...(more.length > 0 && { more }) };
    const entry = { ...link, hash: linkHash(key, link) };
    if ((await needs.store.insert(accessLog, entry)) === 'inserted') return entry;
    end = undefined;
  }
  throw new Error('the access log took no entry: nothing may be disclosed');
}

/** A chain that nobody has begun: the first link that is inserted takes it. */
async function newChain(needs: AuditNeeds, key: Uint8Array, day: Day): Promise<Tail> {
  const { hash } = await beginningOf(needs, key);
  const order = { by: '_id', direction: 'desc' } as const;
  const { items } = await needs.store.find(accessLog, { where: { _id: linksOfDay(day) }, order, limit: 1 });
  const [last] = items;
  return { day, writer: last ? placeOf(last._id).writer + 1 : 1, number: 0, hash };
}

/** Kept findable by what they are about, before anything leaves; an entry without it was never followed by a disclosure. */
export const aboutRows = ({ _id, access, more = [] }: AccessEntry): AccessAbout[] =>
  [access, ...more.map((each) => each.access)].flatMap(({ city, day, what }, place) => {
    const entry = place === 0 ? _id : `${_id}+${place}`;
    const subjects = day === undefined ? [what] : [what, aboutDay(city, day)];
    return subjects.map((about) => ({ _id: `${about}/${entry}`, about, entry }));
  });
