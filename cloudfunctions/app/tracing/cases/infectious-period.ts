import { serviceDay } from '@tongcheng/shared/rides/service-hours';
import { type Day, dayStart, hourMs } from '@tongcheng/shared/time';
import type { Span } from '@tongcheng/shared/tracing/traced-ride';
import type { CitySettings } from '@tongcheng/shared/venues/city-settings';
import type { RideSource } from '../reading/ride-source';
import type { SourcedExposure } from '../trace';
import type { CaseRecord } from './case-record';

/** The service days that a case asks about, and the span within them where it names hours. */
interface InfectiousPeriod {
  readonly from: Day;
  readonly to: Day;
  readonly within?: Span;
}

/** When the index rider of a case was infectious. Hours are those of the clock, so that a service day before the first can hold the first hours. */
export function infectiousPeriod(
  { infectiousFrom, infectiousTo, hours }: Pick<CaseRecord, 'infectiousFrom' | 'infectiousTo' | 'hours'>,
  settings: CitySettings,
): InfectiousPeriod {
  if (!hours) return { from: infectiousFrom, to: infectiousTo };
  const within = {
    from: dayStart(infectiousFrom) + hours.from * hourMs,
    to: dayStart(infectiousTo) + hours.to * hourMs,
  };
  return { from: serviceDay(settings, within.from), to: serviceDay(settings, within.to - 1), within };
}

const meet = (one: Span, other: Span): boolean => one.from < other.to && other.from < one.to;

/** Of the index rider's rides, those during which they may have been infectious. */
export const ridesWithin = (source: RideSource, within: Span): RideSource => ({
  ...source,
  ridesOf: async (question) => {
    const found = await source.ridesOf(question);
    return { ...found, rides: found.rides.filter(({ aboard }) => meet(aboard.possible, within)) };
  },
});

/** Whether two were together in the span. What rests on a taxi's interval, a sailing or a manifest is of the whole ride. */
export const isExposedWithin = ({ restsOn, shared }: SourcedExposure, within: Span): boolean =>
  (restsOn !== 'time' && restsOn !== 'stops') || meet(shared, within);
