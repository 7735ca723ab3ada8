import type { OfficialCaller } from '@tongcheng/shared/caller';
import { fail, ok } from '@tongcheng/shared/result';
import type * as api from '@tongcheng/shared/tracing/api';
import { recordAccess } from '../audit/record-access';
import { personOf } from '../rides/scanning/scan-subject';
import type { UseCase } from '../use-case';
import { openCaseOf, traceRequestOf } from './cases/case-of';
import { stateOf } from './cases/case-row';
import { doubtRiders, doubtRides } from './cases/doubt-travellers';
import { exposedRider, mergeRiders } from './cases/exposed-riders';
import { isFeedChanged } from './cases/feed-mark';
import { indexTimeline } from './cases/index-timeline';
import { tracedPlaceNames } from './cases/place-names';
import { recordForRiders } from './cases/record-for-riders';
import { isApproved, requestDigest } from './cases/request-digest';
import type { TraceRequestRecord } from './cases/request-record';
import { traceCase } from './cases/trace-case';
import type { TracingNeeds } from './cases/tracing-needs';

/**
 * Names and contacts of those exposed (X-05, W-26): for who asked and who approved, while it is open, of exactly the request that was approved.
 * Every opening is on record before it leaves, also under each rider's own mark, so that they see it.
 */
export const openNames: UseCase<typeof api.openNames, TracingNeeds> = async (needs, caller, input) => {
  const request = await traceRequestOf(needs, caller, input.requestId);
  if (!request) return fail('trace-request-unknown');
  if (!isOpenTo(caller, request, needs.clock.now())) return fail('names-not-open');
  const found = await openCaseOf(needs, caller, request.caseId);
  if (!found.ok) return fail(found.failure.code === 'case-unknown' ? 'trace-request-unknown' : found.failure.code);
  const digest = await requestDigest(needs, { ...found.value, request });
  if (digest !== request.digest || !(await isApproved(needs.keys, request))) return fail('trace-request-changed');
  const traced = await traceCase(needs, found.value);
  const { exposures, rides } = traced;
  await recordOpening(needs, caller, request, exposures.length);
  const riders = await mergeRiders(needs, request.city, exposures);
  const skip = input.skip ?? 0;
  const page = await doubtRiders(needs, request.city, riders.slice(skip, skip + input.limit));
  const personIds = page.flatMap(({ subjectId }) => personOf(subjectId) ?? []);
  await recordForRiders(needs, caller, request, personIds);
  const facts = await needs.vault.reveal(personIds, 'tracing');
  const placeName = tracedPlaceNames(needs, request.city);
  return ok({
    riders: await Promise.all(page.map((rider) => exposedRider(placeName, rider, facts))),
    timeline: await indexTimeline(placeName, await doubtRides(needs, request.city, rides)),
    total: riders.length,
    opensUntil: request.opensUntil ?? 0,
    ...((await isFeedChanged(needs, traced, request)) && { feedChanged: true }),
    watermark: { officialId: caller.officialId, requestId: request._id, at: needs.clock.now() },
  });
};

/** Of the two alone, and of a bureau that approved not even then (W-28): the access row has no bureau. */
const isOpenTo = ({ officialId }: OfficialCaller, request: TraceRequestRecord, now: number): boolean =>
  stateOf(request, now) === 'approved' && [request.requestedBy, request.decidedBy].includes(officialId);

function recordOpening(
  needs: TracingNeeds,
  { officialId: who }: OfficialCaller,
  { _id: what, city }: TraceRequestRecord,
  matches: number,
): Promise<void> {
  return recordAccess(needs, { purpose: 'tracing', who, city, what, reason: 'open-names', counts: { matches } });
}
