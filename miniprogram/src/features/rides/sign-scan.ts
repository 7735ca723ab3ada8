import { hmacSha256 } from '@tongcheng/shared/hmac-sha-256';
import { signedText } from '@tongcheng/shared/rides/signed-scan';
import type { Records } from '../../client/records';
import { sessionRecord } from '../../client/session-record';
import type { QueuedScan } from './queued-scan';

/** Signs a scan with the key of the session at hand. Without a key it stays unsigned, and the service will say so. */
export function signScan(records: Records, scan: QueuedScan): QueuedScan {
  const state = records.read(sessionRecord);
  const signing = state.is === 'held' ? state.session.signing : undefined;
  if (!signing) return scan;
  const mac = hexOf(hmacSha256(bytesOf(signing.key), signedText(scan)));
  return { ...scan, signature: { keyId: signing.keyId, mac } };
}

const hexOf = (bytes: Uint8Array): string => {
  let text = '';
  for (let i = 0; i < bytes.length; i += 1) text += `0${(bytes[i] ?? 0).toString(16)}`.slice(-2);
  return text;
};

const bytesOf = (hex: string): Uint8Array => {
  const bytes = new Uint8Array(hex.length / 2);
  for (let i = 0; i < bytes.length; i += 1) bytes[i] = Number.parseInt(hex.slice(i * 2, i * 2 + 2), 16);
  return bytes;
};
