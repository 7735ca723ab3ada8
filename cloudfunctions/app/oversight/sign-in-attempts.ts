import { createHmac } from 'node:crypto';
import { dayOf, minuteMs } from '@tongcheng/shared/time';
import type { Clock } from '../../ports/clock';
import type { DocumentStore } from '../../ports/document-store';
import type { KeyService } from '../../ports/key-service';
import { signInAttempts } from './sign-in-attempt-record';

interface Needs {
  readonly store: DocumentStore;
  readonly clock: Clock;
  readonly keys: KeyService;
}

/** Five attempts; then none for a quarter of an hour after the last. */
const maxAttempts = 5;
const lockMs = 15 * minuteMs;

/** The attempts of one login. */
export interface SignInAttempts {
  /** Counts one more, before anything is compared, so that many at once are no more than five. False while locked. */
  take(): Promise<boolean>;
  /** After a sign-in that succeeded. */
  forget(): Promise<void>;
}

/** Unknown logins are counted and locked like known ones, so that a lock tells nobody which exist. */
export async function signInAttemptsOf(needs: Needs, login: string): Promise<SignInAttempts> {
  const key = await needs.keys.derive('sign-in-tries');
  const day = dayOf(needs.clock.now());
  const id = `${day}.${createHmac('sha256', key).update(login).digest('base64url')}`;
  return {
    take: () => take(needs, day, id),
    forget: () => needs.store.delete(signInAttempts, id),
  };
}

async function take({ store, clock }: Pick<Needs, 'store' | 'clock'>, day: string, id: string): Promise<boolean> {
  const lastAt = clock.now();
  const first = { _id: id, day, count: 1, lastAt };
  if ((await store.insert(signInAttempts, first)) === 'inserted') return true;
  const held = await store.get(signInAttempts, id);
  if (!held) return take({ store, clock }, day, id);
  const isOver = lastAt - held.lastAt >= lockMs;
  if (held.count >= maxAttempts && !isOver) return false;
  const next = isOver ? first : { ...first, count: held.count + 1 };
  return (await store.update(signInAttempts, next, held._v)) === 'updated' || take({ store, clock }, day, id);
}
