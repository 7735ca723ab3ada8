import { hmacSha256 } from '../hmac-sha-256';
import { fromBase45, toBase45 } from './base45';
import { type Cbor, type CborKey, writeCbor } from './cbor';
import { readingClaims } from './cbor-claims';
import { commitmentBytes } from './certificate';
import { isSame, readCbor } from './read-cbor';

/** Bytes of the secret that opens a commitment. */
export const openingBytes = 32;

/** What a rider may show besides the code, where name and number are needed whole: to a seller of tickets, at the counter. */
export interface Opening {
  readonly name: string;
  readonly number: string;
  /** The secret of the certificate. */
  readonly opening: Uint8Array;
}

/**
 * Binds name and number under a secret of 32 random bytes, made for this certificate alone and given to the phone beside it. Whoever photographs a
 * code tries all numbers in vain: without the secret every one of them fits as well as any other (decision 252).
 */
export const commitmentOf = (opening: Uint8Array, name: string, number: string): Uint8Array =>
  hmacSha256(opening, `tongcheng-pass-holder-1\n${name}\n${number.toUpperCase()}`).subarray(0, commitmentBytes);

const first = 'TO1:';
const part = { name: 1, number: 2, opening: 3 } as const;

/** What is shown, as the text of a code: it tells name and number to whoever reads it. */
export function openingText({ name, number, opening }: Opening): string {
  const parts = new Map<CborKey, Cbor>([
    [part.name, name],
    [part.number, number],
    [part.opening, opening],
  ]);
  return first + toBase45(writeCbor(parts));
}

/** Longer than any name and number make it. */
const longestOpening = 400;

/** What such a text says; undefined where it is none. */
export function readOpening(text: string): Opening | undefined {
  if (!text.startsWith(first) || text.length > longestOpening) return undefined;
  const bytes = fromBase45(text.slice(first.length));
  const claims = readingClaims(bytes && readCbor(bytes));
  const said = { name: claims.text(part.name), number: claims.text(part.number), opening: claims.octets(part.opening) };
  return claims.isExact() && said.opening.length === openingBytes ? said : undefined;
}

/** Whether name and number are those that the certificate was issued for. */
export const opensCommitment = ({ opening, name, number }: Opening, commitment: Uint8Array): boolean =>
  isSame(commitmentOf(opening, name, number), commitment);
