import { type Day, minuteMs } from '../time';
import { blockOf } from '../venues/capabilities';
import type { CitySettings } from '../venues/city-settings';
import { TracingParameters } from '../venues/tracing-settings';
import { countedUntil } from './spans';
import type { Certainty } from './traced-ride';

/** What decides a match, in the units of rides. */
export interface TraceParameters {
  readonly leastOverlapMs: number;
  readonly taxiIntervalMs: number;
  readonly boardingMs: number;
  /** Which certainties count at all, the surest first. */
  readonly counted: readonly Certainty[];
  readonly lookBackDays: number;
}

const defaults: TracingParameters = TracingParameters.parse({ from: '1970-01-01' });

/** What holds for rides of a service day: the latest row that began by then. */
export const parametersOn = (settings: Pick<CitySettings, 'capabilities' | 'rides'>, day: Day): TraceParameters => {
  const rows = blockOf(settings, 'tracing')?.parameters ?? [];
  const begun = rows.filter(({ from }) => from <= day);
  const row = begun.reduce((latest, each) => (each.from >= latest.from ? each : latest), defaults);
  return {
    leastOverlapMs: row.leastOverlapSeconds * 1_000,
    taxiIntervalMs: (row.taxiIntervalMinutes ?? settings.rides.taxiIntervalMinutes) * minuteMs,
    boardingMs: row.boardingMinutes * minuteMs,
    counted: countedUntil(row.inferredEnds),
    lookBackDays: row.lookBackDays,
  };
};
