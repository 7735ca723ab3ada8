import { type Day, dayOf, dayStart, hourMs, hourOf, type Instant } from '../time';
import type { CitySettings, RideSettings } from '../venues/city-settings';
import type { Mode } from '../venues/kinds';

type Hours = Pick<RideSettings, 'closedHours'>;

/** The service day of a city to which an instant belongs: 00:20 is still yesterday where the day begins at three. */
export const serviceDay = (settings: Pick<CitySettings, 'rolloverHour'>, at: Instant): Day =>
  dayOf(at, settings.rolloverHour);

/** Whether a mode does not run at this instant, by the city's closed hours; a span may go over midnight (23 to 5). */
export const outsideService = (mode: Mode, at: Instant, { closedHours }: Hours): boolean => {
  if (closedHours.length === 0) return false;
  const hour = hourOf(at);
  return closedHours.some((closed) => closed.mode === mode && covers(closed.from, closed.to, hour));
};

/** The first end of service of a mode after an instant; undefined where the mode runs all night. */
export const endOfServiceAfter = (mode: Mode, at: Instant, { closedHours }: Hours): Instant | undefined => {
  const midnight = dayStart(dayOf(at));
  const ends = closedHours
    .filter((closed) => closed.mode === mode)
    .map(({ from }) => midnight + from * hourMs)
    .map((end) => (end > at ? end : end + 24 * hourMs));
  return ends.length === 0 ? undefined : Math.min(...ends);
};

function covers(from: number, to: number, hour: number): boolean {
  return from < to ? hour >= from && hour < to : hour >= from || hour < to;
}
