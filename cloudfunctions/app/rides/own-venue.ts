import type { StaffCaller } from '@tongcheng/shared/caller';
import { fail, ok, type Result } from '@tongcheng/shared/result';
import type { CitySettings } from '@tongcheng/shared/venues/city-settings';
import type { CityOf } from '../venues/city-of';
import type { VenueRecord } from '../venues/records';
import type { VenueOf } from '../venues/venue-of';

/** A venue with the settings of its city. */
export interface OwnVenue {
  readonly venue: VenueRecord;
  readonly settings: CitySettings;
}

/** The venue that staff ask about, when their invitation names it. Others' venues are refused before it is told whether they exist. */
export const ownVenue = async (
  { venueOf, cityOf }: { readonly venueOf: VenueOf; readonly cityOf: CityOf },
  caller: StaffCaller,
  venueId: string,
): Promise<Result<OwnVenue, 'venue-unknown' | 'venue-not-yours'>> => {
  if (!caller.venueIds.includes(venueId)) return fail('venue-not-yours');
  const venue = await venueOf(venueId);
  const settings = venue && (await cityOf(venue.city));
  if (!venue || !settings) return fail('venue-unknown');
  return venue.city === caller.city ? ok({ venue, settings }) : fail('venue-not-yours');
};
