import type { Instant } from '../time';
import type { CardSet } from './card-set';
import type { SetFileHead } from './set-file';
import type { SetHeader } from './set-header';

/** The set that a gate decides by, and the head of the last file that made it what it is. */
export interface HeldSet {
  readonly cards: CardSet;
  readonly header: SetHeader;
}

/** The cryptography of the gate's own machine; nothing is asked of it but this. */
export interface SetCryptography {
  /** Whether the set key of that name signed the text (Ed25519, base64url); false for an unknown key. */
  isSigned(text: string, signature: string, keyId: string): boolean;
  /** A running SHA-256. */
  digest(): { update(bytes: Uint8Array): void; hex(): string };
}

/** What is needed to take a file. */
export interface TakingNeeds extends SetCryptography {
  /** Whose cards the gate lets in. */
  readonly city: string;
  readonly now: Instant;
}

/** Why a file was not taken. None of them changes the set that is held. */
export const setRefusals = [
  /** Its head cannot be read. */
  'not-a-set-file',
  /** No key that is trusted signed it. */
  'not-signed',
  'other-city',
  /** It was made later than now, by more than clocks may differ. */
  'from-the-future',
  /** It is as old as the set that is held, or older. */
  'not-newer',
  /** A delta of another version or epoch than the set that is held; or a delta where a snapshot is due, or the other way round. */
  'not-the-next',
  /** Its body is not the one that was signed. */
  'damaged',
] as const;
export type SetRefusal = (typeof setRefusals)[number];

/** Clocks may differ by so much. */
export const clockToleranceMs = 5 * 60_000;

/** Why a file of that head may not follow the set that is held; undefined when it may. */
export function setFileRefusal(
  { city, now, isSigned }: TakingNeeds,
  held: HeldSet | undefined,
  { header, signedText, signature }: SetFileHead,
): SetRefusal | undefined {
  if (!isSigned(signedText, signature, header.keyId)) return 'not-signed';
  if (header.city !== city) return 'other-city';
  if (header.madeAt > now + clockToleranceMs) return 'from-the-future';
  if (held && header.version <= held.header.version) return 'not-newer';
  if (header.from === undefined) return undefined;
  const isNext = held?.header.version === header.from && held.header.epoch === header.epoch;
  return isNext ? undefined : 'not-the-next';
}

/** Whether a set is what a head says it is. */
export const isAsSaid = (cards: CardSet, { cards: count, check }: SetHeader): boolean =>
  cards.count() === count && cards.check() === check;
