import { createServer } from 'node:http';
import type { Network } from '@tongcheng/city';
import { positionsMessage } from '@tongcheng/city/feeds/positions-message';
import { timetableArchive } from '@tongcheng/city/feeds/timetable-archive';
import { tripsOn, vehicleNamed } from '@tongcheng/city/feeds/vehicle-trips';
import { dayOf } from '@tongcheng/shared/time';

/** The feeds of the city's vehicles on a loopback port of their own, as an operator has them elsewhere. */
export interface LocalFeeds {
  readonly url: string;
  close(): Promise<void>;
}

const positionPath = /^\/(\d{6})\/vehicle-positions\/(\d{4}-\d{2}-\d{2})\/([a-z0-9-]{1,60})\.pb$/;

/** Starts them: a timetable in GTFS, and of each vehicle and day its positions in GTFS-realtime. */
export async function startFeeds(network: Network, now: () => number): Promise<LocalFeeds> {
  const server = createServer((request, reply) => {
    const found = feedAt(network, request.url ?? '', now());
    reply.writeHead(found ? 200 : 404).end(found);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (typeof address !== 'object' || address === null) throw new Error('the feeds have no port');
  const close = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  return { url: `http://127.0.0.1:${address.port}`, close };
}

/** A feed's bytes; what has not been driven yet nobody sent. */
function feedAt(network: Network, path: string, now: number): Uint8Array | undefined {
  if (path === `/${network.city}/timetable.zip`) return timetableArchive(network, dayOf(now));
  const [, city, day = '', vehicle = ''] = positionPath.exec(path) ?? [];
  const found = city === network.city ? vehicleNamed(network, vehicle) : undefined;
  if (!found) return undefined;
  const trips = tripsOn(found.line, found.index, day).map((trip) => ({
    ...trip,
    stops: trip.stops.filter(({ departsAt }) => departsAt <= now),
  }));
  return positionsMessage(vehicle, trips, day);
}
