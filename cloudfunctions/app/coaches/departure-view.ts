import { type Completeness, completenessOf, isAmiss } from '@tongcheng/shared/coaches/completeness';
import { figuresOf } from '@tongcheng/shared/coaches/manifest-figures';
import { placeFigures } from '@tongcheng/shared/coaches/place-figures';
import type { DepartureView } from '@tongcheng/shared/coaches/wire';
import { idTime } from '@tongcheng/shared/ids';
import type { Instant } from '@tongcheng/shared/time';
import type { CoachRules } from '@tongcheng/shared/venues/coach-rules';
import type { DayVault } from '../../vault/vault';
import { plateOf } from './crew-facts';
import { departureDay } from './departure-event-record';
import type { ReadDeparture } from './read-departure';

/** By what a departure is judged, and when. */
export interface Judging {
  readonly rules: CoachRules;
  readonly now: Instant;
  readonly tickets?: Pick<DepartureView, 'tickets'>;
}

/** A departure as crew, station staff and arrival officers see it: numbers and the coach, no name of anybody. */
export function departureView(day: DayVault, read: ReadDeparture, judging: Judging): DepartureView {
  const { departureId, city, opened, manifest } = read;
  const figures = figuresOf(manifest);
  const plate = plateOf(day, read);
  const completeness = judged(read, judging);
  return {
    ...{ departureId, city, day: departureDay(departureId), figures },
    ...stateOf(read),
    ...(plate !== undefined && { plate }),
    ...detailsOf(read),
    ...placesOf(read),
    departsAt: departsAtOf(read),
    ...plannedForOf(read),
    ...completeness,
    complete: !isAmiss(completeness),
    aboardSaid: opened ? manifest.aboard.map(({ at, aboard }) => ({ at, aboard })) : [],
    coaches: new Set(manifest.coaches).size,
    unfitting: manifest.unfitting.length,
    ...judging.tickets,
  };
}

/** Where the registration of a departure stands; without tickets, what is lacking is called registrations. */
export function judged(read: ReadDeparture, { rules, now, tickets }: Judging): Completeness {
  const { service, lineClass, origin } = read.opened?.details ?? {};
  return completenessOf(
    {
      ...{ manifest: read.manifest, departsAt: departsAtOf(read), ...tickets },
      ...(service && { scoped: { service, ...(lineClass !== undefined && { lineClass }) } }),
      ...(origin?.stationId !== undefined && { stationId: origin.stationId }),
    },
    rules,
    now,
  );
}

/** Who gets on and off where, of a journey with stops. */
function placesOf({ opened, manifest }: ReadDeparture): Pick<DepartureView, 'places'> {
  const stops = opened?.details?.stops.length ?? 0;
  return stops === 0 ? {} : { places: [...placeFigures(manifest, stops)] };
}

/** When it leaves, as far as anybody said; the id of a departure says when it was to leave at first. */
export function departsAtOf(read: ReadDeparture): number {
  const { departure } = read.manifest;
  return 'departsAt' in departure ? departure.departsAt : (firstSaid(read) ?? idTime(read.departureId));
}

/** The time that its crew said first, where it has changed since. */
export function plannedForOf(read: ReadDeparture): Pick<DepartureView, 'plannedFor'> {
  const first = firstSaid(read);
  return first === undefined || first === departsAtOf(read) ? {} : { plannedFor: first };
}

function firstSaid({ opened }: ReadDeparture): number | undefined {
  return opened?.event.kind === 'opened' ? opened.event.departsAt : undefined;
}

function stateOf({ manifest: { departure } }: ReadDeparture) {
  return {
    phase: departure.phase,
    ...('departedAt' in departure && { departedAt: departure.departedAt }),
    ...('arrivedAt' in departure && { arrivedAt: departure.arrivedAt }),
    ...('closedAt' in departure && { closedAt: departure.closedAt }),
    ...('reason' in departure && departure.reason !== undefined && { reason: departure.reason }),
    ...('reopenings' in departure && { reopenings: departure.reopenings }),
  };
}

/** What the crew said of line and places; nothing while they have not. */
export function detailsOf({
  opened,
}: ReadDeparture): Pick<
  DepartureView,
  'service' | 'serviceNumber' | 'lineClass' | 'origin' | 'destination' | 'stops' | 'outside'
> {
  const { details } = opened ?? {};
  if (!details) return {};
  const { service, serviceNumber, lineClass, origin, destination, stops, outside } = details;
  return {
    ...{ service, serviceNumber, origin, destination, stops: [...stops] },
    ...(lineClass !== undefined && { lineClass }),
    ...(outside && { outside }),
  };
}
