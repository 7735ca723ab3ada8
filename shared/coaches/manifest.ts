import type { Instant } from '../time';
import { after, type Departure } from './departure-phases';
import {
  arrivalKinds,
  crewKinds,
  type ManifestEvent,
  type Opened,
  type Registered,
  registrationSources,
} from './events';

/** Somebody on a manifest. */
export interface Passenger {
  readonly passenger: string;
  /** Their registrations that hold, oldest first; several where somebody was registered twice. */
  readonly registrations: readonly Registered[];
  /** The one that proves most, the oldest of those. */
  readonly best: Registered;
  /** Registered only by the officer on arrival (L-08). */
  readonly onArrival: boolean;
  /** What the officer saw last; absent while nobody looked. */
  readonly presence?: 'present' | 'absent';
}

/** The riders of one departure 乘客清单, and what became of it. */
export interface DepartureManifest {
  readonly departure: Departure;
  /** Who opened it; absent while no crew confirmed it. */
  readonly opened?: Opened;
  /** Marks of the coaches that it had, the present one last. */
  readonly coaches: readonly string[];
  /** How many were said to be aboard, and when; the present number last. */
  readonly aboard: readonly { readonly at: Instant; readonly aboard: number }[];
  /** In the order in which they were first registered. */
  readonly passengers: readonly Passenger[];
  /** Ids of events that did not fit when they happened, or came from others than the crew: kept and shown, without effect. */
  readonly unfitting: readonly string[];
}

/**
 * The manifest that events give, in whatever order and however often they come, from however many phones without network: they are put in the order
 * in which they happened, the crew's confirmation before all others.
 */
export function manifestOf(events: readonly ManifestEvent[]): DepartureManifest {
  const told = inOrder(events);
  const opened = told.find((event) => event.kind === 'opened');
  const { departure, fitting, unfitting } = walk(told, opened);
  const { held, late } = registrationsOf(fitting, departure);
  return {
    departure,
    ...(opened && { opened }),
    coaches: fitting.flatMap((event) => ('coach' in event ? [event.coach] : [])),
    aboard: fitting.flatMap((event) => ('aboard' in event ? [{ at: event.at, aboard: event.aboard }] : [])),
    passengers: passengersOf(held, presenceOf(fitting)),
    unfitting: [...unfitting, ...late],
  };
}

/** Each event once, in the order in which they happened; of the same instant by id. */
function inOrder(events: readonly ManifestEvent[]): readonly ManifestEvent[] {
  const byId = new Map(events.map((event) => [event.eventId, event]));
  return [...byId.values()].sort(
    (one, other) =>
      Number(other.kind === 'opened') - Number(one.kind === 'opened') ||
      one.at - other.at ||
      (one.eventId < other.eventId ? -1 : 1),
  );
}

const isCrews = (event: ManifestEvent) => crewKinds.some((kind) => kind === event.kind);
const isArrivals = (event: ManifestEvent) => arrivalKinds.some((kind) => kind === event.kind);

/** The departure after everything that fitted, and what did and did not. */
function walk(told: readonly ManifestEvent[], opened: Opened | undefined) {
  let departure: Departure = { phase: 'planned' };
  const [fitting, unfitting]: [ManifestEvent[], string[]] = [[], []];
  for (const event of told) {
    const isForeign = isCrews(event) && event.by !== opened?.by;
    const isEarly = isArrivals(event) && !opened;
    const next: Departure | undefined = isForeign || isEarly ? undefined : after(departure, event);
    departure = next ?? departure;
    if (next) fitting.push(event);
    else unfitting.push(event.eventId);
  }
  return { departure, fitting, unfitting };
}

/** Registrations that hold, and withdrawals that came too late: what stood on the list when the coach left stays there. */
function registrationsOf(fitting: readonly ManifestEvent[], departure: Departure) {
  const leftAt = 'departedAt' in departure ? departure.departedAt : Number.POSITIVE_INFINITY;
  const made = new Map(
    fitting.flatMap((event) => (event.kind === 'registered' ? [[event.eventId, event] as const] : [])),
  );
  const takenBack = new Set<string>();
  const late: string[] = [];
  for (const event of fitting) {
    const about = takesBack(event);
    if (about === undefined) continue;
    if (made.get(about)?.by === event.by && event.at < leftAt) takenBack.add(about);
    else if (event.kind === 'withdrawn') late.push(event.eventId);
  }
  return { held: [...made.values()].filter(({ eventId }) => !takenBack.has(eventId)), late };
}

function takesBack(event: ManifestEvent): string | undefined {
  if (event.kind === 'withdrawn') return event.registration;
  return event.kind === 'registered' && event.replaces !== event.eventId ? event.replaces : undefined;
}

/** What was seen last of each passenger. */
const presenceOf = (fitting: readonly ManifestEvent[]): ReadonlyMap<string, 'present' | 'absent'> =>
  new Map(
    fitting.flatMap((event) =>
      event.kind === 'present' || event.kind === 'absent' ? [[event.passenger, event.kind] as const] : [],
    ),
  );

function passengersOf(
  held: readonly Registered[],
  presence: ReadonlyMap<string, 'present' | 'absent'>,
): readonly Passenger[] {
  const all = new Map<string, Registered[]>();
  for (const each of held) all.set(each.passenger, [...(all.get(each.passenger) ?? []), each]);
  return [...all].map(([passenger, registrations]) => {
    const onArrival = registrations.every((each) => each.onArrival === true);
    // Whoever was added on arrival stood before the officer.
    const seen = presence.get(passenger) ?? (registrations.some((each) => each.onArrival) ? 'present' : undefined);
    return { passenger, registrations, best: bestOf(registrations), onArrival, ...(seen && { presence: seen }) };
  });
}

const strengthOf = ({ source }: Registered) => registrationSources.indexOf(source);

/** Called with at least one. */
const bestOf = (registrations: readonly Registered[]): Registered =>
  registrations.reduce((best, each) => (strengthOf(each) > strengthOf(best) ? each : best));
