import { createDecipheriv, createPublicKey, diffieHellman, hkdfSync, type KeyObject } from 'node:crypto';
import { tapSealBytes, tapSealContext, tapSealText } from '@tongcheng/shared/gates/taps-text';

/** The key of a city's taps. */
interface TapKey {
  readonly publicKey: string;
  readonly privateKey: KeyObject;
}

/**
 * The token in a tap, 32 bytes; undefined where it does not open: changed, sealed to another key, or for another device or tap. Sealed as
 * docs/gate-protocol.md says; tests/vectors/gates/sealed-tokens.json has right answers.
 */
export function openTap(key: TapKey, deviceId: string, tapId: string, sealedToken: string): Uint8Array | undefined {
  const { publicKey: publicBytes, token: tokenBytes, tag: tagBytes } = tapSealBytes;
  const bytes = Buffer.from(sealedToken, 'base64url');
  if (bytes.length !== publicBytes + tokenBytes + tagBytes || bytes.toString('base64url') !== sealedToken)
    return undefined;
  const ephemeral = bytes.subarray(0, publicBytes);
  try {
    const shared = diffieHellman({ privateKey: key.privateKey, publicKey: publicKeyOf(ephemeral) });
    const salt = Buffer.concat([ephemeral, Buffer.from(key.publicKey, 'base64url')]);
    const made = Buffer.from(hkdfSync('sha256', shared, salt, tapSealContext, 44));
    const [sealKey, nonce] = [made.subarray(0, 32), made.subarray(32)];
    const decipher = createDecipheriv('aes-256-gcm', sealKey, nonce, { authTagLength: tagBytes });
    decipher.setAAD(Buffer.from(tapSealText(deviceId, tapId)));
    decipher.setAuthTag(bytes.subarray(-tagBytes));
    return Buffer.concat([decipher.update(bytes.subarray(publicBytes, -tagBytes)), decipher.final()]);
  } catch {
    return undefined;
  }
}

const publicKeyOf = (bytes: Uint8Array): KeyObject =>
  createPublicKey({
    key: { kty: 'OKP', crv: 'X25519', x: Buffer.from(bytes).toString('base64url') },
    format: 'jwk',
  });
