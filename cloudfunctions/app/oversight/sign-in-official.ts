import { verify } from '@node-rs/argon2';
import type * as api from '@tongcheng/shared/oversight/api';
import { fail, ok } from '@tongcheng/shared/result';
import { plainLine } from '@tongcheng/shared/typed-text';
import type { KeyService } from '../../ports/key-service';
import { endSession, openSession } from '../sessions/sessions';
import type { UseCase } from '../use-case';
import { openTotpSecret } from './official-credentials';
import type { OfficialRecord } from './official-record';
import { officials } from './official-record';
import type { OfficialSessionNeeds } from './official-session';
import { officialSession } from './official-session';
import { signInAttemptsOf } from './sign-in-attempts';
import { stepOf } from './totp';

/** What an official’s sign-in takes: the key service opens the one-time secret and gives the fingerprints under which attempts are kept. */
export interface SignInOfficialNeeds extends OfficialSessionNeeds {
  readonly keys: KeyService;
}

/** Compared with when there is no such login, so that an answer takes as long as for one that exists. */
export const nobodysHash =
  '$argon2id$v=19$m=19456,t=2,p=1$c29tZXRoaW5nc2FsdHk$Jr0tB0b3v9yV6F8Xw8C8p3q0mG3y0o1yV0m1c4l8b7E';
/** Of nobody either; the other half of the same work. */
const nobodysSecret = 'A4DQOBYHA4DQOBYHA4DQOBYHA4DQOBYH';

/**
 * Officials sign in with password and one-time code, each code once. A refusal never tells which of the three was wrong;
 * a login is locked after five attempts, whether it exists or not.
 */
export const signInOfficial: UseCase<typeof api.signInOfficial, SignInOfficialNeeds> = async (
  needs,
  _caller,
  input,
) => {
  const login = plainLine(input.login).toLowerCase();
  const attempts = await signInAttemptsOf(needs, login);
  if (!(await attempts.take())) return fail('account-locked');
  const held = await needs.store.get(officials, login);
  const step = await rightStep(needs, held, input);
  if (!held || step === undefined) return fail('credentials-refused');
  const { _v, ...record } = { ...held, lastStep: step };
  if ((await needs.store.update(officials, record, _v)) !== 'updated') return fail('credentials-refused');
  await attempts.forget();
  const session = await openSession(needs, 'official', held.officialId);
  if (await isUnchanged(needs, record)) return ok(await officialSession(needs, session, record));
  await endSession(needs, session.sessionId);
  return fail('credentials-refused');
};

/** Whether nobody revoked or reset the official meanwhile: who did found no session to end yet. */
async function isUnchanged({ store }: SignInOfficialNeeds, { _id, passwordHash }: OfficialRecord): Promise<boolean> {
  const now = await store.get(officials, _id);
  return now?.passwordHash === passwordHash && now.revokedAt === undefined;
}

/** The time step of the code when everything is right; the same work is done when nothing is. */
async function rightStep(
  { keys, clock }: SignInOfficialNeeds,
  held: OfficialRecord | undefined,
  { password, totp }: { readonly password: string; readonly totp: string },
): Promise<number | undefined> {
  const passwordRight = await verify(held?.passwordHash ?? nobodysHash, password);
  const secret = held ? await openTotpSecret(keys, held) : nobodysSecret;
  const step = stepOf(secret, totp, clock.now());
  if (!held || held.revokedAt !== undefined || !passwordRight) return undefined;
  return step !== undefined && step > held.lastStep ? step : undefined;
}
