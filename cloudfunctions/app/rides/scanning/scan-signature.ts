import { createHmac, timingSafeEqual } from 'node:crypto';
import type { RiderCaller } from '@tongcheng/shared/caller';
import { idTime } from '@tongcheng/shared/ids';
import { signedScanText } from '@tongcheng/shared/rides/signed-scan';
import type { ScanInput } from '@tongcheng/shared/rides/wire';
import { type Instant, minuteMs } from '@tongcheng/shared/time';
import type { SigningKeys } from '../../sessions/signing-keys';

/** A scan that was answered at once proves itself by its session; one that took longer was kept, and is looked at. */
const keptAfterMs = 15_000;
/** A phone's clock may be off by so much when a session is opened. */
const toleranceMs = 5 * minuteMs;

/** `none`: not signed, or not asked for. `wrong`: not made so by this account, or changed since. */
export type SignatureState = 'good' | 'none' | 'wrong';

/** What checking a signature needs. */
export interface SignatureNeeds {
  readonly signingKeys: SigningKeys;
}

/** Whether a scan that was kept on a phone is what the phone of this account made. */
export const signatureState = (
  { signingKeys }: SignatureNeeds,
  { accountId }: Pick<RiderCaller, 'accountId'>,
  input: ScanInput,
  now: Instant,
): SignatureState => {
  const { signature, scannedAt } = input;
  if (!signature || now - scannedAt < keptAfterMs) return 'none';
  if (scannedAt < idTime(signature.keyId) - toleranceMs) return 'wrong';
  const key = signingKeys.keyOf(accountId, signature.keyId);
  const expected = createHmac('sha256', key).update(signedScanText(input), 'utf8').digest();
  return timingSafeEqual(expected, Buffer.from(signature.mac, 'hex')) ? 'good' : 'wrong';
};
