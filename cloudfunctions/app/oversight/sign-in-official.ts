import { verify } from '@node-rs/argon2';
import type * as api from '@tongcheng/shared/oversight/api';
import { fail, ok } from '@tongcheng/shared/result';
import { minuteMs } from '@tongcheng/shared/time';
import type { Stored } from '../../ports/document-store';
import type { KeyService } from '../../ports/key-service';
import { openSession } from '../identity/sessions';
import type { UseCase } from '../use-case';
import type { OfficialRecord } from './official-record';
import { officials } from './official-record';
import { openTotpSecret } from './official-secret';
import type { OfficialSessionNeeds } from './official-session';
import { officialSession } from './official-session';
import { stepOf } from './totp';

export interface SignInOfficialNeeds extends OfficialSessionNeeds {
  readonly keys: KeyService;
}

const triesBeforeLock = 5;
const lockMs = 15 * minuteMs;
/** Compared with when there is no such login, so that an answer takes as long as for one that exists. */
const nobodysHash = '$argon2id$v=19$m=19456,t=2,p=1$c29tZXRoaW5nc2FsdHk$Jr0tB0b3v9yV6F8Xw8C8p3q0mG3y0o1yV0m1c4l8b7E';

/** Officials sign in with password and one-time code. A refusal never tells which of the three was wrong. */
export const signInOfficial: UseCase<typeof api.signInOfficial, SignInOfficialNeeds> = async (
  needs,
  _caller,
  input,
) => {
  const held = await needs.store.get(officials, input.login.trim().toLowerCase());
  const now = needs.clock.now();
  if (held && held.lockedUntil > now) return fail('account-locked');
  const passwordRight = await verify(held?.passwordHash ?? nobodysHash, input.password).catch(() => false);
  if (!held) return fail('credentials-refused');
  const step = stepOf(await openTotpSecret(needs.keys, held), input.totp, now);
  const right = passwordRight && step !== undefined && step > held.lastStep;
  if (!right) return refuse(needs, held);
  const { _v, ...record } = { ...held, lastStep: step, failedTries: 0 };
  if ((await needs.store.update(officials, record, _v)) !== 'updated') return fail('credentials-refused');
  return ok(officialSession(needs, await openSession(needs, 'official', held.officialId), record));
};

/** Counts the wrong try; the fifth in a row locks the account for a quarter of an hour. */
async function refuse(needs: SignInOfficialNeeds, held: Stored<OfficialRecord>) {
  const { _v, ...record } = held;
  const failedTries = record.failedTries + 1;
  const locks = failedTries >= triesBeforeLock;
  const next = { ...record, failedTries: locks ? 0 : failedTries, lockedUntil: locks ? needs.clock.now() + lockMs : 0 };
  const answer = await needs.store.update(officials, next, _v);
  if (answer === 'conflict') {
    const again = await needs.store.get(officials, held._id);
    if (again) return refuse(needs, again);
  }
  return fail('credentials-refused');
}
