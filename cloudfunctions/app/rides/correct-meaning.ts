import type { RiderCaller } from '@tongcheng/shared/caller';
import type { OutputOf, ParsedInputOf } from '@tongcheng/shared/endpoint';
import { idTime } from '@tongcheng/shared/ids';
import { fail, ok, type Result } from '@tongcheng/shared/result';
import type * as api from '@tongcheng/shared/rides/api';
import { otherMeanings } from '@tongcheng/shared/rides/other-meanings';
import { serviceDay } from '@tongcheng/shared/rides/service-hours';
import { addDays, type Instant } from '@tongcheng/shared/time';
import type { CitySettings } from '@tongcheng/shared/venues/city-settings';
import type { Clock } from '../../ports/clock';
import type { DocumentStore } from '../../ports/document-store';
import type { Vault } from '../../vault/vault';
import { asMemberHeld } from '../identity/family/member-of';
import type { UseCase } from '../use-case';
import type { CityOf } from '../venues/cached-records';
import { correctionRecord, isCorrectable } from './corrections/correction-record';
import { applyCorrections, correctionsOf } from './corrections/corrections';
import { deriveMeanings } from './journeys/derive-rides';
import { ownScans } from './journeys/own-scans';
import { isCounted, readScan, type ScanRecord, scanIdOf, scanKey, scans } from './scan-record';

/** What correcting needs. */
export interface CorrectNeeds {
  readonly store: DocumentStore;
  readonly clock: Clock;
  readonly vault: Vault;
  readonly cityOf: CityOf;
}

type Endpoint = typeof api.correctMeaning;
type Input = ParsedInputOf<Endpoint>;
type Refusal = Endpoint['failures'][number];

/** The scan to correct among all that its rider has around it. */
interface Found {
  readonly scan: ScanRecord;
  readonly records: readonly ScanRecord[];
}

const maxCorrections = 5;

/**
 * Records what the rider says a scan meant; the scan stays as it was, and rides, feeds and reports follow (decision 106).
 * The same correction again is the same one. One question and at most one write to the store.
 */
export const correctMeaning: UseCase<Endpoint, CorrectNeeds> = async (needs, holder, input) => {
  const settings = await needs.cityOf(input.city);
  if (!settings) return fail('city-unknown');
  const { memberId } = input;
  const caller = memberId === undefined ? holder : await asMemberHeld(needs, holder, memberId);
  if (!caller) return fail('member-unknown');
  const now = needs.clock.now();
  const found = await findScan(needs, caller, input, settings, now);
  if (!found) return fail('scan-unknown');
  const { scan, records } = found;
  const key = scanKey(scan.day, input.correctionId);
  const earlier = records.find(({ _id }) => _id === key);
  if (earlier) return sameOrConflict(earlier, scan, input);
  const was = deriveMeanings(applyCorrections(records), settings.rides).get(scan._id) ?? scan.meaning;
  if (was === input.meaning) return answer(input);
  const refusal = refusalOf(found, was, input, settings, now);
  if (refusal) return fail(refusal);
  const dayVault = await needs.vault.day(scan.city, scan.day);
  if (!dayVault) return fail('correction-too-late');
  const corrects = { scan: scan._id, answered: scan.meaning, was, recordedAt: scan.recordedAt };
  const correction = { key, corrects, meaning: input.meaning, now: after(found, now), records };
  const record = correctionRecord(scan, correction, dayVault);
  if ((await needs.store.insert(scans, record)) === 'inserted') return answer(input);
  const other = await readScan(needs.store, scan.city, key);
  return other ? sameOrConflict(other, scan, input) : fail('scan-conflict');
};

/** Later than its scan and every correction before it, so that the last word is the last also within one millisecond. */
const after = ({ scan, records }: Found, now: Instant): Instant =>
  Math.max(now, scan.recordedAt + 1, ...correctionsOf(records, scan._id).map(({ recordedAt }) => recordedAt + 1));

/** The caller's own scan; somebody else's is as unknown as one that never was, and so is one of days that nobody can open. */
async function findScan(
  needs: CorrectNeeds,
  caller: RiderCaller,
  { city, scanId }: Input,
  settings: CitySettings,
  now: Instant,
): Promise<Found | undefined> {
  const day = serviceDay(settings, idTime(scanId));
  const today = serviceDay(settings, now);
  if (day > today || day < addDays(today, -settings.retentionDays)) return undefined;
  const { records } = await ownScans(needs, caller, city, [addDays(day, -1), day]);
  const scan = records.find((record) => record._id === scanKey(day, scanId) && isCounted(record));
  return scan && { scan, records };
}

function refusalOf(
  { scan, records }: Found,
  was: ScanRecord['meaning'],
  { meaning }: Input,
  settings: CitySettings,
  now: Instant,
): Refusal | undefined {
  if (!isCorrectable(scan, now)) return 'correction-too-late';
  if (correctionsOf(records, scan._id).length >= maxCorrections) return 'corrections-exhausted';
  if (!otherMeanings(scan.mode, scan.venueKind, was).includes(meaning)) return 'meaning-not-possible';
  const wished = applyCorrections(records).map((each) =>
    each._id === scan._id ? { ...each, corrected: meaning } : each,
  );
  return deriveMeanings(wished, settings.rides).get(scan._id) === meaning ? undefined : 'meaning-not-possible';
}

function sameOrConflict(correction: ScanRecord, scan: ScanRecord, input: Input): Result<OutputOf<Endpoint>, Refusal> {
  const same = correction.corrects?.scan === scan._id && correction.meaning === input.meaning;
  return same ? answer({ scanId: scanIdOf(scan), meaning: correction.meaning }) : fail('scan-conflict');
}

const answer = ({ scanId, meaning }: Pick<Input, 'scanId' | 'meaning'>): Result<OutputOf<Endpoint>, Refusal> =>
  ok({ scanId, meaning });
