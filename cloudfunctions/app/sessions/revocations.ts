import { newId } from '@tongcheng/shared/ids';
import type { Instant } from '@tongcheng/shared/time';
import { addDays, dayOf, dayStart, minuteMs } from '@tongcheng/shared/time';
import type { Clock } from '../../ports/clock';
import type { DocumentStore } from '../../ports/document-store';
import type { Claims } from './claims';
import type { Revocation } from './revocation-record';
import { revocations } from './revocation-record';
import type { SessionNeeds } from './session-record';

/** Asked again this often, so that a revocation reaches every instance within five seconds. */
const pollMs = 2_000;
/** Access tokens live ten minutes; clocks of instances may differ by some seconds. */
const memoryMs = 12 * minuteMs;

/** Writes that tokens about a session or an account, issued until now, no longer hold. */
export async function revoke(needs: SessionNeeds, what: Pick<Revocation, 'about' | 'effect'>): Promise<void> {
  const at = needs.clock.now();
  const day = dayOf(at);
  await needs.store.insert(revocations, { _id: `${day}.${newId(at, needs.chance.bytes)}`, day, at, ...what });
}

/** Whether a token still holds, from memory; the list is read anew every two seconds. */
export interface RevocationList {
  effectOn(claims: Claims): Promise<'ended' | 'stale' | undefined>;
}

/** This instance's copy of the list. A list that cannot be read is a fault: nobody is let in on an old one. */
export function revocationList({
  store,
  clock,
}: {
  readonly store: DocumentStore;
  readonly clock: Clock;
}): RevocationList {
  let known: ReadonlyMap<string, Revocation> = new Map();
  let readAt: Instant = Number.NEGATIVE_INFINITY;
  let reading: Promise<void> | undefined;
  const read = async (now: Instant) => {
    known = await readSince(store, now - memoryMs, now);
    readAt = now;
  };
  const fresh = async (now: Instant) => {
    if (Math.abs(now - readAt) < pollMs) return;
    reading ??= read(now).finally(() => {
      reading = undefined;
    });
    await reading;
  };
  return {
    effectOn: async (claims) => {
      await fresh(clock.now());
      return effectOf(known, claims);
    },
  };
}

/** Ids begin with time, so that only the last minutes are read however many a day has. */
async function readSince(store: DocumentStore, since: Instant, now: Instant): Promise<ReadonlyMap<string, Revocation>> {
  const today = dayOf(now);
  const days = since < dayStart(today) ? [addDays(today, -1), today] : [today];
  const found = new Map<string, Revocation>();
  const first = `${dayOf(since)}.${newId(since, (size) => new Uint8Array(size))}`;
  for await (const batch of store.stream(revocations, { where: { day: { in: days }, _id: { gte: first } } }))
    for (const revocation of batch) found.set(`${revocation.effect}.${revocation.about}`, revocation);
  return found;
}

function subjectOf(claims: Claims): string {
  switch (claims.kind) {
    case 'rider':
      return claims.account;
    case 'staff':
      return claims.staff;
    case 'official':
      return claims.official;
    case 'device':
      return claims.device;
  }
}

function effectOf(known: ReadonlyMap<string, Revocation>, claims: Claims): 'ended' | 'stale' | undefined {
  if (known.size === 0) return undefined;
  if (known.has(`ended.${claims.session}`)) return 'ended';
  const stale = known.get(`stale.${subjectOf(claims)}`);
  return stale && stale.at > claims.issuedAt ? 'stale' : undefined;
}
