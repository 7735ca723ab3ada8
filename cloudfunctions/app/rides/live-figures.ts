import { fail, ok } from '@tongcheng/shared/result';
import type * as api from '@tongcheng/shared/rides/api';
import { decisions } from '@tongcheng/shared/rides/meanings';
import { serviceDay } from '@tongcheng/shared/rides/service-hours';
import { cityScope, oversees } from '@tongcheng/shared/scope';
import { hourOf, type Instant, minuteMs } from '@tongcheng/shared/time';
import { modes } from '@tongcheng/shared/venues/kinds';
import type { Clock } from '../../ports/clock';
import type { DocumentStore } from '../../ports/document-store';
import type { UseCase } from '../use-case';
import type { CityOf } from '../venues/cached-records';
import { openPlaceCounts, type PlaceCounts } from './feed/place-counts';
import { openRefusalTally, type RefusalTally } from './feed/refusal-tally';
import { cacheTallies } from './feed/tallies';
import { refusalsWithoutScan } from './refusal-record';
import { isOfFlood, type ScanRecord } from './scan-record';

/** What live figures need. */
export interface LiveNeeds {
  readonly store: DocumentStore;
  readonly clock: Clock;
  readonly cityOf: CityOf;
}

interface LiveTally {
  scans: number;
  /** Scans beyond what one person does in a day: in none of the other figures. */
  leftOut: number;
  readonly byDecision: Map<string, number>;
  readonly byMode: Map<string, number>;
  readonly byHour: number[];
  /** Recorded in each minute, of the last minutes only. */
  readonly byMinute: Map<number, number>;
  readonly refusals: RefusalTally;
  readonly places: PlaceCounts;
}

/** The tallies of cities' days, shared by all that tells of them. */
export const cityTally = cacheTallies(empty, add, 64);

/** The figures of a city's day as they are now: every scan that was answered is in them. Demonstration codes are not. */
export const liveFigures: UseCase<typeof api.liveFigures, LiveNeeds> = async (needs, caller, input) => {
  const settings = await needs.cityOf(input.city);
  if (!settings || !oversees(caller, cityScope(input.city))) return fail('city-unknown');
  const now = needs.clock.now();
  const day = input.day ?? serviceDay(settings, now);
  const { city } = input;
  const tally = await cityTally(needs.store, `${city}.${day}`, { day, city }, now);
  const withoutScan = await refusalsWithoutScan(needs.store, { day, city });
  return ok({
    day,
    asOf: now,
    scans: tally.scans,
    leftOut: tally.leftOut,
    byDecision: decisions.map((decision) => ({ decision, scans: tally.byDecision.get(decision) ?? 0 })),
    byMode: modes.map((mode) => ({ mode, scans: tally.byMode.get(mode) ?? 0 })),
    byHour: [...tally.byHour],
    rolloverHour: settings.rolloverHour,
    lastMinute: lastFullMinute(tally, now),
    refused: tally.refusals.people('refuse') + withoutScan.length,
    letOn: tally.refusals.people('let-on'),
  });
};

function empty(): LiveTally {
  return {
    scans: 0,
    leftOut: 0,
    byDecision: new Map(),
    byMode: new Map(),
    byHour: Array(24).fill(0),
    byMinute: new Map(),
    refusals: openRefusalTally(),
    places: openPlaceCounts(),
  };
}

function add(tally: LiveTally, record: ScanRecord): void {
  if (isOfFlood(record)) {
    if (!record.corrects) tally.leftOut += 1;
    return;
  }
  tally.refusals.add(record);
  tally.places.add(record);
  if (record.corrects) return;
  const { decision, mode, scannedAt, recordedAt } = record;
  const hour = hourOf(scannedAt);
  tally.scans += 1;
  tally.byHour[hour] = (tally.byHour[hour] ?? 0) + 1;
  countUp(tally.byDecision, decision);
  countUp(tally.byMode, mode);
  countUp(tally.byMinute, Math.floor(recordedAt / minuteMs));
}

function countUp<K>(counts: Map<K, number>, key: K): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

function lastFullMinute({ byMinute }: LiveTally, now: Instant): number {
  const last = Math.floor(now / minuteMs) - 1;
  for (const minute of byMinute.keys()) {
    if (minute < last) byMinute.delete(minute);
  }
  return byMinute.get(last) ?? 0;
}
