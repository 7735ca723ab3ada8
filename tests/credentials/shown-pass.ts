import { type Certificate, signCertificate } from '@tongcheng/shared/credentials/certificate';
import type { ShownCode, ValidatorState } from '@tongcheng/shared/credentials/check-pass';
import { passText } from '@tongcheng/shared/credentials/pass-text';
import { emptyStatuses } from '@tongcheng/shared/credentials/status-bits';
import { signStep } from '@tongcheng/shared/credentials/step';
import type { Signer } from '@tongcheng/shared/credentials/suites';
import type { TrustedKey } from '@tongcheng/shared/credentials/trust-list';
import { dayMs, type Instant, minuteMs } from '@tongcheng/shared/time';
import { certificateOf, morning, newSigner, statusListUrl, trusted, trustListOf } from './keys';

/** An issuer, a phone and what a validator holds of them. */
export const issuer = newSigner();
const phone = newSigner();

/** How a code differs from one that is valid. */
export interface Shown {
  readonly certificate?: Partial<Certificate>;
  readonly step?: Instant;
  readonly nonce?: Uint8Array;
  readonly by?: Signer;
  readonly holder?: Signer;
}

/** The text that a phone shows in the second minute of its certificate. */
export async function shownText({
  certificate: said = {},
  step = morning + minuteMs,
  nonce,
  by = issuer,
  holder = phone,
}: Shown = {}) {
  const certificate = await signCertificate(certificateOf(holder.key, said), by);
  const signed = await signStep(
    { certificate, step, ...(nonce && { nonce }) },
    { suite: holder.key.suite, sign: holder.sign },
  );
  return passText(signed);
}

/** Two minutes less ten seconds after the certificate: the second minute. */
export const soon = morning + minuteMs + 50_000;

/** A validator that has all it needs; `key` says what differs of the key it believes. */
export const stateOf = (said: Partial<ValidatorState> = {}, key: Partial<TrustedKey> = {}): ValidatorState => ({
  trustList: trustListOf([trusted(issuer.key, key)]),
  statusLists: new Map([[statusListUrl, statusListOf()]]),
  syncedAt: morning,
  ...said,
});

/** Statuses as they were in the morning. */
export const statusListOf = (statuses = emptyStatuses()) => ({
  url: statusListUrl,
  issuedAt: morning,
  expiresAt: morning + dayMs,
  timeToLiveMs: 5 * minuteMs,
  statuses,
});

/** A code at an entry gate. */
export const atGate = (text: string, said: Partial<ShownCode> = {}): ShownCode => ({
  text,
  now: soon,
  purpose: 'entry',
  ...said,
});
