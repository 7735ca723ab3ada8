import { type Day, dayOf } from '@tongcheng/shared/time';
import type { Clock } from '../../../ports/clock';
import type { DocumentStore } from '../../../ports/document-store';
import type { Vault } from '../../../vault/vault';
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

/** What counting attempts takes. */
export interface AttemptNeeds {
  readonly store: DocumentStore;
  readonly clock: Clock;
  readonly vault: Pick<Vault, 'blindIndex'>;
}

/** Blind, and another one each day: rows come in the order of attempts, and beside an account's id that order would lead to rides (decision 156). */
const attemptId = async ({ vault }: AttemptNeeds, day: Day, what: string): Promise<string> =>
  `${day}.${await vault.blindIndex('attempt', `${day}.${what}`)}`;

/** Counts one more attempt of `what` today; false when there were `max` before it. */
export async function takeAttempt(needs: AttemptNeeds, what: string, max: number): Promise<boolean> {
  const day = dayOf(needs.clock.now());
  const _id = await attemptId(needs, day, what);
  if ((await needs.store.insert(attemptCounts, { _id, day, count: 1 })) === 'inserted') return max >= 1;
  const held = await needs.store.get(attemptCounts, _id);
  if (!held) return takeAttempt(needs, what, max);
  if (held.count >= max) return false;
  const answer = await needs.store.update(attemptCounts, { _id, day, count: held.count + 1 }, held._v);
  return answer === 'updated' ? true : takeAttempt(needs, what, max);
}

/** Gives an attempt back that came to nothing through no fault of who tried: the register was away. */
export async function returnAttempt(needs: AttemptNeeds, what: string): Promise<void> {
  const held = await needs.store.get(attemptCounts, await attemptId(needs, dayOf(needs.clock.now()), what));
  if (!held || held.count === 0) return;
  const { _v, ...record } = held;
  if ((await needs.store.update(attemptCounts, { ...record, count: record.count - 1 }, _v)) === 'conflict')
    await returnAttempt(needs, what);
}
