import type { RideSettings } from '@tongcheng/shared/venues/city-settings';

/** A city's ride settings as the domain page decides them. */
export const rideSettings: RideSettings = {
  repeatWithinSeconds: 120,
  longestRideMinutes: { bus: 120, metro: 150, brt: 120, tram: 120, taxi: 90, ferry: 90 },
  taxiIntervalMinutes: 30,
  lateAfterSeconds: 120,
  offlineDays: 7,
  fastestKmPerHour: 150,
  closedHours: [],
};

/** An instant written as people write it. */
export const at = (text: string): number => Date.parse(text);

/** An instant on the day of most examples, Shanghai time. */
export const clock = (time: string, day = '2022-06-02'): number => Date.parse(`${day}T${time}+08:00`);
