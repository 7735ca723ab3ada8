import type { StaffCaller } from '@tongcheng/shared/caller';
import type * as api from '@tongcheng/shared/coaches/api';
import type { DepartureView } from '@tongcheng/shared/coaches/wire';
import type { ParsedInputOf } from '@tongcheng/shared/endpoint';
import { fail, ok } from '@tongcheng/shared/result';
import { addDays, type Day, dayOf } from '@tongcheng/shared/time';
import type { UseCase } from '../use-case';
import { coachCity } from './coach-city';
import type { CoachNeeds } from './deliver-events';
import { departureDay, departureEvents } from './departure-event-record';
import { departuresReaching, type ReachingDeparture as Named } from './departure-stop-record';
import { departureView } from './departure-view';
import { type ReadDeparture, readDeparture } from './read-departure';
import { markOfStaff } from './record-event';
import { isTheirs } from './staff-departure';
import { ticketFiguresOf } from './ticketing/tickets-for';

/**
 * The departures of a day that staff have to do with: crews those of their operator, station staff what leaves their station, arrival officers what comes to
 * their city, that of the day before among it, since coaches travel by night.
 */
export const listDepartures: UseCase<typeof api.listDepartures, CoachNeeds> = async (needs, caller, input) => {
  const own = await coachCity(needs, caller.city);
  if (!own.ok) return fail(own.failure.code);
  const { day = dayOf(needs.clock.now()) } = input;
  const { theirs, next } = await (caller.role === 'arrival-officer' ? arriving : leaving)(needs, caller, day, input);
  const reads = await Promise.all(theirs.map((named) => readDeparture(needs.store, named.city, named.departureId)));
  const soldFor = await ticketFiguresOf(needs.store, reads);
  const views = await Promise.all(reads.map((read) => viewOf(needs, read, soldFor(read))));
  return ok({ departures: views.flatMap((view) => view ?? []), ...(next !== undefined && { next }) });
};

type Page = Pick<ParsedInputOf<typeof api.listDepartures>, 'limit' | 'after'>;
interface Listed {
  readonly theirs: readonly Named[];
  readonly next?: string | undefined;
}

async function leaving({ store }: CoachNeeds, caller: StaffCaller, day: Day, { limit, after }: Page): Promise<Listed> {
  const isCrew = caller.role === 'driver' || caller.role === 'attendant';
  const where = isCrew
    ? { day, by: markOfStaff(caller), kind: 'opened' as const }
    : { day, city: caller.city, kind: 'opened' as const };
  const { items, next } = await store.find(departureEvents, { where, limit, ...(after !== undefined && { after }) });
  return { theirs: items.filter((opened) => opened.kind === 'opened' && isTheirs(caller, opened)), next };
}

/** Also where the coach only stops. Some thousands a day at most are read for a page of some dozens. */
async function arriving(
  { store }: CoachNeeds,
  { city }: StaffCaller,
  day: Day,
  { limit, after = '' }: Page,
): Promise<Listed> {
  const all = (await departuresReaching(store, city, [addDays(day, -1), day])).filter(
    ({ departureId }) => departureId > after,
  );
  const theirs = all.slice(0, limit);
  return { theirs, ...(all.length > limit && { next: theirs.at(-1)?.departureId }) };
}

async function viewOf(
  needs: CoachNeeds,
  read: ReadDeparture,
  tickets: Pick<DepartureView, 'tickets'>,
): Promise<DepartureView | undefined> {
  const { city, departureId } = read;
  const day = departureDay(departureId);
  const [place, dayVault] = await Promise.all([coachCity(needs, city), needs.vault.day(city, day, 'coach')]);
  return place.ok && dayVault
    ? departureView(dayVault, read, { rules: place.value.rules, now: needs.clock.now(), tickets })
    : undefined;
}
