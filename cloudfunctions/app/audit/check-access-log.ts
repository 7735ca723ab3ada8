import type { AccessLogCheck } from '@tongcheng/shared/oversight/wire';
import { type Day, dayOf } from '@tongcheng/shared/time';
import type { DocumentStore } from '../../ports/document-store';
import { type AccessAnchor, accessAnchors, beginningId } from './access-anchor';
import {
  type AccessArchive,
  ArchiveDamaged,
  ArchiveMissing,
  type ArchiveNeeds,
  accessArchives,
  archivedFrom,
  archivedLinks,
  onlineLinks,
} from './access-archive';
import { accessLog } from './access-entry';
import { anchorHash, auditKey, earlierHash, earlierId, earlierIds, keyedIds, linkedDays, nothingBefore } from './chain';
import { type BadEntry, type Links, walkDay } from './walk-day';

/** The head of a day as a mail told it. */
export interface MailedHead {
  readonly day: Day;
  readonly hash: string;
}

/** Reads a head as a mail tells it, `2026-11-28 <64 hexadecimal digits>`; undefined when it is none. */
export function parseHead(text: string): MailedHead | undefined {
  const [, day, hash] = /^(\d{4}-\d\d-\d\d)[\s:]+([0-9a-f]{64})$/i.exec(text.trim()) ?? [];
  return day === undefined || hash === undefined ? undefined : { day, hash: hash.toLowerCase() };
}

/** How much of the log is followed. */
interface CheckOptions {
  readonly mailed?: MailedHead | undefined;
  /** Counts what is never made without an entry, such as reports: where there are some, a log without any was emptied. */
  readonly known?: number;
  /** Follows entries of these days only; heads are followed all. Absent: the whole log, its files too. */
  readonly days?: { readonly from: Day; readonly to: Day };
}

/**
 * Follows the log from its beginning: the closed chain of earlier releases, every day's chains, and the heads of the days; days that are no
 * longer at hand in their files. Whoever removed the newest entries and the heads over them shows only against a head that a mail holds.
 */
export async function checkAccessLog(needs: ArchiveNeeds, options: CheckOptions = {}): Promise<AccessLogCheck> {
  const { mailed, known = 0, days: asked } = options;
  const key = await auditKey(needs);
  const anchors = await allAnchors(needs.store);
  const archives = await allArchives(needs.store);
  const [beginning, ...days] = anchors;
  // Before what it closed is followed: else what it says wrongly would be laid at the door of an entry.
  const badBeginning = beginning?._id === beginningId ? badAnchor(key, [beginning]) : undefined;
  if (badBeginning) return { whole: false, ...badBeginning };
  const earlier = asked ? { entries: 0 } : await earlierOf(needs, archives.get(beginningId), beginning);
  if ('firstBad' in earlier) return { whole: false, ...earlier };
  if (beginning?._id !== beginningId) return withoutBeginning(needs.store, earlier.entries, known);
  const bad = badAnchor(key, anchors) ?? badMailed(days, mailed);
  if (bad) return { whole: false, ...bad };
  let { entries } = earlier;
  let ended = 0;
  const byDay = new Map(days.map((anchor) => [anchor._id, anchor]));
  const keptFrom = archivedFrom(needs.clock.now());
  const linked = await linkedDays(needs.store);
  for (const day of [...new Set([...byDay.keys(), ...archives.keys(), ...linked])].sort()) {
    if (day === beginningId || (asked && (day < asked.from || day > asked.to))) continue;
    const [anchor, archive] = [byDay.get(day), archives.get(day)];
    if (anchor && day < keptFrom && !archive && !linked.has(day)) {
      ended += 1;
      continue;
    }
    if (!anchor && day < (days.at(-1)?._id ?? '')) return { whole: false, firstBad: day, why: 'added' };
    const walked = await walkDay(archive ? archivedLinks(needs, archive) : onlineLinks(needs, day), day, {
      key,
      beginning: beginning.hash,
      ...(anchor && { heads: anchor.chains, isOver: anchor.isFinal }),
    }).catch(unreadable(day));
    if ('firstBad' in walked) return { whole: false, ...walked };
    entries += walked.entries;
  }
  return { whole: true, entries, lastHead: `${anchors.at(-1)?._id} ${anchors.at(-1)?.hash}`, ended };
}

/** A file of the log that is gone, or is not the one that was written; a store that is away stays a fault. */
const unreadable =
  (day: string) =>
  (fault: unknown): BadEntry => {
    if (fault instanceof ArchiveDamaged) return { firstBad: day, why: 'changed' };
    if (fault instanceof ArchiveMissing) return { firstBad: day, why: 'missing' };
    throw fault;
  };

async function allArchives(store: DocumentStore): Promise<ReadonlyMap<string, AccessArchive>> {
  const all = new Map<string, AccessArchive>();
  for await (const batch of store.stream(accessArchives, { where: {} }))
    for (const archive of batch) all.set(archive._id, archive);
  return all;
}

/** The chain of earlier releases, at hand or in its file; its head alone once that has ended. */
async function earlierOf(needs: ArchiveNeeds, archive: AccessArchive | undefined, beginning: AccessAnchor | undefined) {
  const closed = beginning?.earlier;
  if (archive) return walkEarlier(archivedLinks(needs, archive), closed).catch(unreadable(beginningId));
  const walked = await walkEarlier(onlineLinks(needs, beginningId), closed);
  const isEnded = beginning !== undefined && dayOf(beginning.at) < archivedFrom(needs.clock.now());
  return isEnded && (await needs.store.count(accessLog, { _id: earlierIds })) === 0 ? { entries: 0 } : walked;
}

async function allAnchors(store: DocumentStore): Promise<readonly AccessAnchor[]> {
  const all: AccessAnchor[] = [];
  const order = { by: '_id', direction: 'asc' } as const;
  for await (const batch of store.stream(accessAnchors, { where: {}, order })) all.push(...batch);
  return all;
}

/** Nothing keyed was ever written, or its beginning is gone. */
async function withoutBeginning(store: DocumentStore, entries: number, known: number): Promise<AccessLogCheck> {
  const isBegun = (await store.count(accessAnchors, {})) + (await store.count(accessLog, { _id: keyedIds })) > 0;
  if (isBegun) return { whole: false, firstBad: beginningId, why: 'anchor-missing' };
  if (entries === 0 && known > 0) return { whole: false, firstBad: beginningId, why: 'emptied' };
  return { whole: true, entries, lastHead: '', ended: 0 };
}

/** The unkeyed chain of earlier releases, up to where the beginning closed it. */
export async function walkEarlier(
  links: Links,
  closed: AccessAnchor['earlier'],
): Promise<BadEntry | { readonly entries: number }> {
  let [entries, hash] = [0, nothingBefore];
  for await (const batch of links)
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
