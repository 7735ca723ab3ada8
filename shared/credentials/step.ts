import { type Instant, minuteMs } from '../time';
import type { Cbor, CborKey } from './cbor';
import { readingClaims } from './cbor-claims';
import { type Certificate, certificateIn } from './certificate';
import { claim, fromSeconds, toSeconds } from './claims';
import { readCbor } from './read-cbor';
import { header, messageIn, readMessage, type SignedMessage, signMessage } from './signed-message';
import type { SignBytes, Suite } from './suites';

/** A code is of one step, and a step lasts a minute (P-06). */
export const stepMs = minuteMs;

/** Length of a gate's nonce. */
export const nonceBytes = 8;

/** The beginning of the step that an instant is in. */
export const passStepOf = (now: Instant): Instant => now - (now % stepMs);

/** What a phone signs for one step. */
export interface StepToSign {
  /** As the server signed it. */
  readonly certificate: Uint8Array;
  /** Beginning of the step. */
  readonly step: Instant;
  /** Of the gate that asks, where it can: eight bytes. */
  readonly nonce?: Uint8Array;
}

/** Signs a step: the certificate stands in the headers (`kcwt`, RFC 9528), under the phone's signature. No network is needed. */
export async function signStep(
  { certificate, step, nonce }: StepToSign,
  holder: { readonly suite: Suite; readonly sign: SignBytes },
): Promise<Uint8Array> {
  const embedded = readCbor(certificate);
  if (embedded === undefined || passStepOf(step) !== step)
    throw new RangeError('a step needs a certificate and begins with a minute');
  if (nonce && nonce.length !== nonceBytes) throw new RangeError('a nonce has eight bytes');
  const claims = new Map<CborKey, Cbor>([[claim.issuedAt, toSeconds(step)]]);
  if (nonce) claims.set(claim.nonce, nonce);
  return signMessage(holder, [[header.certificate, embedded]], claims);
}

/** A pass as it was read: by its form alone, no signature was looked at. */
export interface ReadPass {
  readonly certificate: Certificate;
  /** Name of the key that should have signed the certificate. */
  readonly keyId: Uint8Array;
  readonly certificateMessage: SignedMessage;
  readonly step: Instant;
  readonly nonce?: Uint8Array;
  readonly stepMessage: SignedMessage;
}

/** What the bytes of a code say; undefined where they are no pass in every form. */
export function readPass(bytes: Uint8Array): ReadPass | undefined {
  const stepMessage = readMessage(bytes);
  if (stepMessage?.headers.size !== 2) return undefined;
  const certificateMessage = messageIn(stepMessage.headers.get(header.certificate));
  const read = certificateMessage && certificateIn(certificateMessage);
  const said = readStep(stepMessage.payload);
  if (!read || !said || stepMessage.suite !== read.certificate.holder.suite) return undefined;
  return { ...read, ...said, certificateMessage, stepMessage };
}

function readStep(payload: Cbor): Pick<ReadPass, 'step' | 'nonce'> | undefined {
  const claims = readingClaims(payload);
  const step = fromSeconds(claims.whole(claim.issuedAt));
  const nonce = claims.has(claim.nonce) ? claims.octets(claim.nonce) : undefined;
  if (!claims.isExact() || passStepOf(step) !== step) return undefined;
  if (!nonce) return { step };
  return nonce.length === nonceBytes ? { step, nonce } : undefined;
}
