import type { StaffCaller } from '@tongcheng/shared/caller';
import { serviceDay } from '@tongcheng/shared/rides/service-hours';
import type { ScanInput } from '@tongcheng/shared/rides/wire';
import { defaultCommunityWorkerADay } from '@tongcheng/shared/venues/city-settings';
import { type AttemptNeeds, returnAttempt, takeAttempt } from '../../identity/attempts/take-attempt';
import type { StaffVenue } from '../../venues/staff-venue';
import { readScan, scanKey } from '../scan-record';

/** One registration for somebody else that may be made; given back where it came to nothing. */
interface RegistrationAllowance {
  giveBack(): Promise<void>;
}

const unlimited: RegistrationAllowance = { giveBack: async () => undefined };

/**
 * W-19: whom a community worker may register in a day is limited by the city; staff at venues have a queue before them and no such limit.
 * The same registration again is counted once. Undefined when the day's are used up.
 */
export async function registrationAllowance(
  needs: AttemptNeeds,
  { staffId, role }: StaffCaller,
  { venue, settings }: StaffVenue,
  { scanId, scannedAt }: Pick<ScanInput, 'scanId' | 'scannedAt'>,
): Promise<RegistrationAllowance | undefined> {
  if (role !== 'community-worker') return unlimited;
  const key = scanKey(serviceDay(settings, scannedAt), scanId);
  if (await readScan(needs.store, venue.city, key)) return unlimited;
  const counted = `registrations.${staffId}`;
  const max = settings.rides.communityWorkerADay ?? defaultCommunityWorkerADay;
  if (!(await takeAttempt(needs, counted, max))) return undefined;
  return { giveBack: () => returnAttempt(needs, counted) };
}
