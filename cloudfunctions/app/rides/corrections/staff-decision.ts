import { fail, ok, type Result } from '@tongcheng/shared/result';
import type { Instant } from '@tongcheng/shared/time';
import type { CitySettings } from '@tongcheng/shared/venues/city-settings';
import type { DocumentStore } from '../../../ports/document-store';
import type { Vault } from '../../../vault/vault';
import { deriveMeanings } from '../journeys/derive-rides';
import { isCounted, readScan, type ScanRecord, type StaffDecision, scanKey, scans } from '../scan-record';
import { correctionRecord } from './correction-record';
import { applyCorrections } from './corrections';

/** What deciding a boarding needs. */
export interface StaffDecisionNeeds {
  readonly store: DocumentStore;
  readonly vault: Vault;
}

/** A scan with all that its rider scanned on its day, corrections and decisions among them. */
export interface DecidedScan {
  readonly scan: ScanRecord;
  readonly records: readonly ScanRecord[];
}

/** A rider's day as staff's decision needs it: more scans than this nobody makes. */
const maxRecords = 1_000;

/** The scan of a venue that staff decide about, with its rider's day; undefined where it was elsewhere, or is none. */
export async function scanToDecide(
  { store }: StaffDecisionNeeds,
  place: { readonly city: string; readonly venueId: string },
  key: string,
): Promise<DecidedScan | undefined> {
  const found = await readScan(store, place.city, key);
  if (found?.venueId !== place.venueId || !isCounted(found)) return undefined;
  const where = { day: found.day, city: found.city, rider: found.rider };
  const { items } = await store.find(scans, { where, order: { by: '_id', direction: 'desc' }, limit: maxRecords });
  // What accounts made that are kept apart bears on their own scans only (decision 149).
  return { scan: found, records: items.filter(({ apart }) => apart === found.apart) };
}

/** Whether the rider of the scan is turned away, as it reads now. */
export const isRefused = ({ scan, records }: DecidedScan): boolean =>
  applyCorrections(records).some(({ _id, refused }) => _id === scan._id && refused === true);

/**
 * Writes a decision of staff beside its scan (W-32), with what the scan means by it: whoever reads the rider's or the venue's scans
 * reads it with them. The same decision again is the same record; another under its id is a conflict.
 */
export async function recordDecision(
  { store, vault }: StaffDecisionNeeds,
  { scan, records }: DecidedScan,
  settings: CitySettings,
  {
    decisionId,
    boarding,
    now,
  }: { readonly decisionId: string; readonly boarding: StaffDecision; readonly now: Instant },
): Promise<Result<{ readonly recordedAt: Instant }, 'scan-conflict' | 'scan-unknown'>> {
  const dayVault = await vault.day(scan.city, scan.day);
  if (!dayVault) return fail('scan-unknown');
  const key = scanKey(scan.day, decisionId);
  const { meaning: answered, recordedAt } = scan;
  const was = applyCorrections(records).find(({ _id }) => _id === scan._id)?.corrected ?? answered;
  const corrects = { scan: scan._id, answered, was, recordedAt, boarding };
  const draft = { ...scan, _id: key, recordedAt: Math.max(now, lastWord(records, scan) + 1), corrects };
  const meaning = deriveMeanings(applyCorrections([...records, draft]), settings.rides).get(scan._id) ?? was;
  const record = correctionRecord(scan, { key, corrects, meaning, now: draft.recordedAt, records }, dayVault);
  if ((await store.insert(scans, record)) === 'inserted') return ok({ recordedAt: record.recordedAt });
  const earlier = await readScan(store, scan.city, key);
  return earlier && isSame(earlier, record) ? ok({ recordedAt: earlier.recordedAt }) : fail('scan-conflict');
}

/**
 * When its scan and every decision before it were recorded: a decision is later, also within one millisecond or by a host whose clock is
 * behind, so that whoever reads in the order of time reads what it is about first.
 */
const lastWord = (records: readonly ScanRecord[], { _id, recordedAt: scanAt }: ScanRecord): Instant =>
  Math.max(
    scanAt,
    ...records.flatMap(({ corrects, recordedAt }) => (corrects?.boarding && corrects.scan === _id ? [recordedAt] : [])),
  );

function isSame(earlier: ScanRecord, record: ScanRecord): boolean {
  const content = ({ corrects }: ScanRecord) => {
    const { outcome, reason, note, by } = corrects?.boarding ?? {};
    return JSON.stringify([corrects?.scan, outcome, reason, note, by]);
  };
  return content(earlier) === content(record);
}
