import type { Clock } from '../../ports/clock';
import type { DocumentStore } from '../../ports/document-store';
import { type VenueRecord, venues } from './records';
import { makeShortCache } from './short-cache';

/** A venue by its id, at most five seconds old. */
export type VenueOf = (venueId: string) => Promise<VenueRecord | undefined>;

/** Makes the reader of venues that all capabilities share. */
export const makeVenueOf = ({ store, clock }: { store: DocumentStore; clock: Clock }): VenueOf =>
  makeShortCache<VenueRecord | undefined>(clock, (venueId) => store.get(venues, venueId));
