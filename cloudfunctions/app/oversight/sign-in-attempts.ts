import { createHmac } from 'node:crypto';
import { dayOf, type Instant, minuteMs } from '@tongcheng/shared/time';
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

/** Attempts that are counted together. */
export interface SignInAttempts {
  /** Counts one more, before anything is compared, so that many at once are no more than five. The end of the lock while locked. */
  take(): Promise<Instant | undefined>;
  /** After a sign-in that succeeded. */
  forget(): Promise<void>;
}

/** What is counted: a login as it is now (new credentials begin anew), and from where, or that only its code was wrong. */
export interface AttemptSubject {
  readonly login: string;
  /** Of whoever has the login; absent where nobody has it. */
  readonly passwordHash?: string | undefined;
  /** A group of addresses, a known browser, or `code`. */
  readonly of: string;
}

/** Unknown logins are counted and locked like known ones, so that a lock tells nobody which exist (decision 145). */
export async function signInAttemptsOf(needs: Needs, subject: AttemptSubject): Promise<SignInAttempts> {
  const key = await needs.keys.derive('sign-in-tries');
  const day = dayOf(needs.clock.now());
  const counted = JSON.stringify([subject.login, subject.passwordHash ?? '', subject.of]);
  const id = `${day}.${createHmac('sha256', key).update(counted).digest('base64url')}`;
  return {
    take: () => take(needs, day, id),
    forget: () => needs.store.delete(signInAttempts, id),
  };
}

async function take(
  { store, clock }: Pick<Needs, 'store' | 'clock'>,
  day: string,
  id: string,
): Promise<Instant | undefined> {
  const lastAt = clock.now();
  const first = { _id: id, day, count: 1, lastAt };
  if ((await store.insert(signInAttempts, first)) === 'inserted') return undefined;
  const held = await store.get(signInAttempts, id);
  if (!held) return take({ store, clock }, day, id);
  const endsAt = held.lastAt + lockMs;
  const isOver = lastAt >= endsAt;
  if (held.count >= maxAttempts && !isOver) return endsAt;
  const next = isOver ? first : { ...first, count: held.count + 1 };
  const updated = (await store.update(signInAttempts, next, held._v)) === 'updated';
  return updated ? undefined : take({ store, clock }, day, id);
}
