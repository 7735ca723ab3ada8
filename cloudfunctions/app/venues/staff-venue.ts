import type { StaffCaller } from '@tongcheng/shared/caller';
import { fail, ok, type Result } from '@tongcheng/shared/result';
import type { CitySettings } from '@tongcheng/shared/venues/city-settings';
import type { CityOf, VenueOf } from './cached-records';
import type { VenueRecord } from './records';

/** A venue with the settings of its city. */
export interface StaffVenue {
  readonly venue: VenueRecord;
  readonly settings: CitySettings;
}

/** The venue that staff ask about, when their invitation names it. Others' venues are refused before it is told whether they exist. */
export const staffVenue = async (
  { venueOf, cityOf }: { readonly venueOf: VenueOf; readonly cityOf: CityOf },
  caller: StaffCaller,
  venueId: string,
): Promise<Result<StaffVenue, 'venue-unknown' | 'venue-not-yours'>> => {
  if (!caller.venueIds.includes(venueId)) return fail('venue-not-yours');
  const venue = await venueOf(venueId);
  const settings = venue && (await cityOf(venue.city));
  if (!venue || !settings) return fail('venue-unknown');
  return venue.city === caller.city ? ok({ venue, settings }) : fail('venue-not-yours');
};
