import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import type { KeyService } from '../../../ports/key-service';
import type { ExtractRecord, SoughtDocument } from './extract-record';

type Asked = Omit<ExtractRecord, 'state' | 'digest'>;

/** A digest of exactly what is asked for: another recipient, purpose, document or day is another request. */
export function extractDigest(
  { _id, city, recipient, receiver, legalBasis, purpose, content, requestedBy, requestedAt }: Asked,
  document: SoughtDocument | undefined,
): string {
  const said = Object.entries(content).sort(([one], [other]) => (one < other ? -1 : 1));
  const asked = [_id, city, recipient, receiver, legalBasis, purpose, said, document?.subject ?? null];
  return createHash('sha256')
    .update(JSON.stringify([...asked, requestedBy, requestedAt]))
    .digest('base64url');
}

type Decided = Pick<ExtractRecord, '_id' | 'digest' | 'decidedBy' | 'decidedAt' | 'opensUntil'>;

/** What an approval leaves behind: nobody who can only write to the store can make one. */
export async function extractApproval(
  keys: KeyService,
  { _id, digest, decidedBy, decidedAt, opensUntil }: Decided,
): Promise<string> {
  const content = JSON.stringify([_id, digest, decidedBy, decidedAt, opensUntil]);
  return createHmac('sha256', await keys.derive('coach-extract-approvals'))
    .update(content)
    .digest('base64url');
}

/** Whether a request carries the approval of what it says. */
export async function isExtractApproved(keys: KeyService, record: ExtractRecord): Promise<boolean> {
  if (record.approval === undefined) return false;
  const [given, right] = [Buffer.from(record.approval), Buffer.from(await extractApproval(keys, record))];
  return given.length === right.length && timingSafeEqual(given, right);
}
