import { fail, ok } from '@tongcheng/shared/result';
import type { LineQuality, PlaceQuality, QualityCounts, StaffQuality } from '@tongcheng/shared/rides/quality';
import type * as api from '@tongcheng/shared/rides/quality-api';
import { cityScope, oversees } from '@tongcheng/shared/scope';
import { addDays, type Day } from '@tongcheng/shared/time';
import type { DocumentStore } from '../../ports/document-store';
import type { UseCase } from '../use-case';
import type { CityOf, VenueOf } from '../venues/cached-records';
import type { StaffOf } from './assisted/staff-of';
import { qualityDays } from './quality/quality-record';
import { addCounts, noQuality, type PlaceCounted } from './quality/quality-tally';

interface Needs {
  readonly store: DocumentStore;
  readonly cityOf: CityOf;
  readonly venueOf: VenueOf;
  readonly staffOf: StaffOf;
}

const mostDays = 31;
const mostRows = 200;

/** How complete registration was on some days: by line, by place, by who registered. */
export const registrationQuality: UseCase<typeof api.registrationQuality, Needs> = async (
  needs,
  caller,
  { city, from, to },
) => {
  if (!(await needs.cityOf(city)) || !oversees(caller, cityScope(city))) return fail('city-unknown');
  const found = [];
  for (const day of daysOf(from, to))
    found.push(...(await needs.store.find(qualityDays, { where: { day, city }, limit: 1 })).items);
  const places = summedPlaces(found.flatMap((each) => each.places));
  const countedAt = Math.max(...found.map((each) => each.countedAt));
  return ok({
    days: found.map(({ day }) => day),
    ...(found.length > 0 && { countedAt }),
    lines: await lineRows(needs.venueOf, places),
    places: await placeRows(needs.venueOf, places),
    staff: await staffRows(
      needs.staffOf,
      found.flatMap((each) => each.staff),
    ),
  });
};

/** The last one first. */
function daysOf(from: Day, to: Day): readonly Day[] {
  const days: Day[] = [];
  for (let day = to; day >= from && days.length < mostDays; day = addDays(day, -1)) days.push(day);
  return days;
}

function summedPlaces(all: readonly PlaceCounted[]): readonly PlaceCounted[] {
  const places = new Map<string, PlaceCounted & { readonly counts: ReturnType<typeof noQuality> }>();
  for (const place of all) {
    const sum = places.get(place.venueId) ?? { ...place, counts: noQuality() };
    addCounts(sum.counts, place.counts);
    places.set(place.venueId, sum);
  }
  return [...places.values()];
}

async function lineRows(venueOf: VenueOf, places: readonly PlaceCounted[]): Promise<LineQuality[]> {
  const lines = new Map<string, { readonly first: PlaceCounted; readonly counts: ReturnType<typeof noQuality> }>();
  for (const place of places) {
    const key = `${place.mode} ${place.lineId ?? ''}`;
    const line = lines.get(key) ?? { first: place, counts: noQuality() };
    addCounts(line.counts, place.counts);
    lines.set(key, line);
  }
  return Promise.all(
    [...lines]
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .map(async ([, { first, counts }]) => ({ ...(await lineOf(venueOf, first)), counts })),
  );
}

async function lineOf(venueOf: VenueOf, { mode, lineId, venueId }: PlaceCounted) {
  if (lineId === undefined) return { mode };
  const line = (await venueOf(venueId))?.lineName;
  return { mode, lineId, ...(line && { line }) };
}

/** What lacks most first. */
const lacking = ({ missingEnds, missingEntries }: QualityCounts): number => missingEnds + missingEntries;

async function placeRows(venueOf: VenueOf, places: readonly PlaceCounted[]): Promise<PlaceQuality[]> {
  const worst = places.toSorted((one, other) => lacking(other.counts) - lacking(one.counts)).slice(0, mostRows);
  return Promise.all(
    worst.map(async (place) => {
      const { venueId, kind, counts } = place;
      const venue = await venueOf(venueId);
      const named = venue && { name: venue.name, ...(venue.plate !== undefined && { plate: venue.plate }) };
      return { ...(await lineOf(venueOf, place)), venueId, kind, ...named, counts };
    }),
  );
}

async function staffRows(
  staffOf: StaffOf,
  all: readonly { readonly staffId: string; readonly scans: number }[],
): Promise<StaffQuality[]> {
  const sums = new Map<string, number>();
  for (const { staffId, scans } of all) sums.set(staffId, (sums.get(staffId) ?? 0) + scans);
  const most = [...sums].sort(([, one], [, other]) => other - one).slice(0, mostRows);
  return Promise.all(
    most.map(async ([staffId, scans]) => {
      const who = await staffOf(staffId);
      return { staffId, ...(who && { who }), scans };
    }),
  );
}
