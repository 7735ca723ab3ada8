import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import { chmodSync, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeFlushed } from './flushed-file';

/** The pair by which a device is known: its private half never leaves the folder. */
export interface DeviceKey {
  /** Ed25519, 32 bytes, base64url: what is registered. */
  readonly publicKey: string;
  /** Ed25519 over a text, base64url. */
  sign(text: string): string;
}

/** The pair of the folder; made at the first start, readable by the program's own user only. */
export function deviceKeyIn(folder: string): DeviceKey {
  const path = join(folder, 'device-key.pem');
  if (!existsSync(path)) {
    const { privateKey } = generateKeyPairSync('ed25519');
    writeFlushed(path, privateKey.export({ type: 'pkcs8', format: 'pem' }).toString());
  }
  chmodSync(path, 0o600);
  const key = createPrivateKey(readFileSync(path));
  return {
    publicKey: rawPublicKey(key),
    sign: (text) => sign(null, Buffer.from(text), key).toString('base64url'),
  };
}

function rawPublicKey(key: KeyObject): string {
  const { x, crv } = createPublicKey(key).export({ format: 'jwk' });
  if (!x || crv !== 'Ed25519') throw new Error('设备私钥不是 Ed25519。 The key of the device is no Ed25519 key.');
  return x;
}
