import { scans } from '@tongcheng/cloudfunctions/app/rides/scan-record';
import type { Clock } from '@tongcheng/cloudfunctions/ports/clock';
import { collection, type DocumentStore, type StoreTrouble } from '@tongcheng/cloudfunctions/ports/document-store';
import type { KeyService } from '@tongcheng/cloudfunctions/ports/key-service';
import { dayOf, hourMs } from '@tongcheng/shared/time';
import type { FastifyInstance } from 'fastify';

/** One document, written again and again: whether the store takes writes is known by writing. */
const pulses = collection<{ readonly _id: string; readonly at: number }>()({
  name: 'pulses',
  keep: { until: 'seconds' },
  belongs: { to: 'nobody' },
  indexes: [],
});
const only = 'gateway';
/** However often it is asked, the store is tried at most this often. */
const holdsMs = 2_000;
/** A key service may be far away and counts its calls. */
const keysHoldMs = 60_000;

interface Needs {
  readonly store: DocumentStore;
  readonly clock: Clock;
  readonly keys: KeyService;
}

/**
 * For whoever watches or balances. `GET /health`: 200 while the store takes writes and today's part of it can be read, 503 otherwise; with the
 * number of its troubles, where it has any. `/health/live`: this program runs;
 * restart it when it does not answer. `/health/ready`: store and keys are within reach; send it riders only then.
 */
export function serveHealth(server: FastifyInstance, { store, clock, keys }: Needs): void {
  const troubles = async () => (await store.troubles?.().catch(() => [])) ?? [];
  // While a server of a cluster is away, today's part can be read in parts only: the other servers' cities go on.
  const reads = async (now: number) => (await troubles()).some(({ is }) => is === 'away') || readsToday(store, now);
  const alive = tried(holdsMs, clock, async (now) => (await takesWrites(store, now)) && (await reads(now)));
  const opens = tried(keysHoldMs, clock, () => wrapsAndUnwraps(keys));
  server.get('/health', async (_request, reply) => {
    const [writes, found] = [await alive(), await troubles()];
    const ok = writes && !found.some((each) => stopsToday(each, clock.now()));
    return reply
      .code(ok ? 200 : 503)
      .header('cache-control', 'no-store')
      .send({ ok, ...(found.length > 0 && { troubles: found.length }) });
  });
  server.get('/health/live', (_request, reply) => reply.header('cache-control', 'no-store').send({ ok: true }));
  server.get('/health/ready', async (_request, reply) => {
    const [storeOk, keysOk] = await Promise.all([alive(), opens()]);
    const ok = storeOk && keysOk;
    return reply
      .code(ok ? 200 : 503)
      .header('cache-control', 'no-store')
      .send({ ok, store: storeOk, keys: keysOk });
  });
}

/** The same answer for a while, however often it is asked; what failed is tried again after two seconds. */
function tried(goodForMs: number, clock: Clock, attempt: (now: number) => Promise<boolean>): () => Promise<boolean> {
  let last: { readonly at: number; forMs: number; readonly ok: Promise<boolean> } | undefined;
  return () => {
    const now = clock.now();
    if (last && Math.abs(now - last.at) < last.forMs) return last.ok;
    const one = { at: now, forMs: goodForMs, ok: attempt(now) };
    one.ok = one.ok.then((ok) => {
      if (!ok) one.forMs = Math.min(goodForMs, holdsMs);
      return ok;
    });
    last = one;
    return one.ok;
  };
}

async function takesWrites(store: DocumentStore, at: number): Promise<boolean> {
  try {
    const found = await store.get(pulses, only);
    if (found) await store.update(pulses, { _id: only, at }, found._v);
    else await store.insert(pulses, { _id: only, at });
    return true;
  } catch {
    return false;
  }
}

/** Scans of the night belong to the day before. */
const currentDays = (now: number): readonly string[] => [...new Set([dayOf(now - 6 * hourMs), dayOf(now)])];

/** Asks for a scan that nobody made: what is damaged answers even that with a fault. */
async function readsToday(store: DocumentStore, now: number): Promise<boolean> {
  try {
    for (const day of currentDays(now)) await store.get(scans, `${day}.`);
    return true;
  } catch {
    return false;
  }
}

/** Damage of a day that has passed stops nobody; that of these days, or of what holds no days, does; so does a server of a cluster that is away. */
function stopsToday({ part, is }: StoreTrouble, now: number): boolean {
  const day = /(\d{4}-\d\d-\d\d)\.sqlite$/.exec(part)?.[1];
  return is === 'away' || (is === 'damaged' && (day === undefined || currentDays(now).includes(day)));
}

async function wrapsAndUnwraps(keys: KeyService): Promise<boolean> {
  try {
    const wrapped = await keys.wrap(new Uint8Array(32), 'readiness');
    return (await keys.unwrap(wrapped, 'readiness')).length === 32;
  } catch {
    return false;
  }
}
