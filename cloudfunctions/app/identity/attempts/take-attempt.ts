import { dayOf } from '@tongcheng/shared/time';
import type { Clock } from '../../../ports/clock';
import type { DocumentStore } from '../../../ports/document-store';
import { attemptCounts } from '../attempt-record';

/** Attempts of identity checks that are allowed. */
export interface AttemptsADay {
  readonly account: number;
  readonly document: number;
  readonly address: number;
  /** Of everybody together at one instance, a minute: against a search that is spread over many. */
  readonly allAMinute: number;
}

/** The limits of an installation: a person mistypes, a guesser goes on. */
export const defaultAttempts: AttemptsADay = { account: 10, document: 5, address: 200, allAMinute: 6_000 };

/** Counts one more attempt of `what` today; false when there were `max` before it. */
export async function takeAttempt(
  needs: { readonly store: DocumentStore; readonly clock: Clock },
  what: string,
  max: number,
): Promise<boolean> {
  const day = dayOf(needs.clock.now());
  const _id = `${day}.${what}`;
  if ((await needs.store.insert(attemptCounts, { _id, day, count: 1 })) === 'inserted') return max >= 1;
  const held = await needs.store.get(attemptCounts, _id);
  if (!held) return takeAttempt(needs, what, max);
  if (held.count >= max) return false;
  const answer = await needs.store.update(attemptCounts, { _id, day, count: held.count + 1 }, held._v);
  return answer === 'updated' ? true : takeAttempt(needs, what, max);
}

/** Gives an attempt back that came to nothing through no fault of who tried: the register was away. */
export async function returnAttempt(
  needs: { readonly store: DocumentStore; readonly clock: Clock },
  what: string,
): Promise<void> {
  const held = await needs.store.get(attemptCounts, `${dayOf(needs.clock.now())}.${what}`);
  if (!held || held.count === 0) return;
  const { _v, ...record } = held;
  if ((await needs.store.update(attemptCounts, { ...record, count: record.count - 1 }, _v)) === 'conflict')
    await returnAttempt(needs, what);
}
