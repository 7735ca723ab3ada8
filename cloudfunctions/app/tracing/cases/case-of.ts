import type { OfficialCaller } from '@tongcheng/shared/caller';
import { fail, ok, type Result } from '@tongcheng/shared/result';
import { cityScope, oversees } from '@tongcheng/shared/scope';
import type { Measure } from '@tongcheng/shared/tracing/measures';
import { offers } from '@tongcheng/shared/venues/capabilities';
import type { CitySettings } from '@tongcheng/shared/venues/city-settings';
import type { Stored } from '../../../ports/document-store';
import { type CaseRecord, tracingCases } from './case-record';
import { type IndexRider, indexRiderOf } from './index-rider-record';
import { type TraceRequestRecord, traceRequests } from './request-record';
import type { TracingNeeds } from './tracing-needs';

/** The settings of a city of the caller that traces. */
export async function tracingCity(
  { cityOf }: Pick<TracingNeeds, 'cityOf'>,
  caller: OfficialCaller,
  city: string,
): Promise<Result<CitySettings, 'city-unknown' | 'capability-absent'>> {
  const settings = oversees(caller, cityScope(city)) ? await cityOf(city) : undefined;
  if (!settings) return fail('city-unknown');
  return offers(settings, 'tracing') ? ok(settings) : fail('capability-absent');
}

/** A case that traces: open, in a city of the caller that has the capability, with its rider. */
export interface OpenCase {
  readonly record: CaseRecord;
  readonly settings: CitySettings;
  readonly rider: IndexRider;
}

/** The open case of an id, for an official of its city. */
export async function openCaseOf(
  needs: TracingNeeds,
  caller: OfficialCaller,
  caseId: string,
): Promise<Result<OpenCase, 'case-unknown' | 'case-is-closed' | 'capability-absent'>> {
  const held = await needs.store.get(tracingCases, caseId);
  const found = held && (await tracingCity(needs, caller, held.city));
  if (!held || !found) return fail('case-unknown');
  if (!found.ok) return fail(found.failure.code === 'city-unknown' ? 'case-unknown' : 'capability-absent');
  const rider = held.state === 'open' ? await indexRiderOf(needs, caseId) : undefined;
  if (!rider) return fail('case-is-closed');
  const { _v, ...record } = held;
  return ok({ record, settings: found.value, rider });
}

/** A case about which a measure may be asked for: an open one, or one that was closed and whose hold goes on. */
export type MeasuredCase = Omit<OpenCase, 'rider'> & { readonly rider: IndexRider | undefined };

/** The case that a measure is about: closed, it lets its hold be ended and nothing else. */
export async function measuredCaseOf(
  needs: TracingNeeds,
  caller: OfficialCaller,
  caseId: string,
  { kind }: Pick<Measure, 'kind'>,
): Promise<Result<MeasuredCase, 'case-unknown' | 'case-is-closed' | 'capability-absent'>> {
  const found = await openCaseOf(needs, caller, caseId);
  if (found.ok || found.failure.code !== 'case-is-closed' || kind !== 'end-hold') return found;
  const held = await needs.store.get(tracingCases, caseId);
  const settings = held && (await needs.cityOf(held.city));
  if (!held || !settings) return found;
  const { _v, ...record } = held;
  return ok({ record, settings, rider: undefined });
}

/** The open case of an id, for what its approved measures do by themselves. */
export async function tracedCaseOf(needs: TracingNeeds, caseId: string): Promise<OpenCase | undefined> {
  const held = await needs.store.get(tracingCases, caseId);
  const settings = held && (await needs.cityOf(held.city));
  const rider = held?.state === 'open' ? await indexRiderOf(needs, caseId) : undefined;
  if (!held || !settings || !rider || !offers(settings, 'tracing')) return undefined;
  const { _v, ...record } = held;
  return { record, settings, rider };
}

/** The request of an id, for an official of its city. */
export async function traceRequestOf(
  { store }: Pick<TracingNeeds, 'store'>,
  caller: OfficialCaller,
  requestId: string,
): Promise<Stored<TraceRequestRecord> | undefined> {
  const held = await store.get(traceRequests, requestId);
  return held && oversees(caller, cityScope(held.city)) ? held : undefined;
}
