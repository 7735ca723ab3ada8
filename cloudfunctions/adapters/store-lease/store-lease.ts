import { newId } from '@tongcheng/shared/ids';
import type { Instant } from '@tongcheng/shared/time';
import type { Chance } from '../../ports/chance';
import type { Clock } from '../../ports/clock';
import { collection, type DocumentStore } from '../../ports/document-store';
import type { Lease } from '../../ports/lease';

/** Who does a piece of work, and until when nobody else may. */
interface LeaseRecord {
  readonly _id: string;
  readonly holder: string;
  /** 0 once the work ended. */
  readonly until: Instant;
}

/** Leases of all runners. */
export const leases = collection<LeaseRecord>()({
  name: 'leases',
  keep: { until: 'seconds' },
  belongs: { to: 'nobody' },
  indexes: [],
});

interface Needs {
  readonly store: DocumentStore;
  readonly clock: Clock;
  readonly chance: Chance;
}

/**
 * Leases kept as documents, for runners that share a store. A holder renews its lease while it works; one that died loses
 * it after `ttlSeconds`. One that slept longer than that may find a second worker beside it, so the work itself must bear
 * being done twice: a lease saves effort, the ids of what is written keep it single.
 */
export function openStoreLease(needs: Needs): Lease {
  return {
    hold: async (name, ttlSeconds, work) => {
      const holder = newId(needs.clock.now(), needs.chance.bytes);
      const mine = { _id: name, holder };
      if (!(await taken(needs, mine, ttlSeconds))) return undefined;
      const renewing = setInterval(() => void renew(needs, mine, ttlSeconds), (ttlSeconds * 1_000) / 3);
      renewing.unref();
      try {
        return await work();
      } finally {
        clearInterval(renewing);
        await end(needs, mine);
      }
    },
  };
}

type Mine = Omit<LeaseRecord, 'until'>;

async function taken({ store, clock }: Needs, mine: Mine, ttlSeconds: number): Promise<boolean> {
  const now = clock.now();
  const until = now + ttlSeconds * 1_000;
  const found = await store.get(leases, mine._id);
  if (!found) return (await store.insert(leases, { ...mine, until })) === 'inserted';
  if (found.until > now) return false;
  return (await store.update(leases, { ...mine, until }, found._v)) === 'updated';
}

/** Moves the end of a lease that is still ours; one that somebody else took meanwhile is left. */
async function move({ store }: Needs, mine: Mine, until: Instant): Promise<'moved' | 'conflict' | 'lost'> {
  const found = await store.get(leases, mine._id);
  if (found?.holder !== mine.holder || found.until === 0) return 'lost';
  return (await store.update(leases, { ...mine, until }, found._v)) === 'updated' ? 'moved' : 'conflict';
}

/** A renewal that fails changes nothing: the next one is due long before the lease ends. */
const renew = (needs: Needs, mine: Mine, ttlSeconds: number) =>
  move(needs, mine, needs.clock.now() + ttlSeconds * 1_000).catch(() => undefined);

/** Should the store refuse, the lease runs out by itself. A renewal that comes between is the last one. */
async function end(needs: Needs, mine: Mine): Promise<void> {
  const ended = await move(needs, mine, 0).catch(() => 'lost');
  if (ended === 'conflict') await move(needs, mine, 0).catch(() => 'lost');
}
