/**
 * SHA-256 (FIPS 180-4) in the language of the oldest phones: mini-programs have no WebCrypto, and the usual packages need
 * BigInt, which phones of 2017 lack (decision 107). A test holds it against Node's own. Servers use `node:crypto`.
 */
export const sha256 = (message: Uint8Array): Uint8Array => {
  const state = initial.slice();
  const padded = pad(message);
  for (let at = 0; at < padded.length; at += blockBytes) compress(state, padded, at);
  return bytesOf(state);
};

/** Bytes that are hashed at once. */
export const blockBytes = 64;

const wordLimit = 0x1_0000_0000;

/** The first 32 bits behind the point of a root: what the standard takes its constants from. */
const fraction = (root: number): number => Math.floor((root - Math.floor(root)) * wordLimit) | 0;

const primes = firstPrimes(64);
const initial: readonly number[] = primes.slice(0, 8).map((prime) => fraction(Math.sqrt(prime)));
const rounds: readonly number[] = primes.map((prime) => fraction(prime ** (1 / 3)));

function firstPrimes(count: number): number[] {
  const found: number[] = [];
  for (let number = 2; found.length < count; number += 1)
    if (found.every((prime) => number % prime !== 0)) found.push(number);
  return found;
}

function pad(message: Uint8Array): Uint8Array {
  const length = Math.ceil((message.length + 9) / blockBytes) * blockBytes;
  const padded = new Uint8Array(length);
  padded.set(message);
  padded[message.length] = 0x80;
  const view = new DataView(padded.buffer);
  view.setUint32(length - 8, Math.floor((message.length * 8) / wordLimit));
  view.setUint32(length - 4, (message.length * 8) % wordLimit);
  return padded;
}

function compress(state: number[], padded: Uint8Array, at: number): void {
  const words = scheduleOf(padded, at);
  let [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = state;
  for (let i = 0; i < 64; i += 1) {
    const choice = (e & f) ^ (~e & g);
    const majority = (a & b) ^ (a & c) ^ (b & c);
    const first = (h + (turn(e, 6) ^ turn(e, 11) ^ turn(e, 25)) + choice + (rounds[i] ?? 0) + (words[i] ?? 0)) | 0;
    const second = ((turn(a, 2) ^ turn(a, 13) ^ turn(a, 22)) + majority) | 0;
    [h, g, f, e, d, c, b, a] = [g, f, e, (d + first) | 0, c, b, a, (first + second) | 0];
  }
  [a, b, c, d, e, f, g, h].forEach((word, i) => {
    state[i] = ((state[i] ?? 0) + word) | 0;
  });
}

function scheduleOf(padded: Uint8Array, at: number): number[] {
  const view = new DataView(padded.buffer, at, blockBytes);
  const words: number[] = [];
  for (let i = 0; i < 16; i += 1) words.push(view.getInt32(i * 4));
  for (let i = 16; i < 64; i += 1) {
    const [early = 0, late = 0] = [words[i - 15], words[i - 2]];
    const low = turn(early, 7) ^ turn(early, 18) ^ (early >>> 3);
    const high = turn(late, 17) ^ turn(late, 19) ^ (late >>> 10);
    words.push(((words[i - 16] ?? 0) + low + (words[i - 7] ?? 0) + high) | 0);
  }
  return words;
}

const turn = (word: number, bits: number): number => (word >>> bits) | (word << (32 - bits));

function bytesOf(words: readonly number[]): Uint8Array {
  const bytes = new Uint8Array(words.length * 4);
  const view = new DataView(bytes.buffer);
  words.forEach((word, i) => {
    view.setInt32(i * 4, word);
  });
  return bytes;
}
