import { both } from '@tongcheng/shared/reports/words';
import { modeNames } from '@tongcheng/shared/venues/kinds';
import type { ScanRecord } from '../../rides/scan-record';
import type { VenueRecord } from '../../venues/records';
import type { ReportSource } from './source';

/** How a venue stands in a report. */
export interface VenueCells {
  readonly mode: string;
  readonly line: string;
  readonly place: string;
}

const cellsOf = ({ mode, venueId, lineId }: ScanRecord, venue: VenueRecord | undefined): VenueCells => {
  if (!venue) return { mode: both(modeNames[mode]), line: lineId ?? '', place: venueId };
  return cellsOfVenue(venue);
};

/** A venue that is still kept. */
export const cellsOfVenue = (venue: VenueRecord): VenueCells => {
  const name = both(venue.name);
  const plate = venue.plate !== undefined && !name.includes(venue.plate) ? ` ${venue.plate}` : '';
  const line = venue.lineName ? both(venue.lineName) : (venue.lineId ?? '');
  return { mode: both(modeNames[venue.mode]), line, place: name + plate };
};

/** Reads each venue once for a whole report; there are some ten thousand of them in a city. */
export function venueCells(
  source: Pick<ReportSource, 'venue'>,
): (scan: ScanRecord) => Promise<VenueCells> | VenueCells {
  const known = new Map<string, VenueCells>();
  return (scan) => {
    const found = known.get(scan.venueId);
    if (found) return found;
    return source.venue(scan.venueId).then((venue) => {
      const cells = cellsOf(scan, venue);
      known.set(scan.venueId, cells);
      return cells;
    });
  };
}
