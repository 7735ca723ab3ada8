import type { ManifestEvent } from '@tongcheng/shared/coaches/events';
import type { LedgerDeparture, LedgerPassenger } from '@tongcheng/shared/coaches/ledger/wire';
import type { FilingFailure } from '@tongcheng/shared/coaches/ledger-api';
import { idWithMoment } from '@tongcheng/shared/ids';
import { ok, type Result } from '@tongcheng/shared/result';
import type { Instant } from '@tongcheng/shared/time';
import type { DayVault, PassengerFacts, Vault } from '../../../vault/vault';
import { type DepartureEventRecord, eventKey } from '../departure-event-record';
import { checkTyped } from '../passenger-facts-typed';
import { eventRecord, markOfPlate, type NewEvent } from '../record-event';
import { type FoundDeparture, markOfLedger } from './find-departure';
import type { PlaceNames } from './place-names';

/** Where the rows of a ledger are filed. */
export interface LedgerContext {
  readonly vault: Vault;
  readonly day: DayVault;
  readonly city: string;
  readonly names: PlaceNames;
  readonly now: Instant;
  readonly found: FoundDeparture;
}

/** What a ledger says of a departure and passengers of it. */
export interface LedgerPart {
  readonly departure: LedgerDeparture;
  readonly aboard: number;
  readonly passengers: readonly LedgerPassenger[];
}

/** Events to keep, and of each passenger the id of their registration or why there is none. */
export interface LedgerEvents {
  readonly records: readonly DepartureEventRecord[];
  readonly registrations: readonly Result<string, FilingFailure>[];
}

/** The events of a part of a ledger; the same part gives the same events. */
export function ledgerEvents(context: LedgerContext, part: LedgerPart): LedgerEvents {
  const records = new Map<string, DepartureEventRecord>();
  const keep = (made: DepartureEventRecord) => {
    records.set(made._id, made);
    return made._id;
  };
  if (!context.found.isCrews) for (const made of departureRecords(context, part)) keep(made);
  const registrations = part.passengers.map((passenger) => {
    const facts = checkTyped(passenger, passenger, context.now);
    if (!facts.ok) return facts;
    const [registered, seen] = passengerRecords(context, part.departure.departsAt, passenger, facts.value);
    if (seen) keep(seen);
    return ok(keep(registered));
  });
  return { records: [...records.values()], registrations };
}

/** An id that follows from what is told. */
const eventIdOf = ({ day, found }: LedgerContext, at: Instant, told: string): string =>
  idWithMoment(day.pseudonym(`ledger:${found.departureId}:${told}`), at);

function recordOf(context: LedgerContext, event: ManifestEvent, sent: unknown, more: Partial<NewEvent> = {}) {
  const { day, city, now, found } = context;
  return eventRecord(day, { city, departureId: found.departureId, recordedAt: now, event, sent, ...more });
}

/** The departure itself, that it left, and how many were aboard; of several numbers the largest holds, since it comes last. */
function departureRecords(context: LedgerContext, { departure, aboard }: LedgerPart): readonly DepartureEventRecord[] {
  const { day, found, names, now } = context;
  const { departsAt, plate, service, serviceNumber = '', origin, destination } = departure;
  const [from, to] = [origin === undefined ? names.home : names.placeOf(origin), names.placeOf(destination)];
  const told = { at: departsAt, by: markOfLedger };
  const coach = markOfPlate(day, plate);
  const opened = recordOf(
    context,
    { kind: 'opened', eventId: found.departureId, ...told, departsAt, aboard: 0, coach },
    departure,
    {
      details: { service, serviceNumber, origin: from, destination: to, stops: [] },
      sealed: day.sealText(eventKey(found.departureId, found.departureId), JSON.stringify({ plate })),
      ...(to.city !== undefined && { destinationCity: to.city }),
    },
  );
  const counted = {
    kind: 'aboard-counted',
    eventId: eventIdOf(context, departsAt, `aboard:${aboard}`),
    aboard,
  } as const;
  const left = { kind: 'departed', eventId: eventIdOf(context, departsAt, 'departed') } as const;
  return [
    opened,
    recordOf(context, { ...counted, by: markOfLedger, at: departsAt + aboard }, counted),
    ...(departsAt <= now ? [recordOf(context, { ...left, ...told }, left)] : []),
  ];
}

/** A passenger's registration, and what was seen of them on arrival where the ledger says so. */
function passengerRecords(
  context: LedgerContext,
  at: Instant,
  { seat, present }: LedgerPassenger,
  facts: PassengerFacts,
): readonly [DepartureEventRecord, DepartureEventRecord?] {
  const { day, vault, found } = context;
  const sent = { facts, seat: seat ?? '' };
  const eventId = eventIdOf(context, at, JSON.stringify(sent));
  const passenger = day.pseudonym(vault.subjectOf(facts.documentKind, facts.documentNumber));
  const told = { at, by: markOfLedger, passenger };
  const registered = recordOf(
    context,
    { kind: 'registered', eventId, ...told, source: 'ledger', ...(seat !== undefined && { seat }) },
    sent,
    { sealed: day.sealFacts(eventKey(found.departureId, eventId), facts) },
  );
  if (present === undefined) return [registered];
  const kind = present ? 'present' : 'absent';
  const seen = { kind, eventId: eventIdOf(context, at, `${kind}:${passenger}`), ...told, at: at + 1_000 } as const;
  return [registered, recordOf(context, seen, seen)];
}
