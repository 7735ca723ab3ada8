import type { endExtract as endpoint } from '@tongcheng/shared/coaches/extracts-api';
import { fail, ok } from '@tongcheng/shared/result';
import { recordAccess } from '../../audit/record-access';
import type { UseCase } from '../../use-case';
import { extractOf } from './decide-extract';
import { coachExtracts, soughtDocuments } from './extract-record';
import type { ExtractNeeds } from './request-extract';

/** Withdraws a request for an extract, or closes one before its time: any official of the city may, at once and for ever. */
export const endExtract: UseCase<typeof endpoint, ExtractNeeds> = async (needs, caller, input) => {
  const held = await extractOf(needs, caller, input.extractId);
  if (!held) return fail('extract-unknown');
  if (held.state !== 'open' && held.state !== 'approved') return fail('extract-decided');
  const { _v, approval: _approval, ...record } = held;
  const access = { who: caller.officialId, city: record.city, what: record._id, reason: 'end-extract', counts: {} };
  await recordAccess(needs, { purpose: 'coach-extract', ...access });
  const kept = await needs.store.update(coachExtracts, { ...record, state: 'ended' }, _v);
  if (kept !== 'updated') return endExtract(needs, caller, input);
  await needs.store.delete(soughtDocuments, record._id);
  return ok({});
};
