import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';
import type { KeyService } from '../../ports/key-service';

const algorithm = 'aes-256-gcm';
const ivBytes = 12;
const tagBytes = 16;
const authTagLength = tagBytes;
/** Version of the form of a wrapped key. */
const form = 'k1.';

/** A key service over a master key in memory, for one machine: wraps with AES-256-GCM, derives with HKDF-SHA-256. */
export function keyFileService(master: Uint8Array): KeyService {
  const derived = (purpose: string) => new Uint8Array(hkdfSync('sha256', master, new Uint8Array(0), purpose, 32));
  const wrapKey = derived('wrap');
  return {
    wrap: async (key, context) => {
      const iv = randomBytes(ivBytes);
      const cipher = createCipheriv(algorithm, wrapKey, iv, { authTagLength }).setAAD(Buffer.from(context));
      const body = Buffer.concat([cipher.update(key), cipher.final()]);
      return `${form}${Buffer.concat([iv, body, cipher.getAuthTag()]).toString('base64url')}`;
    },
    unwrap: async (wrapped, context) => {
      const bytes = bytesOf(wrapped);
      const decipher = createDecipheriv(algorithm, wrapKey, bytes.subarray(0, ivBytes), { authTagLength });
      decipher.setAAD(Buffer.from(context)).setAuthTag(bytes.subarray(-tagBytes));
      return new Uint8Array(Buffer.concat([decipher.update(bytes.subarray(ivBytes, -tagBytes)), decipher.final()]));
    },
    derive: async (purpose) => derived(`derive:${purpose}`),
  };
}

/** Only the one spelling that wrapping gives. */
function bytesOf(wrapped: string): Buffer {
  const bytes = Buffer.from(wrapped.slice(form.length), 'base64url');
  if (!wrapped.startsWith(form) || bytes.toString('base64url') !== wrapped.slice(form.length))
    throw new Error('wrapped in an unknown form');
  if (bytes.length < ivBytes + tagBytes) throw new Error('wrapped key is too short');
  return bytes;
}
