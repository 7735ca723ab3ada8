import { ServiceUnavailable } from '../../ports/service-unavailable';

/** How long a feed may take, and how long it may be. */
export interface FeedLimits {
  readonly timeoutMs: number;
  readonly largestBytes: number;
}

/** What a feed calls a vehicle: its venue without the city. */
export const feedName = (city: string, vehicleId: string): string =>
  vehicleId.startsWith(`${city}-`) ? vehicleId.slice(city.length + 1) : vehicleId;

/** The bytes of a feed; undefined where its server has none. Throws ServiceUnavailable where it is away, late or too long. */
export async function fetchFeed(url: string, limits: FeedLimits): Promise<Uint8Array | undefined> {
  try {
    const reply = await fetch(url, { signal: AbortSignal.timeout(limits.timeoutMs), redirect: 'error' });
    if (reply.status === 404) return await nothing(reply);
    if (reply.status !== 200) throw new ServiceUnavailable(`the feed answered ${reply.status}`);
    return await boundedBytes(reply, limits.largestBytes);
  } catch (cause) {
    if (cause instanceof ServiceUnavailable) throw cause;
    throw new ServiceUnavailable('the feed was not reached in time', { cause });
  }
}

async function nothing(reply: Response): Promise<undefined> {
  await reply.body?.cancel();
}

async function boundedBytes(reply: Response, largest: number): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  let bytes = 0;
  for await (const part of reply.body ?? []) {
    bytes += part.byteLength;
    if (bytes > largest) throw new ServiceUnavailable('the feed was too long');
    parts.push(part);
  }
  return Buffer.concat(parts);
}
