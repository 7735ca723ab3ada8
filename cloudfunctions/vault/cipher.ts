import { createCipheriv, createDecipheriv } from 'node:crypto';
import type { RandomBytes } from '@tongcheng/shared/ids';
import { SealBroken } from './vault';

const algorithm = 'aes-256-gcm';
const ivBytes = 12;
const tagBytes = 16;
/** First character of everything sealed: the version of the form, so that a later one can be told apart. */
const form = 'A';

/** Seals a text under a 32-byte key, bound to `context` (the record's id): moved elsewhere it does not open. */
export function sealText(key: Uint8Array, context: string, text: string, random: RandomBytes): string {
  const iv = random(ivBytes);
  const cipher = createCipheriv(algorithm, key, iv, { authTagLength: tagBytes });
  cipher.setAAD(Buffer.from(context));
  const body = cipher.update(text, 'utf8');
  return form + Buffer.concat([iv, body, cipher.final(), cipher.getAuthTag()]).toString('base64url');
}

/** Opens what {@link sealText} sealed; throws {@link SealBroken} when it was changed, moved, or sealed under another key. */
export function openText(key: Uint8Array, context: string, sealed: string): string {
  const bytes = bytesOf(sealed);
  const decipher = createDecipheriv(algorithm, key, bytes.subarray(0, ivBytes), { authTagLength: tagBytes });
  decipher.setAAD(Buffer.from(context));
  decipher.setAuthTag(bytes.subarray(-tagBytes));
  const text = decipher.update(bytes.subarray(ivBytes, -tagBytes)).toString('utf8');
  try {
    return text + decipher.final('utf8');
  } catch (cause) {
    throw new SealBroken('a sealed text does not open', { cause });
  }
}

/** Only the one spelling that sealing gives: reading base 64 forgives much, and a changed text shall never open. */
function bytesOf(sealed: string): Buffer {
  const bytes = Buffer.from(sealed.slice(form.length), 'base64url');
  if (!sealed.startsWith(form) || bytes.toString('base64url') !== sealed.slice(form.length))
    throw new SealBroken('sealed in an unknown form');
  if (bytes.length < ivBytes + tagBytes) throw new SealBroken('sealed text is too short');
  return bytes;
}
