import type { AccessFault } from '@tongcheng/shared/oversight/wire';
import type { Day } from '@tongcheng/shared/time';
import type { ChainHead } from './access-anchor';
import type { AccessEntry } from './access-entry';
import { linkHash, linkId, placeOf } from './chain';

/** What does not fit: an entry that was changed, one that is gone, or one that was added. */
export interface BadEntry {
  readonly firstBad: string;
  readonly why: AccessFault;
}

/** The chains of a day, or the first entry that does not fit. */
export type WalkedDay = { readonly chains: readonly ChainHead[]; readonly entries: number } | BadEntry;

/** How a day is looked at. */
interface WalkOptions {
  readonly key: Uint8Array;
  /** What the first link of each chain follows. */
  readonly beginning: string;
  /** Heads that were kept: each chain must still come by them. */
  readonly heads?: readonly ChainHead[];
  /** The day is over: no chain may go on after its head. */
  readonly isOver?: boolean;
}

/** Links in batches, by id. */
export type Links = AsyncIterable<readonly AccessEntry[]>;

/** Follows every chain of a day from its first link, in the order of writers. */
export async function walkDay(all: Links, day: Day, options: WalkOptions): Promise<WalkedDay> {
  const { key, beginning, heads = [], isOver = false } = options;
  const chains: ChainHead[] = [];
  let entries = 0;
  for await (const batch of all)
    for (const entry of batch) {
      const last = chains.at(-1);
      const next = last && { writer: last.writer, links: last.links + 1, before: last.hash };
      const goesOn = next !== undefined && entry._id === linkId(day, next.writer, next.links);
      if (next && !goesOn && (placeOf(entry._id).writer === next.writer || cutBy(last, heads)))
        return { firstBad: linkId(day, next.writer, next.links), why: 'missing' };
      const { writer, links, before } = goesOn
        ? next
        : { writer: (last?.writer ?? 0) + 1, links: 1, before: beginning };
      const expected = goesOn ? entry._id : linkId(day, writer, links);
      if (entry._id !== expected) return { firstBad: expected, why: 'missing' };
      const fits = entry.before === before && entry.hash === linkHash(key, entry);
      const head = heads.find((each) => each.writer === writer && each.links === links);
      if (!fits || (head && head.hash !== entry.hash)) return { firstBad: entry._id, why: 'changed' };
      entries += 1 + (entry.more?.length ?? 0);
      if (goesOn) chains.pop();
      chains.push({ writer, links, hash: entry.hash });
    }
  for (const { writer } of heads) {
    const links = chains.find((chain) => chain.writer === writer)?.links ?? 0;
    if (cutBy({ writer, links }, heads)) return { firstBad: linkId(day, writer, links + 1), why: 'missing' };
  }
  const added = isOver ? chains.find((chain) => isLonger(chain, heads)) : undefined;
  if (added) return { firstBad: `${day} ${added.writer}`, why: 'added' };
  return { chains, entries };
}

/** Whether a chain goes on after the head that was kept of it, or has none. */
const isLonger = ({ writer, links }: ChainHead, heads: readonly ChainHead[]): boolean =>
  (heads.find((head) => head.writer === writer)?.links ?? 0) < links;

/** Whether a chain ends before the head that was kept of it. */
const cutBy = ({ writer, links }: Pick<ChainHead, 'writer' | 'links'>, heads: readonly ChainHead[]): boolean =>
  heads.some((head) => head.writer === writer && head.links > links);
