import { offlineVerdict } from '@tongcheng/shared/rides/offline-verdict';
import type { Verdict } from '@tongcheng/shared/rides/wire';
import { dayMs } from '@tongcheng/shared/time';
import { cityRecord } from '../../client/city-cache';
import type { Records } from '../../client/records';
import { sessionRecord } from '../../client/session-record';
import type { QueuedScan } from './queued-scan';

/** Rules that are older say nothing: a city may have changed them since. */
const maxRulesAgeMs = dayMs;

/**
 * The verdict of a scan that is kept on this phone: undefined where the phone does not know the venue, has no fresh
 * rules of its city or does not know what they ask for, or knows nobody; then staff decide.
 */
export function offlineVerdictOf(
  records: Records,
  { venue, scannedAt, clockOffsetMs }: QueuedScan,
): Verdict | undefined {
  const state = records.read(sessionRecord);
  const { city, askedAt } = records.read(cityRecord);
  if (!venue || state.is !== 'held' || city?.city !== venue.city) return undefined;
  const age = scannedAt - clockOffsetMs - askedAt;
  if (age < 0 || age >= maxRulesAgeMs) return undefined;
  return offlineVerdict(city.admissionRules, venue, state.session.account.standing, scannedAt);
}
