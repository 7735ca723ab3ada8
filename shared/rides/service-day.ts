import { type Day, dayOf, type Instant } from '../time';
import type { CitySettings } from '../venues/city-settings';

/** The service day of a city to which an instant belongs: 00:20 is still yesterday where the day begins at three. */
export const serviceDay = (settings: Pick<CitySettings, 'rolloverHour'>, at: Instant): Day =>
  dayOf(at, settings.rolloverHour);
