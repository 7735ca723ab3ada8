import { isGoodFor, isSoldFor, type ServiceRun, serviceMark } from '@tongcheng/shared/coaches/ticketing/tickets';
import type { DepartureView } from '@tongcheng/shared/coaches/wire';
import type { DocumentStore } from '../../../ports/document-store';
import { type DepartureEventRecord, departureDay } from '../departure-event-record';
import type { ReadDeparture } from '../read-departure';
import { type HeldTicket, isHeld, tickets } from './ticket-record';

/** The run of a service that a crew confirmed, by the time that they said first; undefined of charters and before their confirmation. */
export function serviceRunOf(opened: DepartureEventRecord | undefined): ServiceRun | undefined {
  const { details, event } = opened ?? {};
  if (!details || event?.kind !== 'opened' || details.service === 'charter') return undefined;
  const { stationId } = details.origin;
  return {
    service: serviceMark(details.serviceNumber),
    departsAt: event.departsAt,
    ...(stationId !== undefined && { stationId }),
  };
}

/** Tickets with which one may ride on a departure, those of a neighbouring run of its service among them. */
export async function ticketsFor(
  store: DocumentStore,
  { city, departureId, opened }: Pick<ReadDeparture, 'city' | 'departureId' | 'opened'>,
): Promise<readonly HeldTicket[]> {
  const run = serviceRunOf(opened);
  if (!run) return [];
  const good: HeldTicket[] = [];
  const where = { day: departureDay(departureId), city, service: run.service };
  for await (const batch of store.stream(tickets, { where }))
    good.push(...batch.filter(isHeld).filter((ticket) => isGoodFor(ticket, run)));
  return good;
}

/** How many tickets were sold for a departure, and of how many the holder is registered aboard it; nothing where none was sold. */
export const ticketFigures = async (store: DocumentStore, read: ReadDeparture): Promise<SoldFigures> =>
  (await ticketFiguresOf(store, [read]))(read);

type SoldFigures = Pick<DepartureView, 'tickets'>;

/** The same of many departures: one question for each city and day, not one for each departure. */
export async function ticketFiguresOf(
  store: DocumentStore,
  reads: readonly ReadDeparture[],
): Promise<(read: ReadDeparture) => SoldFigures> {
  const services = new Map<string, Set<string>>();
  for (const read of reads) {
    const run = serviceRunOf(read.opened);
    if (run) services.set(placeOf(read), (services.get(placeOf(read)) ?? new Set()).add(run.service));
  }
  const sold = new Map<string, readonly HeldTicket[]>();
  for (const read of reads) {
    const named = services.get(placeOf(read));
    if (named && !sold.has(placeOf(read))) sold.set(placeOf(read), await ticketsOfServices(store, read, [...named]));
  }
  return (read) => figuresIn(read, sold.get(placeOf(read)) ?? []);
}

const placeOf = ({ city, departureId }: ReadDeparture): string => `${departureDay(departureId)}.${city}`;

async function ticketsOfServices(
  store: DocumentStore,
  { city, departureId }: ReadDeparture,
  services: readonly string[],
): Promise<readonly HeldTicket[]> {
  const held: HeldTicket[] = [];
  const where = { day: departureDay(departureId), city, service: { in: services } };
  for await (const batch of store.stream(tickets, { where })) held.push(...batch.filter(isHeld));
  return held;
}

function figuresIn({ opened, manifest }: ReadDeparture, held: readonly HeldTicket[]): SoldFigures {
  const run = serviceRunOf(opened);
  if (!run) return {};
  const sold = held.filter((ticket) => isSoldFor(ticket, run));
  if (sold.length === 0) return {};
  const aboard = new Set(manifest.passengers.map(({ passenger }) => passenger));
  return { tickets: { sold: sold.length, registered: sold.filter(({ passenger }) => aboard.has(passenger)).length } };
}
