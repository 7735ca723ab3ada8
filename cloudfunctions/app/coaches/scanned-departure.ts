import type { RiderCaller } from '@tongcheng/shared/caller';
import { figuresOf } from '@tongcheng/shared/coaches/manifest-figures';
import type { OwnRegistration, ScannedDeparture } from '@tongcheng/shared/coaches/passenger-wire';
import { hourMs } from '@tongcheng/shared/time';
import type { DocumentStore } from '../../ports/document-store';
import { asksAddresses } from './coach-city';
import { departureDay, departureEvents, eventKey } from './departure-event-record';
import { departsAtOf, detailsOf, plannedForOf } from './departure-view';
import { type ReadDeparture, readDeparture } from './read-departure';
import { legOf, markOfAccount } from './record-event';
import type { ResolvedDeparture, ResolveNeeds } from './resolve-departure';
import { ownTickets } from './ticketing/own-tickets';
import { ticketsFor } from './ticketing/tickets-for';

/** Departures so near in time cannot both be ridden. */
const sameHoursMs = 3 * hourMs;
const mostElsewhere = 5;

/** A departure as the account sees it that scanned its code: what it registered, and nothing of anybody else. */
export async function scannedDeparture(
  needs: Pick<ResolveNeeds, 'store' | 'vault'>,
  found: ResolvedDeparture,
  caller: RiderCaller,
): Promise<ScannedDeparture> {
  const { code, read, day, place } = found;
  const { store } = needs;
  const { accountId } = caller;
  const by = markOfAccount(day, accountId);
  const { phase } = read.manifest.departure;
  const { outside: _outside, ...details } = detailsOf(read);
  const own = ownOf({ read, day }, by);
  return {
    ...{ departureId: read.departureId, city: read.city, phase, plate: code.plate, demonstration: code.demonstration },
    ...details,
    departsAt: departsAtOf(read),
    ...plannedForOf(read),
    asksAddresses: code.asksAddresses || asksAddresses(place.rules, read.opened?.destinationCity),
    retentionDays: place.retentionDays,
    over: figuresOf(read.manifest).over > 0,
    changeable: phase === 'planned' || phase === 'open',
    own,
    elsewhere: code.demonstration ? [] : await elsewhereOf(store, read, by),
    ...(await ticketsOf(needs, found, caller, own)),
  };
}

/** Tickets that the account may confirm, without those whose holder it registered already. */
async function ticketsOf(
  needs: Pick<ResolveNeeds, 'store' | 'vault'>,
  found: ResolvedDeparture,
  caller: RiderCaller,
  own: readonly OwnRegistration[],
): Promise<Pick<ScannedDeparture, 'ticketed' | 'tickets'>> {
  const sold = found.code.demonstration ? [] : await ticketsFor(needs.store, found.read);
  const registered = new Set(own.map(({ passenger }) => passenger));
  const open = sold.filter(({ passenger }) => !registered.has(passenger));
  const theirs = await ownTickets(needs, caller, found.day, open);
  return { ticketed: sold.length > 0, tickets: theirs.map(({ row }) => row) };
}

/** What the account registered here and holds. */
function ownOf({ read, day }: Pick<ResolvedDeparture, 'read' | 'day'>, by: string): OwnRegistration[] {
  const own = read.manifest.passengers.flatMap(({ registrations }) => registrations.filter((each) => each.by === by));
  return own.flatMap((each) => {
    const { eventId, passenger, source, seat, at } = each;
    const key = eventKey(read.departureId, eventId);
    const sealed = read.records.find(({ _id }) => _id === key)?.sealed;
    if (sealed === undefined) return [];
    const { maskedName, documentKind, maskedDocument } = day.maskedFacts(key, sealed);
    return [
      {
        registrationId: eventId,
        passenger,
        maskedName,
        documentKind,
        maskedDocument,
        source,
        at,
        ...(seat !== undefined && { seat }),
        ...legOf(each),
      },
    ];
  });
}

/** Other departures of the city in the same hours for which the same account registered somebody; of others nothing is told. */
async function elsewhereOf(store: DocumentStore, here: ReadDeparture, by: string) {
  const where = { day: departureDay(here.departureId), by, kind: 'registered' } as const;
  const { items } = await store.find(departureEvents, { where, limit: 100 });
  const ids = [...new Set(items.map(({ departureId }) => departureId))].filter((id) => id !== here.departureId);
  const others = await Promise.all(ids.slice(0, mostElsewhere).map((id) => readDeparture(store, here.city, id)));
  return others.flatMap((read) => {
    const holds = read.manifest.passengers.some(({ registrations }) => registrations.some((each) => each.by === by));
    const departsAt = departsAtOf(read);
    const isNear = Math.abs(departsAt - departsAtOf(here)) < sameHoursMs;
    if (!holds || !isNear || read.manifest.departure.phase === 'cancelled') return [];
    const { serviceNumber, destination } = detailsOf(read);
    return [
      {
        ...{ departureId: read.departureId, departsAt },
        ...(serviceNumber !== undefined && { serviceNumber }),
        ...(destination && { destination }),
      },
    ];
  });
}
