import type { Instant } from '../time';
import type { Mode, VenueKind } from '../venues/kinds';
import type { Meaning } from './meanings';

/** A scan as far as its meaning needs it: when, and at what kind of place. */
export interface ScanFacts {
  readonly scannedAt: Instant;
  readonly venueId: string;
  readonly mode: Mode;
  readonly venueKind: VenueKind;
  readonly lineId?: string;
  /** Where the venue stands, if it stands still. */
  readonly lat?: number;
  readonly lng?: number;
  /** Which way a gate or a reader at a door let them through, where one made it. */
  readonly gate?: 'entry' | 'exit' | 'boarding';
  /** What the rider said it meant, where that was corrected; followed where it makes sense (decision 106). */
  readonly corrected?: Meaning;
  /** W-32: the rider was told no here, by the verdict or by staff, and was not let on after all. */
  readonly refused?: true;
  /** What staff decided here last: to turn the rider away, or to let them on after all. */
  readonly staffDecision?: { readonly outcome: 'refused' | 'let-on' };
}

/** Orders scans by when they were made, never by when they arrived; two of the same instant by venue. */
export const byTimeScanned = (a: ScanFacts, b: ScanFacts): number => {
  if (a.scannedAt !== b.scannedAt) return a.scannedAt - b.scannedAt;
  if (a.venueId === b.venueId) return 0;
  return a.venueId < b.venueId ? -1 : 1;
};
