import type { QualityCounts } from '@tongcheng/shared/rides/quality';
import type { Mode, VenueKind } from '@tongcheng/shared/venues/kinds';
import { isAssisted } from '../feed/feed-scan';
import type { Journey } from '../journeys/journeys-of';
import type { Tally } from '../journeys/walk-in-slices';
import { isCounted, isOfFlood, type ScanRecord } from '../scan-record';

/** Counts at one venue. */
export interface PlaceCounted {
  readonly venueId: string;
  readonly mode: Mode;
  readonly kind: VenueKind;
  readonly lineId?: string;
  readonly counts: QualityCounts;
}

/** Counts of a day, as they are kept. */
export interface QualityKept {
  readonly places: readonly PlaceCounted[];
  readonly staff: readonly { readonly staffId: string; readonly scans: number }[];
}

type Counting = { -readonly [K in keyof QualityCounts]: number };

/** No counts yet. */
export const noQuality = (): Counting => ({
  rides: 0,
  missingEnds: 0,
  missingEntries: 0,
  scans: 0,
  repeats: 0,
  byStaff: 0,
  byFamily: 0,
});

/** Adds counts to others. */
export function addCounts(to: Counting, from: QualityCounts): void {
  to.rides += from.rides;
  to.missingEnds += from.missingEnds;
  to.missingEntries += from.missingEntries;
  to.scans += from.scans;
  to.repeats += from.repeats;
  to.byStaff += from.byStaff;
  to.byFamily += from.byFamily;
}

/** Counts a day's journeys by venue and by who registered; a ride counts where it is, its ends with it. Floods and demonstration codes do not count. */
export function qualityTally(kept?: QualityKept): Tally<QualityKept> {
  const places = new Map(kept?.places.map((place) => [place.venueId, { ...place, counts: { ...place.counts } }]));
  const staff = new Map(kept?.staff.map(({ staffId, scans }) => [staffId, scans]));
  const at = ({ venueId, mode, venueKind, lineId }: ScanRecord): Counting => {
    const known = places.get(venueId);
    if (known) return known.counts;
    const counts = noQuality();
    places.set(venueId, { venueId, mode, kind: venueKind, ...(lineId !== undefined && { lineId }), counts });
    return counts;
  };
  return {
    add: (journey) => {
      addRides(journey, at);
      addScans(journey, at, (staffId) => staff.set(staffId, (staff.get(staffId) ?? 0) + 1));
    },
    kept: () => ({
      places: [...places.values()],
      staff: [...staff].map(([staffId, scans]) => ({ staffId, scans })),
    }),
  };
}

type At = (scan: ScanRecord) => Counting;

function addRides({ rides }: Journey, at: At): void {
  for (const { place, scans, inferred, to } of rides) {
    if (scans.some(isOfFlood)) continue;
    const counts = at(place);
    counts.rides += 1;
    // A ride that goes on lacks nothing yet.
    if (to !== undefined && inferred.includes('to')) counts.missingEnds += 1;
    // Not where the beginning is inferred: in a carriage it always is, from the entry.
    if (scans.some(({ flags }) => flags.includes('no-entry'))) counts.missingEntries += 1;
  }
}

function addScans({ scans }: Journey, at: At, byStaff: (staffId: string) => void): void {
  for (const { scan, meaning } of scans) {
    if (!isCounted(scan) || isOfFlood(scan)) continue;
    const counts = at(scan);
    counts.scans += 1;
    if (meaning === 'repeat') counts.repeats += 1;
    if (scan.by === 'family') counts.byFamily += 1;
    else if (isAssisted(scan)) {
      counts.byStaff += 1;
      byStaff(scan.by);
    }
  }
}
