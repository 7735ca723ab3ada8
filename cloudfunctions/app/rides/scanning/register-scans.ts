import { fail, ok, type Result } from '@tongcheng/shared/result';
import type { Instant } from '@tongcheng/shared/time';
import type { DocumentStore } from '../../../ports/document-store';
import type { Vault } from '../../../vault/vault';
import { readScan } from '../read-scan';
import { type ScanRecord, scans } from '../scan-record';
import { type ClassifiedScan, classifyScan } from './classify-scan';
import { knownScans } from './known-scans';
import { makeReaders, type Readers } from './readers';
import type { ScanContext, ScanFailure } from './resolve-scan';

/** A scan that is registered; `fresh` when this very call did it. */
export interface RegisteredScan {
  readonly placed: ScanContext;
  readonly record: ScanRecord;
  readonly fresh: boolean;
}

interface Needs {
  readonly store: DocumentStore;
  readonly vault: Vault;
}

type Placed = Result<ScanContext, ScanFailure>;

/**
 * Registers scans as if one after the other, with one question and one write to the store for all; what could not be
 * placed comes back as it is. A scan registered by another call in the meantime is answered with that call's record.
 */
export const registerScans = async (
  needs: Needs,
  placed: readonly Placed[],
  now: Instant,
): Promise<readonly Result<RegisteredScan, ScanFailure>[]> => {
  const good = placed.flatMap((each) => (each.ok ? [each.value] : []));
  const known = new Map<string, ScanRecord>();
  for (const record of await knownScans(needs, good)) known.set(record._id, record);
  const readers = makeReaders();
  const settled = placed.map((each) => settleInto(known, each, readers, now));
  const taken = await keep(needs.store, settled);
  if (taken.size === 0) return settled.map(told);
  return Promise.all(settled.map((each) => outcome(needs.store, each, taken, now)));
};

const told = (settled: ClassifiedScan): Result<RegisteredScan, ScanFailure> =>
  settled.is === 'refused'
    ? fail(settled.code)
    : ok({ placed: settled.placed, record: settled.record, fresh: settled.is === 'new' });

function settleInto(known: Map<string, ScanRecord>, placed: Placed, readers: Readers, now: Instant): ClassifiedScan {
  if (!placed.ok) return { is: 'refused', code: placed.failure.code };
  const settled = classifyScan(placed.value, known, readers, now);
  if (settled.is === 'new') known.set(settled.record._id, settled.record);
  return settled;
}

/** Writes what is new; gives the ids that somebody else had taken. */
async function keep(store: DocumentStore, settled: readonly ClassifiedScan[]): Promise<ReadonlySet<string>> {
  const records = settled.flatMap((each) => (each.is === 'new' ? [each.record] : []));
  const [first, ...more] = records;
  if (!first) return new Set();
  const inserted = more.length === 0 ? [await store.insert(scans, first)] : await store.insertMany(scans, records);
  return new Set(records.filter((_record, i) => inserted[i] === 'exists').map(({ _id }) => _id));
}

/** Of several, where some were taken by another call meanwhile. */
async function outcome(
  store: DocumentStore,
  settled: ClassifiedScan,
  taken: ReadonlySet<string>,
  now: Instant,
): Promise<Result<RegisteredScan, ScanFailure>> {
  if (settled.is === 'refused' || !taken.has(settled.record._id)) return told(settled);
  const { placed, record } = settled;
  const other = await readScan(store, record.city, record._id);
  if (!other) return fail('scan-too-old');
  const again = classifyScan(placed, new Map([[other._id, other]]), makeReaders(), now);
  return again.is === 'known' ? ok({ placed, record: other, fresh: false }) : fail('scan-conflict');
}
