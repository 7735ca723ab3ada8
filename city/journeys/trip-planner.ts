import { outsideService } from '@tongcheng/shared/rides/service-hours';
import { hourMs, type Instant } from '@tongcheng/shared/time';
import type { Mode } from '@tongcheng/shared/venues/kinds';
import { routeFinder } from '../network/find-route';
import type { Line, Network } from '../network/network';
import type { Outing, Trip } from './outing';
import { busTrip } from './trips/bus-trip';
import { ferryTrip } from './trips/ferry-trip';
import { type Stations, stationTrip } from './trips/station-trip';
import { taxiTrip } from './trips/taxi-trip';

/** The network as somebody sees it who sets out. */
export interface TripPlanner {
  /** A trip on a mode, or undefined where it does not work out. */
  trip(mode: Mode, outing: Outing): Trip | undefined;
  /** Whether a trip that begins now ends before the mode's last run. */
  runs(mode: Mode, at: Instant): boolean;
}

/** Prepares a network for planning one day: routes are remembered, taxis are taken and free again. */
export const makeTripPlanner = (network: Network): TripPlanner => {
  const linesOf = (mode: Mode) => network.lines.filter((line) => line.mode === mode);
  const buses = linesOf('bus');
  const stations = {
    metro: stationsOf(linesOf('metro')),
    tram: stationsOf(linesOf('tram')),
    brt: stationsOf(linesOf('brt')),
  };
  const taxis = { cars: network.taxis, freeAt: new Map<string, Instant>() };
  return {
    trip: (mode, outing) => {
      switch (mode) {
        case 'bus':
          return busTrip(outing, buses);
        case 'metro':
        case 'tram':
        case 'brt':
          return stationTrip(outing, stations[mode]);
        case 'taxi':
          return taxiTrip(outing, taxis);
        case 'ferry':
          return ferryTrip(outing, network.docks);
      }
    },
    runs: (mode, at) => !outsideService(mode, at, network) && !outsideService(mode, at + hourMs, network),
  };
};

/** Lines that share a station are one network, and so are those that share one with them. */
function stationsOf(lines: readonly Line[]): readonly Stations[] {
  const networks: { lines: Line[]; stopIds: Set<string> }[] = [];
  for (const line of lines) {
    const stopIds = line.stops.filter(({ station }) => station).map(({ stopId }) => stopId);
    const met = networks.filter((network) => stopIds.some((stopId) => network.stopIds.has(stopId)));
    for (const network of met) networks.splice(networks.indexOf(network), 1);
    networks.push({
      lines: [...met.flatMap((network) => network.lines), line],
      stopIds: new Set([...met.flatMap((network) => [...network.stopIds]), ...stopIds]),
    });
  }
  return networks.map((network) => ({ stopIds: [...network.stopIds], route: routeFinder(network.lines) }));
}
