/** Pages of a card set: a card's page is chosen by its hash, so that all fill alike. */
export const pageCount = 4_096;

/** Bytes of a remainder, as it is kept and sent. */
export const remainderBytes = 6;

/** Where a card stands in a set: 60 bits of a keyed hash, of which nobody without the key learns a number. */
export interface CardHash {
  /** 0 to 4,095: the lower twelve bits of the hash's first two bytes. */
  readonly page: number;
  /** 0 to 2⁴⁸ − 1: the six bytes after them, the first the highest. */
  readonly remainder: number;
}

/**
 * The text under the reader key that gives a card's token: `token = HMAC-SHA-256(readerKey, cardTokenText(kind, number))`.
 * The number is plain (`plainCode`): letters large, no blanks.
 * @example
 * const token = hmac(readerKey, cardTokenText('beijing-yikatong', '10007510000000017'));
 * const hash = cardHash(hmac(epochKey, token));
 */
export const cardTokenText = (kind: string, number: string): string => `${kind}:${number}`;

/** The place of a card in a set, from `HMAC-SHA-256(epochKey, token)`; throws where the hash has fewer than eight bytes. */
export function cardHash(mac: Uint8Array): CardHash {
  if (mac.length < 2 + remainderBytes) throw new Error('a hash of fewer than eight bytes');
  return { page: (((mac[0] ?? 0) << 8) | (mac[1] ?? 0)) & (pageCount - 1), remainder: readRemainder(mac, 2) };
}

/** Reads six bytes as a number, the first the highest. */
export const readRemainder = (bytes: Uint8Array, at: number): number =>
  (((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0)) * 0x1_0000_0000 +
  ((((bytes[at + 2] ?? 0) << 24) |
    ((bytes[at + 3] ?? 0) << 16) |
    ((bytes[at + 4] ?? 0) << 8) |
    (bytes[at + 5] ?? 0)) >>>
    0);

/** Writes a remainder as six bytes, the highest first. */
export function writeRemainder(bytes: Uint8Array, at: number, remainder: number): void {
  const high = Math.floor(remainder / 0x1_0000_0000);
  const low = remainder >>> 0;
  bytes[at] = high >>> 8;
  bytes[at + 1] = high;
  bytes[at + 2] = low >>> 24;
  bytes[at + 3] = low >>> 16;
  bytes[at + 4] = low >>> 8;
  bytes[at + 5] = low;
}
