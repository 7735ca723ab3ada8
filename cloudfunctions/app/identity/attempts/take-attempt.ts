import { dayOf } from '@tongcheng/shared/time';
import type { Clock } from '../../../ports/clock';
import type { DocumentStore } from '../../../ports/document-store';
import { tryCounts } from '../attempt-record';

/** Tries of identity checks that are allowed. */
export interface TriesADay {
  readonly account: number;
  readonly document: number;
  readonly address: number;
  /** Of everybody together at one instance, a minute: against a search that is spread over many. */
  readonly allAMinute: number;
}

/** The limits of an installation: a person mistypes, a guesser goes on. */
export const usualTries: TriesADay = { account: 10, document: 5, address: 200, allAMinute: 6_000 };

/** Counts one more try of `what` today; false when there were `max` before it. */
export async function takeTry(
  needs: { readonly store: DocumentStore; readonly clock: Clock },
  what: string,
  max: number,
): Promise<boolean> {
  const day = dayOf(needs.clock.now());
  const _id = `${day}.${what}`;
  if ((await needs.store.insert(tryCounts, { _id, day, count: 1 })) === 'inserted') return max >= 1;
  const held = await needs.store.get(tryCounts, _id);
  if (!held) return takeTry(needs, what, max);
  if (held.count >= max) return false;
  const answer = await needs.store.update(tryCounts, { _id, day, count: held.count + 1 }, held._v);
  return answer === 'updated' ? true : takeTry(needs, what, max);
}

/** Gives a try back that came to nothing through no fault of who tried: the register was away. */
export async function returnTry(
  needs: { readonly store: DocumentStore; readonly clock: Clock },
  what: string,
): Promise<void> {
  const held = await needs.store.get(tryCounts, `${dayOf(needs.clock.now())}.${what}`);
  if (!held || held.count === 0) return;
  const { _v, ...record } = held;
  if ((await needs.store.update(tryCounts, { ...record, count: record.count - 1 }, _v)) === 'conflict')
    await returnTry(needs, what);
}
