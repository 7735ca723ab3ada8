import { blockBytes, sha256 } from './sha-256';

/** HMAC-SHA-256 (RFC 2104) of a text under a key, for phones; see {@link sha256}. */
export const hmacSha256 = (key: Uint8Array, text: string): Uint8Array => {
  const block = new Uint8Array(blockBytes);
  block.set(key.length > blockBytes ? sha256(key) : key);
  const inner = sha256(joined(masked(block, 0x36), utf8(text)));
  return sha256(joined(masked(block, 0x5c), inner));
};

/** A text as UTF-8: old phones have no TextEncoder. */
export const utf8 = (text: string): Uint8Array => {
  const bytes: number[] = [];
  const escaped = encodeURIComponent(text);
  for (let i = 0; i < escaped.length; i += 1) {
    const isEscape = escaped.charAt(i) === '%';
    bytes.push(isEscape ? Number.parseInt(escaped.slice(i + 1, i + 3), 16) : escaped.charCodeAt(i));
    if (isEscape) i += 2;
  }
  return Uint8Array.from(bytes);
};

function masked(block: Uint8Array, mask: number): Uint8Array {
  return block.map((byte) => byte ^ mask);
}

function joined(head: Uint8Array, tail: Uint8Array): Uint8Array {
  const whole = new Uint8Array(head.length + tail.length);
  whole.set(head);
  whole.set(tail, head.length);
  return whole;
}
