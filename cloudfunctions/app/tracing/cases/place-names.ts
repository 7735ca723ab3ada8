import type { Text } from '@tongcheng/shared/text';
import type { TracedMode } from '@tongcheng/shared/tracing/traced-ride';
import { plateOf } from '../../coaches/crew-facts';
import { departureDay } from '../../coaches/departure-event-record';
import { departsAtOf, detailsOf } from '../../coaches/departure-view';
import { readDeparture } from '../../coaches/read-departure';
import { departureText } from './departure-texts';
import type { TracingNeeds } from './tracing-needs';

interface Place {
  readonly mode: TracedMode;
  readonly placeId: string;
}

/** How a place is called: a venue by its name, a departure by plate, service and time; undefined of one that nobody knows any more. */
export type PlaceName = (place: Place) => Promise<Text | undefined>;

/** Names of places for one answer about a city; each departure is read once. */
export function tracedPlaceNames({ store, vault, venueOf }: TracingNeeds, city: string): PlaceName {
  const departures = new Map<string, Promise<Text | undefined>>();
  const departureName = async (departureId: string): Promise<Text | undefined> => {
    const day = await vault.day(city, departureDay(departureId), 'coach');
    if (!day) return undefined;
    const read = await readDeparture(store, city, departureId);
    const plate = plateOf(day, read);
    const { serviceNumber } = detailsOf(read);
    return departureText({
      departsAt: departsAtOf(read),
      ...(plate !== undefined && { plate }),
      ...(serviceNumber !== undefined && { serviceNumber }),
    });
  };
  return async ({ mode, placeId }) => {
    if (mode !== 'coach') return (await venueOf(placeId))?.name;
    const known = departures.get(placeId) ?? departureName(placeId);
    departures.set(placeId, known);
    return known;
  };
}
