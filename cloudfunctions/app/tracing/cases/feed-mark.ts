import { type Instant, minuteMs } from '@tongcheng/shared/time';
import type { Vault } from '../../../vault/vault';
import type { Trace } from '../trace';
import type { TraceRequestRecord } from './request-record';

/** What a vehicle did so shortly before a request may not have been sent yet. */
const settledMs = 30 * minuteMs;

/**
 * A keyed mark of what was known of the index rider's vehicles until shortly before names were asked for; undefined where the city has no feed. It tells
 * nobody which vehicles those are, and is another one as soon as the feed says anything else of them, or nothing.
 */
export async function feedMark(
  { vault }: { readonly vault: Pick<Vault, 'blindIndex'> },
  { rides, vehicles }: Pick<Trace, 'rides' | 'vehicles'>,
  requestedAt: Instant,
): Promise<string | undefined> {
  if (!vehicles) return undefined;
  const ids = [...new Set(rides.flatMap(({ vehicleId }) => vehicleId ?? []))].sort();
  const said = ids.map((id) => [
    id,
    (vehicles.get(id) ?? [])
      .filter(({ departsAt }) => departsAt < requestedAt - settledMs)
      .map(({ tripId, stopId, arrivesAt, departsAt }) => [tripId, stopId, arrivesAt, departsAt]),
  ]);
  return vault.blindIndex('tracing-vehicle-feed', JSON.stringify(said));
}

/** Whether what is known of the vehicles is not what it was when the names were asked for. A request of an earlier release does not say. */
export async function isFeedChanged(
  needs: { readonly vault: Pick<Vault, 'blindIndex'> },
  found: Pick<Trace, 'rides' | 'vehicles'>,
  { feed, requestedAt }: Pick<TraceRequestRecord, 'feed' | 'requestedAt'>,
): Promise<boolean> {
  return feed !== undefined && (await feedMark(needs, found, requestedAt)) !== feed;
}
