import type * as api from '@tongcheng/shared/publications/api';
import type { TracingRow } from '@tongcheng/shared/publications/wire';
import { fail, ok } from '@tongcheng/shared/result';
import { dayOf, type Instant } from '@tongcheng/shared/time';
import type { DocumentStore } from '../../ports/document-store';
import { tracingCases } from '../tracing/cases/case-record';
import { traceRequests } from '../tracing/cases/request-record';
import type { UseCase } from '../use-case';
import type { CityOf } from '../venues/cached-records';

interface Needs {
  readonly store: DocumentStore;
  readonly cityOf: CityOf;
}

type Counting = { -readonly [K in keyof TracingRow]: TracingRow[K] };

/** How often people of a city were traced and for what: every case and request that is still kept, by the month in which it was made. */
export const tracings: UseCase<typeof api.tracings, Needs> = async ({ store, cityOf }, _caller, { city }) => {
  if (!(await cityOf(city))) return fail('city-unknown');
  const rows = new Map<string, Counting>();
  const rowOf = (at: Instant, purpose: TracingRow['purpose']): Counting => {
    const month = dayOf(at).slice(0, 7);
    const row = rows.get(`${month} ${purpose}`) ?? { month, purpose, cases: 0, requests: 0, released: 0 };
    rows.set(`${month} ${purpose}`, row);
    return row;
  };
  const purposes = new Map<string, TracingRow['purpose']>();
  for await (const batch of store.stream(tracingCases, { where: { city } }))
    for (const { _id, purpose, openedAt } of batch) {
      purposes.set(_id, purpose);
      rowOf(openedAt, purpose).cases += 1;
    }
  for await (const batch of store.stream(traceRequests, { where: { city } }))
    for (const { caseId, requestedAt, approval } of batch) {
      const purpose = purposes.get(caseId);
      if (purpose === undefined) continue;
      const row = rowOf(requestedAt, purpose);
      row.requests += 1;
      if (approval !== undefined) row.released += 1;
    }
  return ok({ rows: [...rows.values()].sort((one, other) => (one.month < other.month ? 1 : -1)) });
};
