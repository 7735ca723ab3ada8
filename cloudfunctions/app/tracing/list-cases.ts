import type { OfficialRole } from '@tongcheng/shared/access';
import { fail, ok } from '@tongcheng/shared/result';
import type * as api from '@tongcheng/shared/tracing/api';
import type { CaseRow } from '@tongcheng/shared/tracing/wire';
import { blockOf } from '@tongcheng/shared/venues/capabilities';
import type { UseCase } from '../use-case';
import { tracingCity } from './cases/case-of';
import { tracingCases } from './cases/case-record';
import { caseRow } from './cases/case-row';
import { type TraceRequestRecord, traceRequests } from './cases/request-record';
import type { TracingNeeds } from './cases/tracing-needs';
import { type MeasureRecord, tracingMeasures } from './measures/measure-record';
import { measureRow } from './measures/measure-row';

/** Cases of a city with their requests, the newest first: for its health office, and for the bureau where the city gave it the second key. */
export const listCases: UseCase<typeof api.listCases, TracingNeeds> = async (needs, caller, input) => {
  const found = await tracingCity(needs, caller, input.city);
  if (!found.ok) return found;
  const { secondRole = 'health-supervisor' } = blockOf(found.value, 'tracing') ?? {};
  if (!mayList(caller.roles, secondRole)) return fail('trace-second-role-needed');
  const { city, state, limit, after } = input;
  const page = await needs.store.find(tracingCases, {
    where: { city, state },
    order: { by: '_id', direction: 'desc' },
    limit,
    ...(after !== undefined && { after }),
  });
  const requests: TraceRequestRecord[] = [];
  const caseId = { in: page.items.map(({ _id }) => _id) };
  if (caseId.in.length > 0)
    for await (const batch of needs.store.stream(traceRequests, { where: { caseId } }))
      requests.push(...batch.map(({ _v, ...request }) => request));
  const now = needs.clock.now();
  const waiting = await measuresWaiting(needs, caseId.in);
  return ok({
    cases: page.items.map(({ _v, ...record }) => ({
      ...caseRow(record, requests, now),
      ...waitingIn(record._id, waiting, now),
    })),
    ...(page.next !== undefined && { next: page.next }),
    secondRole,
  });
};

/** Who sees the cases of a city that gave the second key to a role. */
export const mayList = (roles: readonly OfficialRole[], secondRole: OfficialRole): boolean =>
  roles.includes('health') ||
  roles.includes('health-supervisor') ||
  (roles.includes('bureau') && secondRole === 'bureau');

/** Measures of some cases that wait for a decision. */
async function measuresWaiting({ store }: TracingNeeds, caseIds: readonly string[]): Promise<readonly MeasureRecord[]> {
  if (caseIds.length === 0) return [];
  const found: MeasureRecord[] = [];
  const where = { caseId: { in: caseIds }, state: 'open' } as const;
  for await (const batch of store.stream(tracingMeasures, { where })) found.push(...batch);
  return found;
}

function waitingIn(caseId: string, all: readonly MeasureRecord[], now: number): Pick<CaseRow, 'measuresWaiting'> {
  const own = all
    .map((each) => measureRow(each, now))
    .filter((each) => each.caseId === caseId && each.state === 'open')
    .map(({ askedBy, expiresAt }) => ({ askedBy, expiresAt }));
  return own.length === 0 ? {} : { measuresWaiting: own };
}
