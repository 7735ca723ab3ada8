import { scans } from '@tongcheng/cloudfunctions/app/rides/scan-record';
import type { Clock } from '@tongcheng/cloudfunctions/ports/clock';
import { collection, type DocumentStore, type StoreTrouble } from '@tongcheng/cloudfunctions/ports/document-store';
import type { KeyService } from '@tongcheng/cloudfunctions/ports/key-service';
import type { ObjectStore } from '@tongcheng/cloudfunctions/ports/object-store';
import { dayOf, hourMs } from '@tongcheng/shared/time';
import type { FastifyInstance } from 'fastify';
import { takesFiles } from './takes-files';

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
/** A key service and a storage may be far away and count their calls. */
const farHoldMs = 60_000;

interface Needs {
  readonly store: DocumentStore;
  readonly clock: Clock;
  readonly keys: KeyService;
  readonly objects: ObjectStore;
}

/** Which parts are within reach, and whether riders may be sent here. */
interface Ready {
  readonly ok: boolean;
  readonly store: boolean;
  readonly keys: boolean;
  /** Whether files can be written; where only the storage is away or full, riders go on. */
  readonly objects: boolean;
  /** The host is about to stop: whoever balances sends riders elsewhere. */
  readonly leaving?: true;
}

/** How a host is. However often it is asked, what it needs is tried every few seconds at most. */
export interface HostHealth {
  /** Whether the store takes writes and today's part of it can be read, and its troubles. */
  look(): Promise<{ readonly ok: boolean; readonly troubles: readonly StoreTrouble[] }>;
  ready(): Promise<Ready>;
  /** From now on it is not ready: it stops soon. */
  leave(): void;
  isLeaving(): boolean;
}

/** Looks after the store, the keys and the files of one host. */
export function makeHostHealth({ store, clock, keys, objects }: Needs): HostHealth {
  let leaving = false;
  const troubles = async () => (await store.troubles?.().catch(() => [])) ?? [];
  // While a server of a cluster is away, today's part can be read in parts only: the other servers' cities go on.
  const reads = async (now: number) => (await troubles()).some(({ is }) => is === 'away') || readsToday(store, now);
  const isGood = (ok: boolean) => ok;
  const alive = tried(holdsMs, clock, async (now) => (await takesWrites(store, now)) && (await reads(now)), isGood);
  const opens = tried(farHoldMs, clock, () => wrapsAndUnwraps(keys), isGood);
  const files = tried(
    farHoldMs,
    clock,
    () => takesFiles(objects),
    (took) => took === 'taken',
  );
  return {
    look: async () => {
      const [writes, found] = [await alive(), await troubles()];
      return { ok: writes && !found.some((each) => stopsToday(each, clock.now())), troubles: found };
    },
    ready: async () => {
      const [storeOk, keysOk, took] = await Promise.all([alive(), opens(), files()]);
      const ok = storeOk && keysOk && took !== 'not-allowed' && !leaving;
      return { ok, store: storeOk, keys: keysOk, objects: took === 'taken', ...(leaving && { leaving }) };
    },
    leave: () => {
      leaving = true;
    },
    isLeaving: () => leaving,
  };
}

/**
 * For whoever watches or balances. `GET /health`: 200 while the store takes writes and today's part of it can be read, 503 otherwise; with the
 * number of its troubles, where it has any. `/health/live`: this program runs;
 * restart it when it does not answer. `/health/ready`: store, keys and files are within reach and the host is not leaving; send it riders only then.
 */
export function serveHealth(server: FastifyInstance, health: HostHealth): void {
  server.get('/health', async (_request, reply) => {
    const { ok, troubles } = await health.look();
    return reply
      .code(ok ? 200 : 503)
      .header('cache-control', 'no-store')
      .send({ ok, ...(troubles.length > 0 && { troubles: troubles.length }) });
  });
  server.get('/health/live', (_request, reply) => reply.header('cache-control', 'no-store').send({ ok: true }));
  server.get('/health/ready', async (_request, reply) => {
    const ready = await health.ready();
    return reply
      .code(ready.ok ? 200 : 503)
      .header('cache-control', 'no-store')
      .send(ready);
  });
}

/** The same answer for a while, however often it is asked; what was not good is tried again after two seconds. */
function tried<T>(
  goodForMs: number,
  clock: Clock,
  attempt: (now: number) => Promise<T>,
  isGood: (found: T) => boolean,
): () => Promise<T> {
  let last: { readonly at: number; forMs: number; found: Promise<T> } | undefined;
  return () => {
    const now = clock.now();
    if (last && Math.abs(now - last.at) < last.forMs) return last.found;
    const one = { at: now, forMs: goodForMs, found: attempt(now) };
    one.found = one.found.then((found) => {
      if (!isGood(found)) one.forMs = Math.min(goodForMs, holdsMs);
      return found;
    });
    last = one;
    return one.found;
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
