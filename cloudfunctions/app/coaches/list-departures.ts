import type { StaffCaller } from '@tongcheng/shared/caller';
import type * as api from '@tongcheng/shared/coaches/api';
import type { DepartureView } from '@tongcheng/shared/coaches/wire';
import { fail, ok } from '@tongcheng/shared/result';
import { addDays, type Day, dayOf } from '@tongcheng/shared/time';
import type { Where } from '../../ports/document-store';
import type { UseCase } from '../use-case';
import { coachCity } from './coach-city';
import type { CoachNeeds } from './deliver-events';
import { type DepartureEventRecord, departureEvents } from './departure-event-record';
import { departureView } from './departure-view';
import { readDeparture } from './read-departure';
import { markOfStaff } from './record-event';
import { isTheirs } from './staff-departure';

/**
 * The departures of a day that staff have to do with: crews those of their operator, station staff what leaves their station, arrival officers what comes to
 * their city, that of the day before among it, since coaches travel by night.
 */
export const listDepartures: UseCase<typeof api.listDepartures, CoachNeeds> = async (needs, caller, input) => {
  const own = await coachCity(needs, caller.city);
  if (!own.ok) return fail(own.failure.code);
  const { day = dayOf(needs.clock.now()), limit, after } = input;
  const where = whereOf(caller, day);
  const { items, next } = await needs.store.find(departureEvents, {
    where,
    limit,
    ...(after !== undefined && { after }),
  });
  const theirs = items.filter((opened) => opened.kind === 'opened' && isTheirs(caller, opened));
  const views = await Promise.all(theirs.map((opened) => viewOf(needs, opened)));
  return ok({ departures: views.flatMap((view) => view ?? []), ...(next !== undefined && { next }) });
};

function whereOf(caller: StaffCaller, day: Day): Where<DepartureEventRecord> {
  const { role, city } = caller;
  if (role === 'arrival-officer') return { day: { in: [addDays(day, -1), day] }, destinationCity: city };
  if (role === 'driver' || role === 'attendant') return { day, by: markOfStaff(caller), kind: 'opened' };
  return { day, city, kind: 'opened' };
}

async function viewOf(
  needs: CoachNeeds,
  { city, departureId, day }: DepartureEventRecord,
): Promise<DepartureView | undefined> {
  const [place, dayVault] = await Promise.all([coachCity(needs, city), needs.vault.day(city, day, 'coach')]);
  if (!place.ok || !dayVault) return undefined;
  return departureView(dayVault, await readDeparture(needs.store, city, departureId), place.value.rules);
}
