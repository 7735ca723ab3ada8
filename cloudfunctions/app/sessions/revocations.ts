import { newId } from '@tongcheng/shared/ids';
import type { Instant } from '@tongcheng/shared/time';
import { addDays, dayOf, dayStart, minuteMs } from '@tongcheng/shared/time';
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
export async function revoke(
  needs: SessionNeeds,
  { about, effect }: { readonly about: string; readonly effect: Revocation['effect'] },
): Promise<void> {
  const at = needs.clock.now();
  const day = dayOf(at);
  const _id = `${day}.${newId(at, needs.chance.bytes)}`;
  await needs.store.insert(revocations, { _id, day, at, effect, sealedAbout: needs.vault.sealHere(_id, about) });
}

/** By effect and subject. */
type Known = ReadonlyMap<string, Revocation>;

/** Whether a token still holds, from memory; the list is read anew every two seconds. */
export interface RevocationList {
  effectOn(claims: Claims): Promise<'ended' | 'stale' | undefined>;
}

/** This instance's copy of the list. A list that cannot be read is a fault: nobody is let in on an old one. */
export function revocationList(needs: Pick<SessionNeeds, 'store' | 'clock' | 'vault'>): RevocationList {
  const { clock } = needs;
  let known: Known = new Map();
  let opened: ReadonlyMap<string, string> = new Map();
  let readAt: Instant = Number.NEGATIVE_INFINITY;
  let reading: Promise<void> | undefined;
  const read = async (now: Instant) => {
    const subjects = new Map<string, string>();
    const found = new Map<string, Revocation>();
    for await (const revocation of readSince(needs.store, now - memoryMs, now)) {
      const about = opened.get(revocation._id) ?? subjectIn(needs.vault, revocation);
      subjects.set(revocation._id, about);
      found.set(`${revocation.effect}.${about}`, revocation);
    }
    [known, opened] = [found, subjects];
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
async function* readSince(store: DocumentStore, since: Instant, now: Instant): AsyncGenerator<Revocation> {
  const today = dayOf(now);
  const days = since < dayStart(today) ? [addDays(today, -1), today] : [today];
  const first = `${dayOf(since)}.${newId(since, (size) => new Uint8Array(size))}`;
  for await (const batch of store.stream(revocations, { where: { day: { in: days }, _id: { gte: first } } }))
    yield* batch;
}

const subjectIn = (vault: SessionNeeds['vault'], { _id, sealedAbout, about = '' }: Revocation): string =>
  sealedAbout === '' ? about : vault.openHere(_id, sealedAbout);

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

function effectOf(known: Known, claims: Claims): 'ended' | 'stale' | undefined {
  if (known.size === 0) return undefined;
  if (known.has(`ended.${claims.session}`)) return 'ended';
  const stale = known.get(`stale.${subjectOf(claims)}`);
  return stale && stale.at > claims.issuedAt ? 'stale' : undefined;
}
