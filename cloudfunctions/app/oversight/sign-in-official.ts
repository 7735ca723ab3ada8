import { verify } from '@node-rs/argon2';
import type * as api from '@tongcheng/shared/oversight/api';
import { fail, ok } from '@tongcheng/shared/result';
import { plainLine } from '@tongcheng/shared/typed-text';
import type { KeyService } from '../../ports/key-service';
import { addressGroup } from '../sessions/address-group';
import { endSession, openSession } from '../sessions/sessions';
import type { UseCase } from '../use-case';
import { knownBrowser, newKnownBrowser } from './known-browser';
import { openTotpSecret } from './official-credentials';
import type { OfficialRecord } from './official-record';
import { officials } from './official-record';
import type { OfficialSessionNeeds } from './official-session';
import { officialSession } from './official-session';
import { signInAttemptsOf } from './sign-in-attempts';
import { stepOf } from './totp';

/** What an official’s sign-in takes: the key service opens the one-time secret and gives the fingerprints under which attempts and known browsers are kept. */
export interface SignInOfficialNeeds extends OfficialSessionNeeds {
  readonly keys: KeyService;
}

/** Compared with when there is no such login, so that an answer takes as long as for one that exists. */
export const nobodysHash =
  '$argon2id$v=19$m=19456,t=2,p=1$c29tZXRoaW5nc2FsdHk$Jr0tB0b3v9yV6F8Xw8C8p3q0mG3y0o1yV0m1c4l8b7E';
/** Of nobody either; the other half of the same work. */
const nobodysSecret = 'A4DQOBYHA4DQOBYHA4DQOBYHA4DQOBYH';

/**
 * Officials sign in with password and one-time code, each code once. A refusal never tells which of the three was wrong. Five
 * attempts close a login to one group of addresses, whether it exists or not, and to nobody else; a browser in which the
 * official signed in before is counted by itself. Codes can be guessed, so tries with the right password are counted for all; a right
 * code that was used already, or is used by another request at this moment, is no guess.
 */
export const signInOfficial: UseCase<typeof api.signInOfficial, SignInOfficialNeeds> = async (needs, caller, input) => {
  const login = plainLine(input.login).toLowerCase();
  const held = await needs.store.get(officials, login);
  const browser = await knownBrowser(needs, held, input.browser);
  const of = browser === undefined ? `address ${addressGroup(caller.address)}` : `browser ${browser}`;
  const subject = { login, passwordHash: held?.passwordHash };
  const attempts = await signInAttemptsOf(needs, { ...subject, of });
  const until = await attempts.take();
  if (until !== undefined) return fail('account-locked', { until });
  const { passwordRight, step, isUsed } = await compared(needs, held, input);
  if (!held || !passwordRight || isUsed) return fail('credentials-refused');
  const codes = await signInAttemptsOf(needs, { ...subject, of: 'code' });
  const codesUntil = await codes.take();
  if (step === undefined) return fail('credentials-refused');
  if (codesUntil !== undefined) return fail('code-locked', { until: codesUntil });
  const { _v, ...record } = { ...held, lastStep: step };
  if ((await needs.store.update(officials, record, _v)) !== 'updated') {
    await codes.forget();
    return fail('credentials-refused');
  }
  await Promise.all([attempts.forget(), codes.forget()]);
  const session = await openSession(needs, 'official', held.officialId);
  if (await isUnchanged(needs, record)) {
    const known = browser === undefined ? await newKnownBrowser(needs, record) : input.browser;
    return ok({ ...(await officialSession(needs, session, record)), ...(known !== undefined && { browser: known }) });
  }
  await endSession(needs, session.sessionId);
  return fail('credentials-refused');
};

/** Whether nobody revoked or reset the official meanwhile: who did found no session to end yet. */
async function isUnchanged({ store }: SignInOfficialNeeds, { _id, passwordHash }: OfficialRecord): Promise<boolean> {
  const now = await store.get(officials, _id);
  return now?.passwordHash === passwordHash && now.revokedAt === undefined;
}

/** What is right of the two; the same work is done when nothing is, or there is nobody. */
async function compared(
  { keys, clock }: SignInOfficialNeeds,
  held: OfficialRecord | undefined,
  { password, totp }: { readonly password: string; readonly totp: string },
): Promise<{ readonly passwordRight: boolean; readonly step: number | undefined; readonly isUsed: boolean }> {
  const matches = await verify(held?.passwordHash ?? nobodysHash, password);
  const secret = held ? await openTotpSecret(keys, held) : nobodysSecret;
  const step = stepOf(secret, totp, clock.now());
  const passwordRight = matches && held !== undefined && held.revokedAt === undefined;
  return { passwordRight, step, isUsed: step !== undefined && step <= (held?.lastStep ?? 0) };
}
