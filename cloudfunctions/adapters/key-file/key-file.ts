import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';
import type { KeyService } from '../../ports/key-service';

const algorithm = 'aes-256-gcm';

/** A key service over a master key in memory, for one machine: wraps with AES-256-GCM, derives with HKDF-SHA-256. */
export function keyFileService(master: Uint8Array): KeyService {
  const derived = (purpose: string) => new Uint8Array(hkdfSync('sha256', master, new Uint8Array(0), purpose, 32));
  const wrapKey = derived('wrap');
  return {
    wrap: async (key, context) => {
      const iv = randomBytes(12);
      const cipher = createCipheriv(algorithm, wrapKey, iv).setAAD(Buffer.from(context));
      const body = Buffer.concat([cipher.update(key), cipher.final()]);
      return `k1.${Buffer.concat([iv, body, cipher.getAuthTag()]).toString('base64url')}`;
    },
    unwrap: async (wrapped, context) => {
      if (!wrapped.startsWith('k1.')) throw new Error('wrapped in an unknown form');
      const bytes = Buffer.from(wrapped.slice(3), 'base64url');
      const decipher = createDecipheriv(algorithm, wrapKey, bytes.subarray(0, 12)).setAAD(Buffer.from(context));
      decipher.setAuthTag(bytes.subarray(-16));
      return new Uint8Array(Buffer.concat([decipher.update(bytes.subarray(12, -16)), decipher.final()]));
    },
    derive: async (purpose) => derived(`derive:${purpose}`),
  };
}
