import type { Inflate } from './status-list';
import type { PassKey, VerifyBytes } from './suites';

/**
 * Checks signatures by Web Crypto, for validators in a browser: Ed25519 where the browser has it, and P-256. A key that is no point and a suite that the
 * browser does not know sign nothing. Not for phones of 2017: it needs BigInt.
 */
export const verifyByWeb =
  (subtle: SubtleCrypto): VerifyBytes =>
  async (key, message, signature) => {
    const algorithm =
      key.suite === 'es256' ? { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' } : { name: 'Ed25519' };
    const raw = key.suite === 'es256' ? wholePoint(key) : key.suite === 'ed25519' ? key.bytes : undefined;
    if (!raw) return false;
    try {
      const imported = await subtle.importKey('raw', Uint8Array.from(raw), algorithm, false, ['verify']);
      return await subtle.verify(algorithm, imported, Uint8Array.from(signature), Uint8Array.from(message));
    } catch {
      return false;
    }
  };

/** P-256 (SEC 2): the field and the constant of y² = x³ − 3x + b. */
const prime = 2n ** 256n - 2n ** 224n + 2n ** 192n + 2n ** 96n - 1n;
const constant = 0x5ac635d8aa3a93e7b3ebbd55769886bc651d06b0cc53b0f63bce3c3e27d2604bn;

/** A point with both coordinates, as browsers read it; undefined where there is none with this x. */
function wholePoint({ bytes }: PassKey): Uint8Array | undefined {
  const x = numberOf(bytes.subarray(1));
  const square = (x ** 3n - 3n * x + constant) % prime;
  const root = power(square, (prime + 1n) / 4n);
  if (x >= prime || (root * root - square) % prime !== 0n) return undefined;
  const y = root % 2n === BigInt((bytes[0] ?? 0) & 1) ? root : prime - root;
  const hex = y.toString(16).padStart(64, '0');
  return Uint8Array.from([
    4,
    ...bytes.subarray(1),
    ...(hex.match(/../g) ?? []).map((pair) => Number.parseInt(pair, 16)),
  ]);
}

const numberOf = (bytes: Uint8Array): bigint => bytes.reduce((sum, byte) => sum * 256n + BigInt(byte), 0n);

function power(base: bigint, exponent: bigint): bigint {
  let [result, square] = [1n, ((base % prime) + prime) % prime];
  for (let rest = exponent; rest > 0n; rest >>= 1n) {
    if (rest & 1n) result = (result * square) % prime;
    square = (square * square) % prime;
  }
  return result;
}

/** Unpacks the zlib form by the browser, and stops where it becomes longer than it may. */
export const inflateByWeb: Inflate = async (bytes, length) => {
  const whole = new Uint8Array(length);
  let at = 0;
  try {
    const stream = new Blob([Uint8Array.from(bytes)]).stream().pipeThrough(new DecompressionStream('deflate'));
    const reader = stream.getReader();
    for (let part = await reader.read(); !part.done; part = await reader.read()) {
      if (at + part.value.length > length) {
        await reader.cancel();
        return undefined;
      }
      whole.set(part.value, at);
      at += part.value.length;
    }
  } catch {
    return undefined;
  }
  return at === length ? whole : undefined;
};
