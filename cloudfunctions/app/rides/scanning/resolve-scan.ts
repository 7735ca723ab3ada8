import type { RiderCaller } from '@tongcheng/shared/caller';
import { idTime } from '@tongcheng/shared/ids';
import { fail, type Result } from '@tongcheng/shared/result';
import type * as api from '@tongcheng/shared/rides/api';
import type { ScanInput } from '@tongcheng/shared/rides/wire';
import { dayMs, type Instant, minuteMs } from '@tongcheng/shared/time';
import type { Vault } from '../../../vault/vault';
import { readAccount } from '../../identity/account/change-account';
import { type EligibilityNeeds, withFreshEligibility } from '../../identity/eligibility/ask-eligibility';
import { eligibilityOf } from '../../identity/eligibility/eligibility-of';
import { asMember } from '../../identity/family/member-of';
import type { CityOf, WayOf } from '../../venues/cached-records';
import type { ResolveCode } from '../../venues/resolve-code';
import { type ScanContext, scanContext } from './scan-context';
import { type SignatureNeeds, signatureState } from './scan-signature';

/** Why a scan is not registered. */
export type ScanFailure = (typeof api.recordScan)['failures'][number];

/** What resolving a scan needs. */
export interface ResolveScanNeeds extends EligibilityNeeds, SignatureNeeds {
  readonly vault: Vault;
  readonly cityOf: CityOf;
  readonly resolveCode: ResolveCode;
  readonly wayOf: WayOf;
}

/** How far a phone's clock may be off before it is set right. */
const clockToleranceMs = 5 * minuteMs;

/** Whether the phone's clock cannot be believed: then nothing is stored, and the phone corrects its clock and sends again. */
export const isClockWrong = (
  { scanId, scannedAt, sentAt }: Pick<ScanInput, 'scanId' | 'scannedAt' | 'sentAt'>,
  now: Instant,
): boolean => Math.abs(sentAt - now) > clockToleranceMs || scannedAt > sentAt || idTime(scanId) !== scannedAt;

/** Finds out whose scan it is, where and when it took place: clock, code, city, rider and signature are checked in this order. */
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
  const caller =
    input.memberId === undefined ? await withClaimed(needs, holder) : await asMember(needs, holder, input.memberId);
  if (!caller) return fail('member-unknown');
  const signature = signatureState(needs, holder, input, now);
  if (signature === 'wrong') return fail('scan-tampered');
  const signed = signature === 'good';
  // Asked only where a phone says where it is, and the code is not fixed to a place.
  const way = input.position && venue.lat === undefined ? await needs.wayOf(venue) : [];
  return scanContext(needs.vault, { input, signed, caller, code: state, venue, way, settings, assisted: undefined });
};

/** The token of a claim does not tell the person's colour; the verdict of its ride needs it. */
async function withClaimed(needs: ResolveScanNeeds, caller: RiderCaller): Promise<RiderCaller> {
  if (caller.claimedPersonId === undefined) return caller;
  const { _v, ...account } = await readAccount(needs.store, caller.accountId);
  return { ...caller, eligibility: await eligibilityOf(needs.vault, await withFreshEligibility(needs, account)) };
}
