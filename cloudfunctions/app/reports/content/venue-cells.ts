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
  const line = venue.lineName ? both(venue.lineName) : (venue.lineId ?? '');
  return { mode: both(modeNames[venue.mode]), line, place: placeWords(venue) };
};

/** A plate as people write it: 鄂A12345D, 鄂A·12345D, 鄂A 12345 D. */
function plateWritten(plate: string): RegExp {
  const letters = [...plate].map((letter) => letter.replace(/[^\p{L}\p{N}]/u, ''));
  return new RegExp(letters.filter((letter) => letter !== '').join('[\\s·•・∙‧.-]*'), 'giu');
}

/** What is left around a plate that was taken out of a name. */
const edges = /^[\s·•・∙‧.,，、:：()（）-]+|[\s·•・∙‧.,，、:：(（-]+$/g;

/** Name and plate of a venue, as reports show them; the plate once, also where the name in either language holds it, however written. */
export function placeWords({ name, plate }: Pick<VenueRecord, 'name' | 'plate'>): string {
  if (plate === undefined || plate === '') return both(name);
  const written = plateWritten(plate);
  const without = (words: string) => {
    const rest = words.replace(written, ' ');
    return rest === words
      ? words
      : rest
          .replace(/[（(]\s*[)）]/g, ' ')
          .replace(/\s+/g, ' ')
          .replace(edges, '');
  };
  return `${both({ zh: without(name.zh), en: without(name.en) })} ${plate}`.trim();
}

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
