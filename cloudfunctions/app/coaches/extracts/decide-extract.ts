import type { OfficialCaller } from '@tongcheng/shared/caller';
import type { decideExtract as endpoint } from '@tongcheng/shared/coaches/extracts-api';
import { fail, ok } from '@tongcheng/shared/result';
import { cityScope, oversees } from '@tongcheng/shared/scope';
import { dayMs } from '@tongcheng/shared/time';
import type { Stored } from '../../../ports/document-store';
import { recordAccess } from '../../audit/record-access';
import type { UseCase } from '../../use-case';
import { extractApproval, extractDigest } from './extract-digest';
import { coachExtracts, type ExtractRecord, type SoughtDocument, soughtDocumentOf } from './extract-record';
import { extractRow, extractState } from './extract-row';
import type { ExtractNeeds } from './request-extract';

/** The request of an id, for an official of its city. */
export async function extractOf(
  { store }: Pick<ExtractNeeds, 'store'>,
  caller: OfficialCaller,
  extractId: string,
): Promise<Stored<ExtractRecord> | undefined> {
  const held = await store.get(coachExtracts, extractId);
  return held && oversees(caller, cityScope(held.city)) ? held : undefined;
}

/**
 * The second person (L-13): approves or rejects exactly the request that they looked at, on record first. Of two who decide at once one does; an
 * approval cannot be repeated, nor moved to another request.
 */
export const decideExtract: UseCase<typeof endpoint, ExtractNeeds> = async (needs, caller, input) => {
  const held = await extractOf(needs, caller, input.extractId);
  if (!held) return fail('extract-unknown');
  const { _v, ...record } = held;
  const document = await soughtDocumentOf(needs, record._id);
  const refused = refusalOf(needs, caller, { record, document, seen: input.digest });
  if (refused !== undefined) return fail(refused);
  const decided = { ...record, ...(await decision(needs, caller, record, input.approve)) };
  const reason = input.approve ? 'approve-extract' : 'reject-extract';
  const access = { who: caller.officialId, city: record.city, what: record._id, reason, counts: {} };
  await recordAccess(needs, { purpose: 'coach-extract', ...access });
  const kept = await needs.store.update(coachExtracts, decided, _v);
  return kept === 'updated' ? ok(extractRow(decided, document, needs.clock.now())) : fail('extract-decided');
};

interface Seen {
  readonly record: ExtractRecord;
  readonly document: SoughtDocument | undefined;
  /** The digest that the caller looked at. */
  readonly seen: string;
}

function refusalOf({ clock }: ExtractNeeds, { officialId }: OfficialCaller, { record, document, seen }: Seen) {
  const state = extractState(record, clock.now());
  if (state === 'expired') return 'extract-expired';
  if (state !== 'open') return 'extract-decided';
  if (record.requestedBy === officialId) return 'extract-second-person-needed';
  const digest = extractDigest(record, document);
  return digest === record.digest && digest === seen ? undefined : 'extract-changed';
}

/** The names are open to the two for a day. */
async function decision(
  { clock, keys }: ExtractNeeds,
  { officialId }: OfficialCaller,
  { _id, digest }: ExtractRecord,
  approve: boolean,
): Promise<Partial<ExtractRecord>> {
  const decidedAt = clock.now();
  const by = { decidedBy: officialId, decidedAt };
  if (!approve) return { ...by, state: 'rejected' };
  const opensUntil = decidedAt + dayMs;
  return {
    ...by,
    state: 'approved',
    opensUntil,
    approval: await extractApproval(keys, { _id, digest, ...by, opensUntil }),
  };
}
