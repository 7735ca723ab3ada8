import { dayMs } from '@tongcheng/shared/time';
import { locatedRide } from '@tongcheng/shared/tracing/located-ride';
import type { Span } from '@tongcheng/shared/tracing/traced-ride';
import { consistentCalls, type VehicleCall } from '@tongcheng/shared/tracing/vehicle-call';
import { blockOf } from '@tongcheng/shared/venues/capabilities';
import { ServiceUnavailable } from '../../../ports/service-unavailable';
import type { VehicleLocator, VehicleQuestion } from '../../../ports/vehicle-locator';
import type { SourcedRide, TraceQuestion } from './ride-source';

/** So long before and after a ride its vehicle is looked at: others boarded earlier and stayed longer. */
const roomMs = dayMs / 2;

/** The rides of a tracing with their stops, and what is known of each vehicle. */
interface LocatedRides {
  readonly index: readonly SourcedRide[];
  readonly others: readonly SourcedRide[];
  /** By vehicle; undefined where the city has no feed. A vehicle of which nothing is known has no calls. */
  readonly calls: CallsByVehicle | undefined;
}

/** The calls of vehicles by their ids. */
export type CallsByVehicle = ReadonlyMap<string, readonly VehicleCall[]>;

/**
 * Gives the rides of a tracing their stops. Each vehicle is asked about once, so that its stops are numbered alike in all rides: those that the index
 * rider rode in, and those from which somebody changed into them. Where the city has no feed, or it is away or contradicts itself, rides stay as they
 * are and matches rest on time.
 */
export async function locateRides(
  locator: VehicleLocator | undefined,
  { city, settings }: TraceQuestion,
  { index, others }: Pick<LocatedRides, 'index' | 'others'>,
): Promise<LocatedRides> {
  const by = blockOf(settings, 'tracing')?.vehicleFeed;
  if (!locator || !by) return { index, others, calls: undefined };
  const calls = new Map<string, readonly VehicleCall[]>();
  for (const [vehicleId, span] of spansByVehicle([...index, ...others]))
    calls.set(vehicleId, await callsOf(locator, { city, vehicleId, by, ...span }));
  const locate = (ride: SourcedRide) => locatedRide(ride, (vehicleId) => calls.get(vehicleId) ?? []);
  return { index: index.map(locate), others: others.map(locate), calls };
}

async function callsOf(locator: VehicleLocator, asked: VehicleQuestion): Promise<readonly VehicleCall[]> {
  try {
    return consistentCalls(await locator.callsOf(asked));
  } catch (fault) {
    if (fault instanceof ServiceUnavailable) return [];
    throw fault;
  }
}

/** The time in which each vehicle matters. Taxis have no stops. */
function spansByVehicle(rides: readonly SourcedRide[]): ReadonlyMap<string, Span> {
  const spans = new Map<string, Span>();
  for (const { vehicleId, mode, aboard, changedFrom } of rides) {
    if (mode === 'taxi') continue;
    for (const each of [vehicleId, changedFrom?.vehicleId])
      if (each !== undefined) spans.set(each, joined(spans.get(each), aboard.possible));
  }
  return spans;
}

const joined = (known: Span | undefined, { from, to }: Span): Span => ({
  from: Math.min(from - roomMs, known?.from ?? Number.POSITIVE_INFINITY),
  to: Math.max(to + roomMs, known?.to ?? 0),
});
