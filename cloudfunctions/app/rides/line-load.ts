import { fail, ok } from '@tongcheng/shared/result';
import type * as api from '@tongcheng/shared/rides/api';
import { fewestShown } from '@tongcheng/shared/rides/places-along';
import { serviceDay } from '@tongcheng/shared/rides/service-hours';
import { cityScope, oversees } from '@tongcheng/shared/scope';
import type { Clock } from '../../ports/clock';
import type { DocumentStore } from '../../ports/document-store';
import type { UseCase } from '../use-case';
import type { CityOf, VenueOf } from '../venues/cached-records';
import type { PlaceCounts, ScannedLine } from './feed/place-counts';
import { cityTally } from './live-figures';
import { type PlaceOfLine, placesOfLine } from './places-of-line';

interface Needs {
  readonly store: DocumentStore;
  readonly clock: Clock;
  readonly cityOf: CityOf;
  readonly venueOf: VenueOf;
}

const mostLines = 200;

/**
 * People who got on and off at each place of a line on a day (decision 183): of a metro or tram line at its stations, of a bus line in its
 * vehicles, for a bus is what is scanned. Few people at a place are not counted out.
 */
export const lineLoad: UseCase<typeof api.lineLoad, Needs> = async (needs, caller, input) => {
  const settings = await needs.cityOf(input.city);
  if (!settings || !oversees(caller, cityScope(input.city))) return fail('city-unknown');
  const now = needs.clock.now();
  const day = input.day ?? serviceDay(settings, now);
  const { city } = input;
  const { places: counts } = await cityTally(needs.store, `${city}.${day}`, { day, city }, now);
  const scanned = counts.lines().slice(0, mostLines);
  const lineId = input.lineId ?? scanned[0]?.lineId;
  const [lines, places] = await Promise.all([
    Promise.all(scanned.map((line) => namedLine(line, needs.venueOf))),
    lineId === undefined ? [] : placesOfLine(needs.store, city, lineId),
  ]);
  return ok({
    ...{ day, asOf: now, lines },
    ...(lineId !== undefined && { lineId }),
    places: places.map((place) => loadOf(place, counts)),
  });
};

async function namedLine({ lineId, mode, venueId }: ScannedLine, venueOf: VenueOf) {
  const name = (await venueOf(venueId))?.lineName ?? { zh: lineId, en: lineId };
  return { lineId, mode, name };
}

function loadOf({ venue, shared }: PlaceOfLine, counts: PlaceCounts) {
  const { _id: venueId, name, kind } = venue;
  const { boarded, alighted } = counts.at(venueId);
  return {
    ...{ venueId, name, kind },
    ...(isShown(boarded) && { boarded }),
    ...(isShown(alighted) && { alighted }),
    ...(shared && { shared: true as const }),
  };
}

const isShown = (people: number): boolean => people === 0 || people >= fewestShown;
