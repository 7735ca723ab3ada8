import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import type { Measure } from '@tongcheng/shared/tracing/measures';
import type { KeyService } from '../../../ports/key-service';
import type { Vault } from '../../../vault/vault';
import type { MeasuredCase } from '../cases/case-of';
import { requestDigest } from '../cases/request-digest';
import type { MeasureRecord } from './measure-record';

type Asked = Pick<MeasureRecord, '_id' | 'measure' | 'askedBy' | 'askedAt'>;

/** A digest of exactly what is asked for, the case and its rider included: another period, rider, kind or word is another measure. */
export async function measureDigest(
  needs: { readonly vault: Vault },
  opened: MeasuredCase,
  { _id, measure, askedBy, askedAt }: Asked,
): Promise<string> {
  const request = { _id, requestedBy: askedBy, requestedAt: askedAt };
  const ofCase = await requestDigest(needs, { ...opened, request });
  return createHash('sha256')
    .update(JSON.stringify([ofCase, entriesOf(measure)]))
    .digest('base64url');
}

const entriesOf = (measure: Measure) => Object.entries(measure).sort(([one], [other]) => (one < other ? -1 : 1));

/** What an approval leaves behind, of all that the record says: nobody who can only write to the store can make one. */
export async function measureApproval(keys: Pick<KeyService, 'derive'>, record: MeasureRecord): Promise<string> {
  const { _id, caseId, city, measure, askedBy, askedAt, digest, decidedBy, decidedAt, holdsUntil } = record;
  const said = [_id, caseId, city, entriesOf(measure), askedBy, askedAt, digest, decidedBy, decidedAt, holdsUntil];
  return createHmac('sha256', await keys.derive('tracing-measures'))
    .update(JSON.stringify(said))
    .digest('base64url');
}

/** Whether a measure carries the approval of what it says. */
export async function isMeasureApproved(keys: Pick<KeyService, 'derive'>, record: MeasureRecord): Promise<boolean> {
  if (record.approval === undefined) return false;
  const [given, right] = [Buffer.from(record.approval), Buffer.from(await measureApproval(keys, record))];
  return given.length === right.length && timingSafeEqual(given, right);
}
