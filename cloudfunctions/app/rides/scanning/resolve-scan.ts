import type { RiderCaller } from '@tongcheng/shared/caller';
import { fail, ok, type Result } from '@tongcheng/shared/result';
import { longestRideOfAnyModeMs } from '@tongcheng/shared/rides/replay/replay-state';
import { serviceDay } from '@tongcheng/shared/rides/service-day';
import type { ScanInput } from '@tongcheng/shared/rides/wire';
import { addDays, type Day, dayMs, dayStart, type Instant } from '@tongcheng/shared/time';
import type { CitySettings } from '@tongcheng/shared/venues/city-settings';
import type { CodeState } from '@tongcheng/shared/venues/kinds';
import type { DayVault, Vault } from '../../../vault/vault';
import type { EligibilityNeeds } from '../../identity/eligibility/ask-eligibility';
import { asMember } from '../../identity/family/member-of';
import type { SigningKeys } from '../../sessions/signing-keys';
import type { CityOf } from '../../venues/city-of';
import type { VenueRecord } from '../../venues/records';
import type { ResolveCode } from '../../venues/resolve-code';
import { scanKey } from '../scan-record';
import { isClockWrong } from './clock-fault';
import { signatureState } from './scan-signature';
import { pseudonymOf, subjectOf } from './scan-subject';

/** Why a scan is not registered. */
export type ScanFailure =
  | 'code-unknown'
  | 'code-revoked'
  | 'code-forged'
  | 'code-foreign'
  | 'clock-wrong'
  | 'scan-too-old'
  | 'scan-conflict'
  | 'scan-tampered'
  | 'member-unknown';

/** A scan with all that is known of it before the rider's other scans are. */
export interface ScanContext {
  readonly input: ScanInput;
  /** Whose scan it is: the caller, or the caller as a member of their family. */
  readonly caller: RiderCaller;
  /** A revoked code comes this far for one reason: the scan may have been registered while the code was good. */
  readonly code: Extract<CodeState, 'valid' | 'demonstration' | 'revoked'>;
  readonly venue: VenueRecord;
  readonly settings: CitySettings;
  readonly day: Day;
  /** Where a ride of the day before may still be under way. */
  readonly dayBefore: Day | undefined;
  readonly dayVault: DayVault;
  /** Signed by the phone that made it; asked of scans that were kept. */
  readonly signed: boolean;
  /** Of an entry by staff: who made it, and whether no register could be asked. */
  readonly assisted?: { readonly staffId: string; readonly unchecked: boolean };
  /** `_id` of the record. */
  readonly key: string;
  readonly subjectId: string;
  /** The rider's pseudonym of the day. */
  readonly rider: string;
  /** Their pseudonym of the day before, where that counts. */
  readonly riderBefore: string | undefined;
}

/** What placing a scan needs. */
export interface ResolveScanNeeds extends EligibilityNeeds {
  readonly vault: Vault;
  readonly cityOf: CityOf;
  readonly resolveCode: ResolveCode;
  readonly signingKeys: SigningKeys;
}

/** Finds out where and when a scan took place: clock, code, city, service day and its vault. */
export const resolveScan = async (
  needs: ResolveScanNeeds,
  holder: RiderCaller,
  input: ScanInput,
  now: Instant,
): Promise<Result<ScanContext, ScanFailure>> => {
  if (isClockWrong(input, now)) return fail('clock-wrong');
  const { state, venue } = await needs.resolveCode(input.code);
  if (state === 'unknown' || state === 'forged' || state === 'foreign') return fail(`code-${state}`);
  if (!venue) return fail(state === 'revoked' ? 'code-revoked' : 'code-unknown');
  const settings = await needs.cityOf(venue.city);
  if (!settings) return fail('code-foreign');
  if (now - input.scannedAt > settings.rides.offlineDays * dayMs) return fail('scan-too-old');
  const caller = input.memberId === undefined ? holder : await asMember(needs, holder, input.memberId);
  if (!caller) return fail('member-unknown');
  const signature = signatureState(needs, holder, input, now);
  if (signature === 'wrong') return fail('scan-tampered');
  return scanContext(needs.vault, { input, signed: signature === 'good', caller, code: state, venue, settings });
};

type Known = Pick<ScanContext, 'input' | 'signed' | 'caller' | 'code' | 'venue' | 'settings'>;

/** The service day of a scan, its vault, and the rider's pseudonyms in it. */
export const scanContext = async (vault: Vault, known: Known): Promise<Result<ScanContext, 'scan-too-old'>> => {
  const { input, signed, caller, code, venue, settings } = known;
  const day = serviceDay(settings, input.scannedAt);
  const dayVault = await vault.day(venue.city, day);
  if (!dayVault) return fail('scan-too-old');
  const subjectId = subjectOf(caller);
  const rider = pseudonymOf(dayVault, subjectId);
  const key = scanKey(day, input.scanId);
  const reaches = reachesBack(input.scannedAt, day, settings);
  const before = reaches ? await beforeOf(vault, venue.city, day, subjectId) : undefined;
  // Written out, not spread: that would be a twentieth of all that a scan costs.
  return ok({
    input,
    signed,
    caller,
    code,
    venue,
    settings,
    day,
    dayBefore: before?.day,
    dayVault,
    key,
    subjectId,
    rider,
    riderBefore: before?.rider,
  });
};

/** The day before and the rider's pseudonym in it, while it can be opened. */
async function beforeOf(vault: Vault, city: string, day: Day, subjectId: string) {
  const before = addDays(day, -1);
  const dayVault = await vault.day(city, before);
  return dayVault && { day: before, rider: pseudonymOf(dayVault, subjectId) };
}

/** Whether a scan is nearer to its day's start than the longest ride. */
function reachesBack(scannedAt: Instant, day: Day, settings: CitySettings): boolean {
  return scannedAt - dayStart(day, settings.rolloverHour) < longestRideOfAnyModeMs(settings.rides);
}
