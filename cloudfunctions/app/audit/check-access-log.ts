import { addDays, type Day, dayOf } from '@tongcheng/shared/time';
import type { DocumentStore } from '../../ports/document-store';
import { type AccessAnchor, accessAnchors, beginningId } from './access-anchor';
import { accessLog } from './access-entry';
import {
  type AuditNeeds,
  anchorHash,
  auditKey,
  earlierHash,
  earlierId,
  earlierIds,
  keyedIds,
  nothingBefore,
} from './chain';
import { type BadEntry, walkDay } from './walk-day';

/** Days that are kept online; only what is older may be gone whole (clock 3). */
const onlineDays = 183;

/** What a check of the log found: whole, with its last head, or the first entry that does not fit. */
export type AccessLogState =
  | { readonly whole: true; readonly entries: number; readonly lastHead: string; readonly ended: number }
  | (BadEntry & { readonly whole: false });

/** The head of a day as a mail told it. */
export interface MailedHead {
  readonly day: Day;
  readonly hash: string;
}

/**
 * Follows the log from its beginning: the closed chain of earlier releases, every day's chains, and the heads of the days. Whoever
 * removed the newest entries and the heads over them shows only against a head that a mail holds. `known` counts what is never made
 * without an entry, such as reports: where there are some, a log without any was emptied.
 */
export async function checkAccessLog(needs: AuditNeeds, mailed?: MailedHead, known = 0): Promise<AccessLogState> {
  const key = await auditKey(needs);
  const anchors = await allAnchors(needs.store);
  const [beginning, ...days] = anchors;
  const earlier = await walkEarlier(needs.store, beginning?.earlier);
  if ('firstBad' in earlier) return { whole: false, ...earlier };
  if (beginning?._id !== beginningId) return withoutBeginning(needs.store, earlier.entries, known);
  const bad = badAnchor(key, anchors) ?? badMailed(days, mailed);
  if (bad) return { whole: false, ...bad };
  let { entries } = earlier;
  let ended = 0;
  const byDay = new Map(days.map((anchor) => [anchor._id, anchor]));
  const onlineFrom = addDays(dayOf(needs.clock.now()), -onlineDays);
  const linked = await linkedDays(needs.store);
  for (const day of [...new Set([...byDay.keys(), ...linked])].sort()) {
    const anchor = byDay.get(day);
    if (anchor && day < onlineFrom && !linked.has(day)) {
      ended += 1;
      continue;
    }
    if (!anchor && day < (days.at(-1)?._id ?? '')) return { whole: false, firstBad: day, why: 'added' };
    const walked = await walkDay(needs, day, {
      key,
      beginning: beginning.hash,
      ...(anchor && { heads: anchor.chains }),
    });
    if ('firstBad' in walked) return { whole: false, ...walked };
    const added = anchor?.isFinal ? addedTo(anchor, walked.chains) : undefined;
    if (added) return { whole: false, firstBad: `${day} ${added}`, why: 'added' };
    entries += walked.entries;
  }
  return { whole: true, entries, lastHead: `${anchors.at(-1)?._id} ${anchors.at(-1)?.hash}`, ended };
}

async function allAnchors(store: DocumentStore): Promise<readonly AccessAnchor[]> {
  const all: AccessAnchor[] = [];
  const order = { by: '_id', direction: 'asc' } as const;
  for await (const batch of store.stream(accessAnchors, { where: {}, order })) all.push(...batch);
  return all;
}

/** Nothing keyed was ever written, or its beginning is gone. */
async function withoutBeginning(store: DocumentStore, entries: number, known: number): Promise<AccessLogState> {
  const isBegun = (await store.count(accessAnchors, {})) + (await store.count(accessLog, { _id: keyedIds })) > 0;
  if (isBegun) return { whole: false, firstBad: beginningId, why: 'anchor-missing' };
  if (entries === 0 && known > 0) return { whole: false, firstBad: beginningId, why: 'emptied' };
  return { whole: true, entries, lastHead: '', ended: 0 };
}

/** The unkeyed chain of earlier releases, up to where the beginning closed it. */
async function walkEarlier(
  store: DocumentStore,
  closed: AccessAnchor['earlier'],
): Promise<BadEntry | { readonly entries: number }> {
  let [entries, hash] = [0, nothingBefore];
  const order = { by: '_id', direction: 'asc' } as const;
  for await (const batch of store.stream(accessLog, { where: { _id: earlierIds }, order }))
    for (const entry of batch) {
      const expected = earlierId(entries + 1);
      if (entry._id !== expected) return { firstBad: expected, why: 'missing' };
      if (closed && entries >= closed.entries) return { firstBad: entry._id, why: 'added' };
      if (entry.before !== hash || entry.hash !== earlierHash(entry)) return { firstBad: entry._id, why: 'changed' };
      [entries, hash] = [entries + 1, entry.hash];
    }
  if (closed && entries < closed.entries) return { firstBad: earlierId(entries + 1), why: 'missing' };
  if (closed && hash !== closed.hash) return { firstBad: earlierId(entries), why: 'changed' };
  return { entries };
}

function badAnchor(key: Uint8Array, anchors: readonly AccessAnchor[]): BadEntry | undefined {
  let before: AccessAnchor | undefined;
  for (const anchor of anchors) {
    const { _id: firstBad } = anchor;
    const number = before ? before.number + 1 : 0;
    if (anchor.number > number) return { firstBad, why: 'anchor-missing' };
    const fits = anchor.number === number && anchor.before === (before?.hash ?? nothingBefore);
    if (!fits || anchor.hash !== anchorHash(key, anchor)) return { firstBad, why: 'anchor-changed' };
    before = anchor;
  }
  return undefined;
}

function badMailed(days: readonly AccessAnchor[], mailed: MailedHead | undefined): BadEntry | undefined {
  if (!mailed) return undefined;
  const found = days.find(({ _id }) => _id === mailed.day);
  if (!found) return { firstBad: mailed.day, why: 'anchor-missing' };
  return found.hash === mailed.hash ? undefined : { firstBad: mailed.day, why: 'anchor-changed' };
}

/** Days of which there are links; a question for each. */
async function linkedDays(store: DocumentStore): Promise<ReadonlySet<Day>> {
  const days = new Set<Day>();
  let from = keyedIds.gte;
  for (;;) {
    const { items } = await store.find(accessLog, { where: { _id: { gte: from } }, limit: 1 });
    const [first] = items;
    if (!first) return days;
    const day = first._id.slice(0, 10);
    days.add(day);
    from = `${day}/`;
  }
}

/** The writer whose chain goes on after the day was closed. */
const addedTo = ({ chains }: AccessAnchor, found: AccessAnchor['chains']): number | undefined =>
  found.find(({ writer, links }) => (chains.find((each) => each.writer === writer)?.links ?? 0) < links)?.writer;
