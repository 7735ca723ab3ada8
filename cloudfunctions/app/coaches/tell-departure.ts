import type { Registered } from '@tongcheng/shared/coaches/events';
import type { tellDeparture as endpoint } from '@tongcheng/shared/coaches/officials-api';
import type { OutputOf } from '@tongcheng/shared/endpoint';
import { fail, ok } from '@tongcheng/shared/result';
import { cityScope, oversees } from '@tongcheng/shared/scope';
import type { UseCase } from '../use-case';
import { coachCity } from './coach-city';
import type { CoachNeeds } from './deliver-events';
import { type DepartureEventRecord, departureDay } from './departure-event-record';
import { markOfLedger } from './ledger/find-departure';
import { maskedView } from './list-day-departures';
import { readDeparture } from './read-departure';
import { ticketFigures } from './ticketing/tickets-for';

type StoryEvent = OutputOf<typeof endpoint>['events'][number];

/** The whole story of a departure, oldest first: who told what and when it arrived here. It names nobody. */
export const tellDeparture: UseCase<typeof endpoint, CoachNeeds> = async (needs, caller, { city, departureId }) => {
  if (!oversees(caller, cityScope(city))) return fail('city-unknown');
  const place = await coachCity(needs, city);
  if (!place.ok) return place;
  const read = await readDeparture(needs.store, city, departureId);
  if (read.records.length === 0) return fail('departure-unknown');
  const vault = await needs.vault.day(city, departureDay(departureId), 'coach');
  if (!vault) return fail('departure-too-old');
  const unfitting = new Set(read.manifest.unfitting);
  const events = read.records
    .map((record) => storyEvent(record, unfitting.has(record.event.eventId)))
    .sort((one, other) => one.at - other.at || one.recordedAt - other.recordedAt);
  const tickets = await ticketFigures(needs.store, read);
  const judging = { rules: place.value.rules, now: needs.clock.now(), tickets };
  return ok({ departure: maskedView(vault, read, judging), events });
};

function storyEvent({ event, recordedAt, by }: DepartureEventRecord, unfitting: boolean): StoryEvent {
  return {
    ...{ kind: event.kind, at: event.at, recordedAt, teller: tellerOf(by), unfitting },
    ...(event.kind === 'registered' && registeredIn(event)),
    ...('aboard' in event && { aboard: event.aboard }),
    ...('departsAt' in event && { departsAt: event.departsAt }),
    ...('reason' in event && event.reason !== undefined && { reason: event.reason }),
  };
}

const registeredIn = ({ source, seat, offRoute }: Registered): Pick<StoryEvent, 'source' | 'seat' | 'offRoute'> => ({
  source,
  ...(seat !== undefined && { seat }),
  ...(offRoute && { offRoute }),
});

/** Operators' marks begin with `o:`, those of staff without one with `s:`; accounts are pseudonyms (`record-event.ts`). */
function tellerOf(by: string): StoryEvent['teller'] {
  if (by === markOfLedger) return 'ledger';
  if (by.startsWith('o:')) return 'crew';
  return by.startsWith('s:') ? 'staff' : 'account';
}
