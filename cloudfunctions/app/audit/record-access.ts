import { createHash } from 'node:crypto';
import type { Clock } from '../../ports/clock';
import type { DocumentStore, Json } from '../../ports/document-store';
import { type AccessEntry, aboutDay, accessAbout, accessLog, type RecordedAccess } from './access-entry';

interface Needs {
  readonly store: DocumentStore;
  readonly clock: Clock;
}

/** What the first link follows. */
const beginning = '0'.repeat(64);

/** Each attempt that fails means that somebody else recorded one: so many in a row never happen while the store is well. */
const maxAttempts = 1_000;

const numberOf = (place: number) => String(place).padStart(12, '0');

const canonical = (value: Json): string =>
  JSON.stringify(value, (_, part) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([one], [other]) => (one < other ? -1 : 1)))
      : part,
  );

const hashOf = ({ _id, at, access, before }: Omit<AccessEntry, 'hash'>): string =>
  createHash('sha256')
    .update(canonical([_id, at, { ...access }, before]))
    .digest('hex');

/**
 * Records an access before it happens: when this resolves the entry is durable and linked to all before it, and only then
 * may the data leave (safety rule 9). Any number of runners may record at once; each number is given once.
 */
export async function recordAccess({ store, clock }: Needs, access: RecordedAccess): Promise<AccessEntry> {
  for (let attempt = 0; attempt < maxAttempts; attempt += 1) {
    const { items } = await store.find(accessLog, { where: {}, order: { by: '_id', direction: 'desc' }, limit: 1 });
    const [last] = items;
    const link = {
      _id: numberOf(last ? Number(last._id) + 1 : 1),
      at: clock.now(),
      access,
      before: last?.hash ?? beginning,
    };
    const entry = { ...link, hash: hashOf(link) };
    if ((await store.insert(accessLog, entry)) === 'inserted') return indexed(store, entry);
  }
  throw new Error('the access log took no entry: nothing may be disclosed');
}

/** Kept findable by what it is about, before anything leaves; an entry without it was never followed by a disclosure. */
async function indexed(store: DocumentStore, entry: AccessEntry): Promise<AccessEntry> {
  const { city, day, what } = entry.access;
  const subjects = day === undefined ? [what] : [what, aboutDay(city, day)];
  const rows = subjects.map((about) => ({ _id: `${about}/${entry._id}`, about, entry: entry._id }));
  await store.insertMany(accessAbout, rows);
  return entry;
}

/** What a check of the chain found: whole, or the first entry that does not fit. */
export type ChainState =
  | { readonly whole: true; readonly entries: number; readonly head: string }
  | { readonly whole: false; readonly firstBad: string };

/** Follows the chain from its beginning. A cut-off end shows only against a head that was kept elsewhere. */
export async function checkAccessLog(store: DocumentStore): Promise<ChainState> {
  let head = beginning;
  let entries = 0;
  for await (const batch of store.stream(accessLog, { where: {} })) {
    for (const { _id, at, access, before, hash } of batch) {
      entries += 1;
      const fits = _id === numberOf(entries) && before === head && hash === hashOf({ _id, at, access, before });
      if (!fits) return { whole: false, firstBad: _id };
      head = hash;
    }
  }
  return { whole: true, entries, head };
}
