import type { Instant } from '@tongcheng/shared/time';
import { dayMs } from '@tongcheng/shared/time';
import { codeInText, readRideCode } from '@tongcheng/shared/venues/ride-code';
import { readShortCode } from '@tongcheng/shared/venues/short-code';
import type { LineBook, VenueView } from '@tongcheng/shared/venues/wire';
import { hasFields, type PhoneRecord, type Records } from '../../client/records';

/** A venue under the number of its code, as the service described it at an instant. */
interface SeenVenue {
  readonly key: string;
  readonly venue: VenueView;
  readonly at: Instant;
}

/** The venues that this phone knows (decision 105): those it scanned, and those of the lines it rides. Latest first. */
export interface VenueCache {
  readonly seen: readonly SeenVenue[];
  readonly lines: readonly { readonly book: LineBook; readonly at: Instant }[];
}

/** Where the cache is kept. */
export const venueCacheRecord: PhoneRecord<VenueCache> = {
  key: 'tc.venues',
  replaceable: true,
  empty: { seen: [], lines: [] },
  is: (value): value is VenueCache =>
    hasFields(value, 'seen', 'lines') && Array.isArray(value.seen) && Array.isArray(value.lines),
};

/** Vehicles change lines and stations their names: after a week the service is asked again. */
const maxAgeMs = 7 * dayMs;
/** A line's book is fetched anew after a day. */
const maxLineAgeMs = dayMs;
const maxVenues = 60;
/** Some 30 KB each; a commuter has two or three. */
const maxLines = 4;

/** What the phone itself can tell of a code; undefined where it must ask. Proves nothing: the service checks the code. */
export function knownVenue(records: Records, code: string, now: Instant): VenueView | undefined {
  const key = keyOf(code);
  if (key === undefined) return undefined;
  const { seen, lines } = records.read(venueCacheRecord);
  const good = ({ at }: { readonly at: Instant }) => now - at < maxAgeMs && now >= at;
  const met = seen.find((each) => each.key === key && good(each));
  return met?.venue ?? inLines(lines.filter(good), key);
}

/** Remembers what the service said a code is. */
export function rememberVenue(records: Records, code: string, venue: VenueView, now: Instant): void {
  const key = keyOf(code);
  if (key === undefined) return;
  const { seen, lines } = records.read(venueCacheRecord);
  const others = seen.filter((each) => each.key !== key);
  records.write(venueCacheRecord, { lines, seen: [{ key, venue, at: now }, ...others].slice(0, maxVenues) });
}

/** Whether the book of this venue's line is missing or a day old. */
export const lineIsWanted = (records: Records, { lineId, city }: VenueView, now: Instant): boolean =>
  lineId !== undefined &&
  !records
    .read(venueCacheRecord)
    .lines.some(({ book, at }) => book.lineId === lineId && book.city === city && now - at < maxLineAgeMs && now >= at);

/** Keeps the book of a line; the line that was fetched longest ago goes. */
export function rememberLine(records: Records, book: LineBook, now: Instant): void {
  const { seen, lines } = records.read(venueCacheRecord);
  const others = lines.filter((line) => line.book.lineId !== book.lineId || line.book.city !== book.city);
  records.write(venueCacheRecord, { seen, lines: [{ book, at: now }, ...others].slice(0, maxLines) });
}

function inLines(lines: VenueCache['lines'], key: string): VenueView | undefined {
  for (const { book } of lines) {
    const found = book.venues.find(({ serial, generation }) => numbersOf(book.city, serial, generation) === key);
    if (found) return found.venue;
  }
  return undefined;
}

/** A code by what it names, so that the link, the bare code and another host's link are one; a typed code by its value. */
function keyOf(text: string): string | undefined {
  const code = codeInText(text);
  const read = code === undefined ? undefined : readRideCode(code);
  if (read?.fields.demonstration) return `demonstration.${read.fields.serial}`;
  if (read) return numbersOf(read.fields.city, read.fields.serial, read.fields.generation);
  const typed = readShortCode(text);
  return typed.is === 'short-code' ? `typed.${typed.value}` : undefined;
}

const numbersOf = (city: string, serial: number, generation: number): string => `${city}.${serial}.${generation}`;
