import { dayMs, type Instant } from '../time';
import type { Certificate } from './certificate';
import type { PassOutcome } from './pass-outcomes';
import { type Purpose, passPurposes } from './pass-purposes';
import { readPassText } from './pass-text';
import type { UseBook } from './pass-uses';
import { type ProvenCertificates, provePass } from './prove-pass';
import { isSame } from './read-cbor';
import { isRevoked } from './status-bits';
import type { StatusList } from './status-list';
import { type ReadPass, readPass, stepMs } from './step';
import type { VerifyBytes } from './suites';
import type { TrustedKey, TrustList } from './trust-list';

/** How far clocks of phones and validators may be from the server's. */
export const passToleranceMs = 15_000;

/** So long a validator answers without having heard of the service; then it says that it has the problem. */
export const longestOfflineMs = dayMs;

/** What a validator holds, all of it taken before. */
export interface ValidatorState {
  readonly trustList: TrustList | undefined;
  /** Status lists by their address. */
  readonly statusLists: ReadonlyMap<string, StatusList>;
  /** When it last took what the service has, by the server's clock; undefined where it never did. */
  readonly syncedAt: Instant | undefined;
}

/** A code before a validator. */
export interface ShownCode {
  readonly text: string;
  readonly now: Instant;
  readonly purpose: Purpose;
  /** What this validator asked the phone to sign; a code with another one, or with one that was not asked for, is not for it. */
  readonly nonce?: Uint8Array;
}

/** A validator's answer. `pass` is there where both signatures hold, whatever else is wrong with it. */
export interface PassVerdict {
  readonly outcome: PassOutcome;
  readonly pass?: CheckedPass;
}

/** What an inspector sees. */
interface CheckedPass
  extends Pick<Certificate, 'passId' | 'kind' | 'name' | 'numberEnd' | 'expiresAt' | 'passEndsAt' | 'commitment'> {
  readonly city: string;
  readonly step: Instant;
}

/** What a check is done with. */
export interface CheckTools {
  readonly verify: VerifyBytes;
  /** Certificates proven before, where they are remembered. */
  readonly proven?: ProvenCertificates;
  /** Takes the use of a code that is valid, for purposes that use codes up. */
  readonly uses?: Pick<UseBook, 'take'>;
}

/**
 * Checks a code with nobody online: by the lists that the validator holds, in the order in which an inspector wants to know. What is wrong
 * with the validator itself comes first, so that no rider is blamed for it.
 */
export async function checkPass(code: ShownCode, state: ValidatorState, tools: CheckTools): Promise<PassVerdict> {
  const own = doubtOf(state, code.now);
  if (own || !state.trustList) return { outcome: own ?? 'trust-list-over' };
  const bytes = readPassText(code.text);
  const pass = bytes && readPass(bytes);
  if (!pass) return { outcome: 'not-a-pass' };
  const proof = await provePass(pass, state.trustList, tools.verify, tools.proven);
  if ('refusal' in proof) return { outcome: proof.refusal };
  const outcome = judgePass(pass, proof.trusted, state, code) ?? useOf(pass, code, tools) ?? 'valid';
  return { outcome, pass: checkedPass(pass, proof.trusted) };
}

/** What a validator knows against itself, before it looks at any code; undefined where it may answer. */
export function doubtOf({ trustList, syncedAt }: ValidatorState, now: Instant): PassOutcome | undefined {
  if (!trustList) return 'trust-list-over';
  const known = Math.max(trustList.issuedAt, syncedAt ?? 0);
  if (now < known - passToleranceMs) return 'validator-clock-wrong';
  if (now >= trustList.expiresAt) return 'trust-list-over';
  return syncedAt === undefined || now - syncedAt >= longestOfflineMs ? 'validator-offline' : undefined;
}

/** What is wrong with a pass whose signatures hold; undefined where nothing is. */
function judgePass(
  { certificate, step, nonce }: ReadPass,
  trusted: TrustedKey,
  state: ValidatorState,
  code: Omit<ShownCode, 'text'>,
): PassOutcome | undefined {
  if (trusted.demonstration || certificate.demonstration) return 'demonstration';
  const isItsKeys = certificate.issuedAt >= trusted.notBefore && certificate.issuedAt < trusted.notAfter;
  if (!isItsKeys || !trusted.kinds.includes(certificate.kind)) return 'unknown-key';
  return (
    statusOf(certificate, state.statusLists.get(trusted.statusListUrl), code.now) ??
    timeOf(certificate, step, code.now) ??
    fitOf(certificate, nonce, code)
  );
}

function statusOf({ statusIndex }: Certificate, list: StatusList | undefined, now: Instant): PassOutcome | undefined {
  if (!list || now >= list.expiresAt) return 'validator-offline';
  return isRevoked(list.statuses, statusIndex) ? 'revoked' : undefined;
}

/** The server signed the certificate's beginning: a validator before it is slow. The phone signed the step's. */
function timeOf(certificate: Certificate, step: Instant, now: Instant): PassOutcome | undefined {
  if (now < certificate.issuedAt - passToleranceMs) return 'validator-clock-wrong';
  if (now >= certificate.passEndsAt + passToleranceMs) return 'pass-ended';
  if (now >= certificate.expiresAt + passToleranceMs || step >= certificate.expiresAt) return 'check-expired';
  if (now < step - passToleranceMs) return 'phone-clock-wrong';
  return now >= step + stepMs + passToleranceMs ? 'step-expired' : undefined;
}

function fitOf(
  { kind }: Certificate,
  nonce: Uint8Array | undefined,
  code: Omit<ShownCode, 'text'>,
): PassOutcome | undefined {
  const none = new Uint8Array(0);
  if (!isSame(nonce ?? none, code.nonce ?? none)) return 'nonce-wrong';
  return passPurposes[code.purpose].kinds.includes(kind) ? undefined : 'kind-refused';
}

/** The last question, asked and answered at once: of two checks of one code in one moment one is the second. */
function useOf(
  { certificate, step }: ReadPass,
  { purpose, now }: ShownCode,
  { uses }: CheckTools,
): PassOutcome | undefined {
  if (!uses || !passPurposes[purpose].usesUp) return undefined;
  return uses.take({ passId: certificate.passId, step, purpose, at: now }) ? undefined : 'used-already';
}

const checkedPass = ({ certificate, step }: ReadPass, { city }: TrustedKey): CheckedPass => ({
  passId: certificate.passId,
  kind: certificate.kind,
  name: certificate.name,
  numberEnd: certificate.numberEnd,
  expiresAt: certificate.expiresAt,
  passEndsAt: certificate.passEndsAt,
  commitment: certificate.commitment,
  city,
  step,
});
