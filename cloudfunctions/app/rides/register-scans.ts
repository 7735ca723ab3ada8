import { fail, ok, type Result } from '@tongcheng/shared/result';
import type { Instant } from '@tongcheng/shared/time';
import type { DocumentStore } from '../../ports/document-store';
import type { Vault } from '../../vault/vault';
import { knownScans } from './known-scans';
import type { PlacedInput, ScanFailure } from './place-scan';
import { readScan } from './read-scan';
import { makeReaders, type Readers } from './readers';
import { type ScanRecord, scans } from './scan-record';
import { type Settled, settleScan } from './settle-scan';

/** A scan that is registered; `fresh` when this very call did it. */
export interface Registered {
  readonly placed: PlacedInput;
  readonly record: ScanRecord;
  readonly fresh: boolean;
}

interface Needs {
  readonly store: DocumentStore;
  readonly vault: Vault;
}

type Placed = Result<PlacedInput, ScanFailure>;

/**
 * Registers scans as if one after the other, with one question and one write to the store for all; what could not be
 * placed comes back as it is. A scan registered by another call in the meantime is answered with that call's record.
 */
export const registerScans = async (
  needs: Needs,
  placed: readonly Placed[],
  now: Instant,
): Promise<readonly Result<Registered, ScanFailure>[]> => {
  const good = placed.flatMap((each) => (each.ok ? [each.value] : []));
  const known = new Map<string, ScanRecord>();
  for (const record of await knownScans(needs, good)) known.set(record._id, record);
  const readers = makeReaders();
  const settled = placed.map((each) => settleInto(known, each, readers, now));
  const taken = await keep(needs.store, settled);
  if (taken.size === 0) return settled.map(told);
  return Promise.all(settled.map((each) => outcome(needs.store, each, taken, now)));
};

const told = (settled: Settled): Result<Registered, ScanFailure> =>
  settled.is === 'refused'
    ? fail(settled.code)
    : ok({ placed: settled.placed, record: settled.record, fresh: settled.is === 'new' });

function settleInto(known: Map<string, ScanRecord>, placed: Placed, readers: Readers, now: Instant): Settled {
  if (!placed.ok) return { is: 'refused', code: placed.failure.code };
  const settled = settleScan(placed.value, known, readers, now);
  if (settled.is === 'new') known.set(settled.record._id, settled.record);
  return settled;
}

/** Writes what is new; gives the ids that somebody else had taken. */
async function keep(store: DocumentStore, settled: readonly Settled[]): Promise<ReadonlySet<string>> {
  const records = settled.flatMap((each) => (each.is === 'new' ? [each.record] : []));
  const [first, ...more] = records;
  if (!first) return new Set();
  const inserted = more.length === 0 ? [await store.insert(scans, first)] : await store.insertMany(scans, records);
  return new Set(records.filter((_record, i) => inserted[i] === 'exists').map(({ _id }) => _id));
}

/** Of several, where some were taken by another call meanwhile. */
async function outcome(
  store: DocumentStore,
  settled: Settled,
  taken: ReadonlySet<string>,
  now: Instant,
): Promise<Result<Registered, ScanFailure>> {
  if (settled.is === 'refused' || !taken.has(settled.record._id)) return told(settled);
  const { placed, record } = settled;
  const other = await readScan(store, record.city, record._id);
  if (!other) return fail('scan-too-old');
  const again = settleScan(placed, new Map([[other._id, other]]), makeReaders(), now);
  return again.is === 'known' ? ok({ placed, record: other, fresh: false }) : fail('scan-conflict');
}
