import { spellingsOf } from '../../world/leaks';
import type { Canary } from './canary-people';

/** A canary in one of the forms in which it might rest. */
interface Pattern {
  readonly canary: Canary;
  readonly as: string;
  readonly bytes: Buffer;
}

/** Where a canary was found. */
export interface Hit {
  readonly canary: Canary;
  readonly as: string;
}

/** Looks at the last bytes of each pattern: their beginnings are alike, as those of phones and names are. */
const windowSize = 6;
/** Bits of the sieve before the table: of bytes by chance one in some hundreds passes it. */
const sieveBits = 24;

/** Every form of every canary, looked for at once: what is read is read once, however many there are. */
export function searchFor(canaries: readonly Canary[]) {
  const sieve = new Uint8Array(2 ** (sieveBits - 3));
  const table = new Map<number, Pattern[]>();
  let forms = 0;
  for (const canary of canaries) {
    const seen = new Set<string>();
    for (const { as, bytes } of spellingsOf(canary.text)) {
      // Digits are the same in UTF-8, in lower case and as JSON.
      if (seen.has(bytes.toString('latin1'))) continue;
      seen.add(bytes.toString('latin1'));
      if (bytes.length < windowSize) throw new Error(`${canary.kind} of ${canary.of} is too short as ${as}`);
      const key = keyAt(bytes, bytes.length - windowSize);
      const place = key >>> (32 - sieveBits);
      sieve[place >>> 3] = (sieve[place >>> 3] ?? 0) | (1 << (place & 7));
      const patterns = table.get(key) ?? [];
      table.set(key, patterns);
      patterns.push({ canary, as, bytes });
      forms += 1;
    }
  }
  return { forms, hitsIn: (bytes: Buffer) => hitsIn(bytes, sieve, table) };
}

/** What searches bytes for every canary. */
export type Search = ReturnType<typeof searchFor>;

/** A whole number of the six bytes from a place on. */
const keyAt = (bytes: Buffer, at: number): number =>
  (Math.imul(bytes.readUInt32LE(at), 0x9e3779b1) ^ Math.imul(bytes.readUInt16LE(at + 4), 0x85ebca77)) >>> 0;

function hitsIn(bytes: Buffer, sieve: Uint8Array, table: ReadonlyMap<number, readonly Pattern[]>): readonly Hit[] {
  const found = new Map<Pattern, Hit>();
  const last = bytes.length - windowSize;
  let low = 0;
  for (let at = 0; at <= last; at += 1) {
    // The four low bytes move on by one; `readUInt32LE` at each place takes three times as long.
    low = at === 0 ? bytes.readUInt32LE(0) : ((low >>> 8) | ((bytes[at + 3] ?? 0) << 24)) >>> 0;
    const high = (bytes[at + 4] ?? 0) | ((bytes[at + 5] ?? 0) << 8);
    const key = (Math.imul(low, 0x9e3779b1) ^ Math.imul(high, 0x85ebca77)) >>> 0;
    const place = key >>> (32 - sieveBits);
    if (((sieve[place >>> 3] ?? 0) & (1 << (place & 7))) === 0) continue;
    for (const pattern of table.get(key) ?? []) {
      const from = at + windowSize - pattern.bytes.length;
      if (from < 0 || found.has(pattern)) continue;
      if (bytes.compare(pattern.bytes, 0, pattern.bytes.length, from, at + windowSize) === 0)
        found.set(pattern, { canary: pattern.canary, as: pattern.as });
    }
  }
  return [...found.values()];
}
