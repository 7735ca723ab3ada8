import { fail, ok, type Result } from '@tongcheng/shared/result';
import { type DeriveMeaning, deriveInOrder } from '@tongcheng/shared/rides/meaning';
import type { Instant } from '@tongcheng/shared/time';
import type { DocumentStore } from '../../../ports/document-store';
import { readScan, type ScanRecord, scans } from '../scan-record';
import { type ClassifiedScan, classifyScan, isSameScan } from './classify-scan';
import { earlierScans } from './earlier-scans';
import type { ScanFailure } from './resolve-scan';
import type { ScanContext } from './scan-context';

/** A scan that is registered; `isNew` when this very call did it. */
export interface RegisteredScan {
  readonly context: ScanContext;
  readonly record: ScanRecord;
  readonly isNew: boolean;
}

type Registration = Result<RegisteredScan, ScanFailure>;

/** Registers one scan, with one question and one write to the store. The same scan again is answered with its first record. */
export const registerScan = async (store: DocumentStore, context: ScanContext, now: Instant): Promise<Registration> => {
  const earlier = await earlierScans(store, [context]);
  const classified = classifyScan(context, earlier, deriveInOrder(context.settings.rides), now);
  if (classified.is === 'new' && (await store.insert(scans, classified.record)) === 'exists')
    return registeredMeanwhile(store, context, classified.record);
  return registration(context, classified);
};

/**
 * Registers scans as if one after the other, with one question and one write to the store for all; what could not be
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
  const classified = new Map<ScanContext, ClassifiedScan>();
  for (const context of contexts) {
    const each = classifyScan(context, earlier, deriveFor(context), now);
    if (each.is === 'new') earlier.set(context.key, each.record);
    classified.set(context, each);
  }
  const taken = await insertNew(store, [...classified.values()]);
  return Promise.all(
    resolved.map(async (each): Promise<Registration> => {
      if (!each.ok) return each;
      const found = classified.get(each.value);
      if (!found) throw new Error('a scan of a batch was not classified');
      if (found.is !== 'refused' && taken.has(found.record._id))
        return registeredMeanwhile(store, each.value, found.record);
      return registration(each.value, found);
    }),
  );
};

const registration = (context: ScanContext, classified: ClassifiedScan): Registration =>
  classified.is === 'refused'
    ? fail(classified.code)
    : ok({ context, record: classified.record, isNew: classified.is === 'new' });

/** Writes what is new; gives the ids that another call had taken. */
async function insertNew(store: DocumentStore, classified: readonly ClassifiedScan[]): Promise<ReadonlySet<string>> {
  const records = classified.flatMap((each) => (each.is === 'new' ? [each.record] : []));
  if (records.length === 0) return new Set();
  const inserted = await store.insertMany(scans, records);
  return new Set(records.filter((_record, i) => inserted[i] === 'exists').map(({ _id }) => _id));
}

/** A scan that another call registered in the meantime is answered with that call's record. */
async function registeredMeanwhile(
  store: DocumentStore,
  context: ScanContext,
  { city, _id }: ScanRecord,
): Promise<Registration> {
  const record = await readScan(store, city, _id);
  if (!record) return fail('scan-too-old');
  return isSameScan(context, record) ? ok({ context, record, isNew: false }) : fail('scan-conflict');
}

/** One derivation for each rider's day in a city, so that scans in order cost a step each; one apart for each demonstration code. */
function derivePerRider(): (context: ScanContext) => DeriveMeaning {
  const perRider = new Map<string, DeriveMeaning>();
  return ({ settings, code, venue, day, dayBefore, rider }) => {
    if (code === 'demonstration') return deriveInOrder(settings.rides);
    const key = `${venue.city}.${day}.${dayBefore?.day ?? ''}.${rider}`;
    const derive = perRider.get(key) ?? deriveInOrder(settings.rides);
    perRider.set(key, derive);
    return derive;
  };
}
