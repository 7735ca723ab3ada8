import { createHash } from 'node:crypto';
import { TapBatch } from '@tongcheng/shared/gates/tap-batch';
import { tapsText } from '@tongcheng/shared/gates/taps-text';
import type { DeviceRecord } from '../devices/device-record';
import { isSignedBy } from '../devices/ed25519';

/** What a gate sends: the text of a batch, and its signature over it. */
interface SignedBatch {
  readonly text: string;
  readonly signature: string;
}

/** A batch that this gate signed, with the digest of its text; undefined where it is another's, changed, or not of the form. No tap is in it twice. */
export function readBatch(
  { _id, publicKey }: DeviceRecord,
  { text, signature }: SignedBatch,
): { readonly batch: TapBatch; readonly digest: string } | undefined {
  if (!isSignedBy(publicKey, tapsText(text), signature)) return undefined;
  const read = TapBatch.safeParse(jsonIn(text));
  if (!read.success || read.data.deviceId !== _id) return undefined;
  const { taps } = read.data;
  if (new Set(taps.map(({ tapId }) => tapId)).size < taps.length) return undefined;
  return { batch: read.data, digest: createHash('sha256').update(text).digest('hex') };
}

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
