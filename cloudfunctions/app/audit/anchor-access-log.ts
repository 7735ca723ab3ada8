import { addDays, type Day, dayMs, dayOf, dayStart, type Instant, minuteMs } from '@tongcheng/shared/time';
import type { DocumentStore } from '../../ports/document-store';
import { type AccessAnchor, accessAnchors, beginningId } from './access-anchor';
import { onlineLinks } from './access-archive';
import { accessLog } from './access-entry';
import { type AuditNeeds, anchorHash, auditKey, beginningOf, keyedIds } from './chain';
import { walkDay } from './walk-day';

/** A link that was on its way at midnight is there by then: afterwards nothing is added to the day. */
const settlingMs = 10 * minuteMs;

/** The access log does not fit its heads: none is made over it, and no day of it leaves the store. */
export class AccessLogBroken extends Error {
  override readonly name = 'AccessLogBroken';
}

/**
 * The timer's part: makes the heads of days that are over and renews that of today. Each chain must still come by the head that
 * was kept of it, so that no head is ever made over a log that was cut; then it throws and leaves the heads as they are.
 */
export async function anchorAccessLog(needs: AuditNeeds): Promise<void> {
  const key = await auditKey(needs);
  const beginning = await beginningOf(needs, key);
  let last = await lastAnchor(needs.store, beginning);
  let day = await nextDay(needs.store, last);
  for (; day <= dayOf(needs.clock.now()); day = addDays(day, 1)) {
    last = await anchorDay(needs, day, { key, beginning: beginning.hash, last });
    if (!last.isFinal) return;
  }
}

/** The head of the last day that was over when something was sent: the same at each attempt to send it. */
export function headFor(store: DocumentStore, at: Instant): Promise<AccessAnchor | undefined> {
  return store.get(accessAnchors, dayOf(at - dayMs - settlingMs));
}

async function lastAnchor(store: DocumentStore, beginning: AccessAnchor): Promise<AccessAnchor> {
  const order = { by: '_id', direction: 'desc' } as const;
  return (await store.find(accessAnchors, { where: {}, order, limit: 1 })).items[0] ?? beginning;
}

async function nextDay(store: DocumentStore, last: AccessAnchor): Promise<Day> {
  if (last._id !== beginningId) return last.isFinal ? addDays(last._id, 1) : last._id;
  const { items } = await store.find(accessLog, { where: { _id: keyedIds }, limit: 1 });
  const [first, begun] = [items[0]?._id.slice(0, 10), dayOf(last.at)];
  return first !== undefined && first < begun ? first : begun;
}

interface Around {
  readonly key: Uint8Array;
  readonly beginning: string;
  readonly last: AccessAnchor;
}

async function anchorDay(needs: AuditNeeds, day: Day, { key, beginning, last }: Around): Promise<AccessAnchor> {
  const known = await needs.store.get(accessAnchors, day);
  const walked = await walkDay(onlineLinks(needs, day), day, { key, beginning, ...(known && { heads: known.chains }) });
  if ('firstBad' in walked)
    throw new AccessLogBroken(`the access log does not fit at ${walked.firstBad}: ${walked.why}`);
  const now = needs.clock.now();
  const made = {
    _id: day,
    number: known?.number ?? last.number + 1,
    at: now,
    before: known?.before ?? last.hash,
    chains: walked.chains,
    isFinal: now >= dayStart(addDays(day, 1)) + settlingMs,
  };
  const anchor = { ...made, hash: anchorHash(key, made) };
  if (known) await needs.store.update(accessAnchors, anchor, known._v);
  else await needs.store.insert(accessAnchors, anchor);
  // Another runner may have been faster: what is kept counts.
  return (await needs.store.get(accessAnchors, day)) ?? anchor;
}
