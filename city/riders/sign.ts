import { hmacSha256 } from '@tongcheng/shared/hmac-sha-256';
import { signedText } from '@tongcheng/shared/rides/signed-scan';
import type { KeptScan } from '../state';
import type { Phone } from './phone';

/** A scan with the signature of its phone, as the app makes it; without a key, which comes with a session, it stays as it is. */
export const signed = ({ memory: { signing } }: Phone, scan: KeptScan['scan']): KeptScan['scan'] => {
  if (!signing) return scan;
  const mac = Buffer.from(hmacSha256(Buffer.from(signing.key, 'hex'), signedText(scan))).toString('hex');
  return { ...scan, signature: { keyId: signing.keyId, mac } };
};
