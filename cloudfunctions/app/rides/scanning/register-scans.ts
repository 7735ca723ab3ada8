import { fail, type Result } from '@tongcheng/shared/result';
import { type DeriveMeaning, deriveInOrder } from '@tongcheng/shared/rides/meaning';
import type { Instant } from '@tongcheng/shared/time';
import type { DocumentStore } from '../../../ports/document-store';
import { readScan, scans } from '../scan-record';
import { asRegistered, classifyScan, type RecordedScan } from './classify-scan';
import { earlierScans } from './earlier-scans';
import type { ScanFailure } from './resolve-scan';
import type { ScanContext } from './scan-context';

type Registration = Result<RecordedScan, ScanFailure>;

/** Registers one scan, with one question (one more near the start of a day) and one write to the store. The same scan again is answered with its first record. */
export const registerScan = async (store: DocumentStore, context: ScanContext, now: Instant): Promise<Registration> => {
  const earlier = await earlierScans(store, [context]);
  const scan = classifyScan(context, earlier, deriveInOrder(context.settings.rides), now);
  if (!scan.ok || !scan.value.isNew) return scan;
  const inserted = await store.insert(scans, scan.value.record);
  return inserted === 'exists' ? registeredMeanwhile(store, scan.value) : scan;
};

/**
 * Registers scans as if one after the other, with one question for each rider's day and one write to the store for all; what could not be
 * resolved comes back as it is.
 */
export const registerScans = async (
  store: DocumentStore,
  resolved: readonly Result<ScanContext, ScanFailure>[],
  now: Instant,
): Promise<readonly Registration[]> => {
  const contexts = resolved.flatMap((each) => (each.ok ? [each.value] : []));
  const earlier = await earlierScans(store, contexts);
  const deriveFor = derivePerRider();
  const classified = resolved.map((each): Registration => {
    if (!each.ok) return each;
    const scan = classifyScan(each.value, earlier, deriveFor(each.value), now);
    if (scan.ok && scan.value.isNew) earlier.set(each.value.key, scan.value.record);
    return scan;
  });
  const taken = await insertNew(store, classified);
  if (taken.size === 0) return classified;
  return Promise.all(
    classified.map((scan) =>
      scan.ok && taken.has(scan.value.record._id) ? registeredMeanwhile(store, scan.value) : scan,
    ),
  );
};

/** Writes what is new; gives the ids that another call had taken. */
async function insertNew(store: DocumentStore, classified: readonly Registration[]): Promise<ReadonlySet<string>> {
  const records = classified.flatMap((scan) => (scan.ok && scan.value.isNew ? [scan.value.record] : []));
  if (records.length === 0) return new Set();
  const inserted = await store.insertMany(scans, records);
  return new Set(records.filter((_record, i) => inserted[i] === 'exists').map(({ _id }) => _id));
}

/** A scan that another call registered in the meantime is answered with that call's record. */
async function registeredMeanwhile(store: DocumentStore, { context, record }: RecordedScan): Promise<Registration> {
  const registered = await readScan(store, record.city, record._id);
  return registered ? asRegistered(context, registered) : fail('scan-too-old');
}

/** One derivation for each rider's day in a city, so that scans in order cost a step each; one apart for each demonstration code. */
function derivePerRider(): (context: ScanContext) => DeriveMeaning {
  const perRider = new Map<string, DeriveMeaning>();
  return ({ settings, code, venue, day, dayBefore, rider, apart = '' }) => {
    if (code === 'demonstration') return deriveInOrder(settings.rides);
    const key = `${venue.city}.${day}.${dayBefore?.day ?? ''}.${rider}.${apart}`;
    const derive = perRider.get(key) ?? deriveInOrder(settings.rides);
    perRider.set(key, derive);
    return derive;
  };
}
