import type { Instant } from '../time';
import type { ManifestEvent } from './events';

/** Known, not yet confirmed by a crew: passengers and tickets may come first. */
interface Planned {
  readonly phase: 'planned';
}
/** Confirmed by its crew. */
interface Open {
  readonly phase: 'open';
  readonly departsAt: Instant;
}
/** On its way. */
interface Departed {
  readonly phase: 'departed';
  readonly departsAt: Instant;
  readonly departedAt: Instant;
  /** Why it left incomplete, as its crew said. */
  readonly reason?: string;
  /** Nobody said that it left; it was seen to arrive. */
  readonly unsaid?: true;
}
/** At its destination, being verified (L-08). */
interface Arrived extends Omit<Departed, 'phase'> {
  readonly phase: 'arrived';
  readonly arrivedAt: Instant;
  /** How often it was reopened after it had been closed. */
  readonly reopenings: number;
}
/** Verified. */
interface Closed extends Omit<Arrived, 'phase'> {
  readonly phase: 'closed';
  readonly closedAt: Instant;
}
/** Never left. */
interface Cancelled {
  readonly phase: 'cancelled';
  readonly cancelledAt: Instant;
  readonly reason?: string;
}

/** A departure in one of its phases. */
export type Departure = Planned | Open | Departed | Arrived | Closed | Cancelled;

/** The names of the phases. */
export const departurePhases = ['planned', 'open', 'departed', 'arrived', 'closed', 'cancelled'] as const;

type Leaving = { readonly at: Instant; readonly reason?: string; readonly unsaid?: true };

/** A departure on its way. */
const depart = ({ departsAt }: Open, { at, reason, unsaid }: Leaving): Departed => ({
  phase: 'departed',
  departsAt,
  departedAt: at,
  ...(reason !== undefined && { reason }),
  ...(unsaid && { unsaid }),
});

/** A departure at its destination. */
const arrive = (departure: Departed, at: Instant): Arrived => ({
  ...departure,
  phase: 'arrived',
  arrivedAt: at,
  reopenings: 0,
});

/** A verified departure. */
const close = (departure: Arrived, at: Instant): Closed => ({ ...departure, phase: 'closed', closedAt: at });

/** A verified departure that is verified again. */
const reopen = ({ closedAt: _, reopenings, ...departure }: Closed): Arrived => ({
  ...departure,
  phase: 'arrived',
  reopenings: reopenings + 1,
});

/** A departure that never left. */
const cancel = (_departure: Planned | Open, { at, reason }: Leaving): Cancelled => ({
  phase: 'cancelled',
  cancelledAt: at,
  ...(reason !== undefined && { reason }),
});

/** The departure after an event; undefined where the event does not fit what the departure is. */
export function after(departure: Departure, event: ManifestEvent): Departure | undefined {
  switch (event.kind) {
    case 'opened':
      return departure.phase === 'planned' ? { phase: 'open', departsAt: event.departsAt } : undefined;
    case 'rescheduled':
      return departure.phase === 'open' ? { ...departure, departsAt: event.departsAt } : undefined;
    case 'departed':
      return departure.phase === 'open' ? depart(departure, event) : undefined;
    case 'cancelled':
      return departure.phase === 'open' ? cancel(departure, event) : undefined;
    case 'aboard-counted':
    case 'coach-replaced':
      return departure.phase === 'open' || departure.phase === 'departed' ? departure : undefined;
    case 'arrived':
      return whereArrived(departure, event.at);
    case 'closed':
      return whereClosed(departure, event.at);
    case 'reopened':
      return departure.phase === 'closed' ? reopen(departure) : undefined;
    case 'present':
    case 'absent':
      return departure.phase === 'closed' || departure.phase === 'cancelled' ? undefined : departure;
    case 'registered':
    case 'withdrawn':
      return departure;
  }
}

/** Whoever sees a coach arrive knows that it left, whatever its crew forgot to say. */
function whereArrived(departure: Departure, at: Instant): Arrived | undefined {
  if (departure.phase === 'open') return arrive(depart(departure, { at, unsaid: true }), at);
  return departure.phase === 'departed' ? arrive(departure, at) : undefined;
}

function whereClosed(departure: Departure, at: Instant): Closed | undefined {
  const arrived = departure.phase === 'arrived' ? departure : whereArrived(departure, at);
  return arrived && close(arrived, at);
}
