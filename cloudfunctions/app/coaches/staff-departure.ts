import type { StaffCaller } from '@tongcheng/shared/caller';
import { scopeOfStaff } from '@tongcheng/shared/caller';
import { fail, ok, type Result } from '@tongcheng/shared/result';
import type { DayVault } from '../../vault/vault';
import { type CoachCity, coachCity } from './coach-city';
import type { CoachNeeds } from './deliver-events';
import type { DepartureEventRecord } from './departure-event-record';
import { type ReadDeparture, readDeparture } from './read-departure';
import { markOfStaff } from './record-event';
import { openDay } from './told-in-time';

/** A departure that staff ask about, with what is needed to show it. */
export interface StaffDeparture {
  readonly read: ReadDeparture;
  readonly day: DayVault;
  readonly place: CoachCity;
}

type Refused = 'city-unknown' | 'capability-absent' | 'departure-unknown' | 'departure-not-yours' | 'departure-too-old';

/** The departure that staff ask about, when it is theirs: of their operator, their station, or on its way to their city. */
export async function staffDeparture(
  needs: CoachNeeds,
  caller: StaffCaller,
  { city, departureId }: { readonly city: string; readonly departureId: string },
): Promise<Result<StaffDeparture, Refused>> {
  const place = await coachCity(needs, city);
  if (!place.ok) return place;
  const day = await openDay(needs.vault, city, departureId, needs.clock.now());
  if (!day.ok) return day;
  const read = await readDeparture(needs.store, city, departureId);
  if (!read.opened) return fail('departure-unknown');
  if (!isTheirs(caller, read.opened)) return fail('departure-not-yours');
  return ok({ read, day: day.value, place: place.value });
}

/** Whether a departure is one that this member of staff has to do with. */
export function isTheirs(caller: StaffCaller, opened: DepartureEventRecord): boolean {
  switch (caller.role) {
    case 'driver':
    case 'attendant':
      return opened.by === markOfStaff(caller);
    case 'desk':
    case 'ticket-seller':
      return opened.city === caller.city && isOfStation(caller, opened);
    case 'arrival-officer':
      return arrivesAt(opened, caller.city);
    default:
      return false;
  }
}

/** Staff of some stations see what leaves from these; those of a venue or an operator of the city see all that leaves it. */
function isOfStation(caller: StaffCaller, { details }: DepartureEventRecord): boolean {
  const scope = scopeOfStaff(caller);
  if (scope.kind !== 'stations') return true;
  const station = details?.origin.stationId;
  return station !== undefined && scope.stationIds.includes(station);
}

function arrivesAt({ details }: DepartureEventRecord, city: string): boolean {
  return details !== undefined && [details.destination, ...details.stops].some((place) => place.city === city);
}

/** Whether a departure stops in a city on its way to another: its trip is ended where it ends. */
export const isOnlyStopOf = (opened: DepartureEventRecord | undefined, city: string): boolean =>
  opened?.details !== undefined && opened.details.destination.city !== city && arrivesAt(opened, city);
