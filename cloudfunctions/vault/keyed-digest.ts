import { createHmac, hkdfSync } from 'node:crypto';
import { octetsToBase32 } from '@tongcheng/shared/base32';

/** 128 bits of HMAC-SHA-256 as 26 characters: the same for the same text, useless without the key. */
export const keyedDigest = (key: Uint8Array, text: string): string =>
  // As text: a Buffer for each would cost a third more, and every scan asks for several.
  octetsToBase32(createHmac('sha256', key).update(text).digest('binary').slice(0, 16));

/** A key for one purpose out of a 32-byte key (HKDF-SHA-256). */
export const subkey = (key: Uint8Array, purpose: string): Uint8Array =>
  new Uint8Array(hkdfSync('sha256', key, new Uint8Array(0), purpose, 32));
