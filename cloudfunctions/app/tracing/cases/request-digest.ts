import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import { blockOf } from '@tongcheng/shared/venues/capabilities';
import type { CitySettings } from '@tongcheng/shared/venues/city-settings';
import type { KeyService } from '../../../ports/key-service';
import type { Vault } from '../../../vault/vault';
import type { CaseRecord } from './case-record';
import type { IndexRider } from './index-rider-record';
import type { TraceRequestRecord } from './request-record';

/** All that an approval is about. */
export interface AskedFor {
  readonly record: CaseRecord;
  /** Undefined of a closed case, which let go of its rider. */
  readonly rider: IndexRider | undefined;
  readonly settings: CitySettings;
  readonly request: Pick<TraceRequestRecord, '_id' | 'requestedBy' | 'requestedAt' | 'feed'>;
}

/** A digest of exactly what is asked for: another case, rider, period, purpose or parameter of the city is another request. */
export async function requestDigest(
  { vault }: { readonly vault: Vault },
  { record, rider, settings, request }: AskedFor,
): Promise<string> {
  const { _id, city, number, legalBasis, purpose, infectiousFrom, infectiousTo, hours } = record;
  const { documentSubject, personId = '' } = rider ?? { documentSubject: 'closed' };
  const who = await vault.blindIndex('tracing-index-rider', JSON.stringify([_id, documentSubject, personId]));
  const rules = [blockOf(settings, 'tracing') ?? null, settings.rides, settings.rolloverHour];
  const asked = [request._id, request.requestedBy, request.requestedAt];
  const content: unknown[] = [_id, city, number, legalBasis, purpose, infectiousFrom, infectiousTo, who, rules, asked];
  // A request of an earlier release keeps the digest that it has.
  if (hours) content.push([hours.from, hours.to]);
  if (request.feed !== undefined) content.push(['feed', request.feed]);
  return createHash('sha256').update(JSON.stringify(content)).digest('base64url');
}

type Decided = Pick<TraceRequestRecord, 'digest' | 'decidedBy' | 'decidedAt' | 'opensUntil'>;

/** What an approval leaves behind: nobody who can only write to the store can make one. */
export async function approvalOf(keys: KeyService, { digest, decidedBy, decidedAt, opensUntil }: Decided) {
  const content = JSON.stringify([digest, decidedBy, decidedAt, opensUntil]);
  return createHmac('sha256', await keys.derive('tracing-approvals'))
    .update(content)
    .digest('base64url');
}

/** Whether a request carries the approval of what it says. */
export async function isApproved(keys: KeyService, request: TraceRequestRecord): Promise<boolean> {
  if (request.approval === undefined) return false;
  const [given, right] = [Buffer.from(request.approval), Buffer.from(await approvalOf(keys, request))];
  return given.length === right.length && timingSafeEqual(given, right);
}
