import type { OfficialCaller } from '@tongcheng/shared/caller';
import { cityScope, oversees } from '@tongcheng/shared/scope';
import type { DocumentStore } from '../../ports/document-store';
import { type VenueRecord, venues } from './records';

const maxAttempts = 5;

/**
 * Changes a venue of a city of the caller; undefined when there is none. `change` may be asked again when somebody else
 * changed the venue in between.
 */
export const changeVenue = async (
  store: DocumentStore,
  caller: OfficialCaller,
  venueId: string,
  change: (venue: VenueRecord) => VenueRecord | Promise<VenueRecord>,
): Promise<VenueRecord | undefined> => {
  for (let i = 0; i < maxAttempts; i += 1) {
    const stored = await store.get(venues, venueId);
    if (!stored || !oversees(caller, cityScope(stored.city))) return undefined;
    const { _v, ...venue } = stored;
    const changed = await change(venue);
    if ((await store.update(venues, changed, _v)) === 'updated') return changed;
  }
  throw new Error(`Venue ${venueId} is being changed by others all the time`);
};
