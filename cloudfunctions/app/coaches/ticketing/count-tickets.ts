import { isSoldFor, type ServiceRun } from '@tongcheng/shared/coaches/ticketing/tickets';
import type { countTickets as endpoint } from '@tongcheng/shared/coaches/ticketing-api';
import { fail, ok } from '@tongcheng/shared/result';
import { cityScope, oversees } from '@tongcheng/shared/scope';
import type { DocumentStore } from '../../../ports/document-store';
import type { UseCase } from '../../use-case';
import { coachCity } from '../coach-city';
import type { CoachNeeds } from '../deliver-events';
import { departureEvents } from '../departure-event-record';
import { isHeld, tickets } from './ticket-record';
import { serviceRunOf } from './tickets-for';

const mostServices = 100;

/** Tickets of a day, and those of runs that no crew confirmed: departures that were forgotten, or numbers and times that differ. It names nobody. */
export const countTickets: UseCase<typeof endpoint, CoachNeeds> = async (needs, caller, { city, day }) => {
  if (!oversees(caller, cityScope(city))) return fail('city-unknown');
  const place = await coachCity(needs, city);
  if (!place.ok) return place;
  const runs = await runsOf(needs.store, city, day);
  const services = new Map<string, { service: string; departsAt: number; tickets: number }>();
  let [sold, unmatched] = [0, 0];
  for await (const batch of needs.store.stream(tickets, { where: { day, city } }))
    for (const ticket of batch.filter(isHeld)) {
      sold += 1;
      if (runs.get(ticket.service)?.some((run) => isSoldFor(ticket, run))) continue;
      unmatched += 1;
      const { service, departsAt } = ticket;
      const key = `${departsAt} ${service}`;
      services.set(key, { service, departsAt, tickets: (services.get(key)?.tickets ?? 0) + 1 });
    }
  const first = [...services.values()].sort((one, other) => one.departsAt - other.departsAt).slice(0, mostServices);
  return ok({ sold, unmatched, services: first });
};

async function runsOf(
  store: DocumentStore,
  city: string,
  day: string,
): Promise<ReadonlyMap<string, readonly ServiceRun[]>> {
  const runs = new Map<string, ServiceRun[]>();
  for await (const batch of store.stream(departureEvents, { where: { day, city, kind: 'opened' } }))
    for (const opened of batch) {
      const run = serviceRunOf(opened);
      if (run) runs.set(run.service, [...(runs.get(run.service) ?? []), run]);
    }
  return runs;
}
