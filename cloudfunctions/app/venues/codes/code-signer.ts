import { createHmac, timingSafeEqual } from 'node:crypto';
import { bytesToBase32 } from '@tongcheng/shared/base32';
import { codeBody, macLength, type RideCode, type UnverifiedCode } from '@tongcheng/shared/venues/ride-code';
import { formatShortCode } from '@tongcheng/shared/venues/short-code';
import type { KeyService } from '../../../ports/key-service';
import { type IssuedCode, readShortValue, shortValue } from './short-code-cipher';

/** Signs and proves the ride codes of this installation. */
export interface CodeSigner {
  /** Fingerprint of the key, ten bits: tells a foreign installation's codes from altered ones of ours. */
  readonly keyId: number;
  /** The code to post, 30 characters of the QR alphanumeric set. */
  sign(code: Omit<RideCode, 'keyId'>): string;
  /** Whether we signed exactly this. Takes the same time wherever the difference is. */
  verifies(code: UnverifiedCode): boolean;
  /** The short code printed beneath the QR code. */
  shortCode(issued: IssuedCode): string;
  /** What a typed short code stands for, if it is one of ours. */
  readShort(value: number): IssuedCode;
}

const known = new WeakMap<KeyService, Promise<CodeSigner>>();

/** The signer of an installation; its key is derived once and stays in memory. */
export const codeSignerOf = (keys: KeyService): Promise<CodeSigner> => {
  const found = known.get(keys);
  if (found) return found;
  const signer = keys.derive('ride-codes').then(makeCodeSigner);
  known.set(keys, signer);
  signer.catch(() => known.delete(keys));
  return signer;
};

function makeCodeSigner(key: Uint8Array): CodeSigner {
  const macOf = (body: string) =>
    bytesToBase32(createHmac('sha256', key).update(`ride-code.${body}`).digest().subarray(0, 10));
  const keyId = createHmac('sha256', key).update('ride-code-key-id').digest().readUInt16BE(0) >> 6;
  return {
    keyId,
    sign: (code) => {
      const body = codeBody({ ...code, keyId });
      return body + macOf(body);
    },
    verifies: ({ fields, body, mac }) => fields.keyId === keyId && sameText(macOf(body), mac),
    shortCode: (issued) => formatShortCode(shortValue(key, issued)),
    readShort: (value) => readShortValue(key, value),
  };
}

function sameText(ours: string, theirs: string): boolean {
  return theirs.length === macLength && timingSafeEqual(Buffer.from(ours), Buffer.from(theirs));
}
