import { hash } from '@node-rs/argon2';
import type { acceptOfficialLink as endpoint } from '@tongcheng/shared/oversight/api';
import { fail, ok } from '@tongcheng/shared/result';
import { recordAccess } from '../../audit/record-access';
import { endSessionsOf, openSession } from '../../sessions/sessions';
import type { UseCase } from '../../use-case';
import { newKnownBrowser } from '../known-browser';
import { sealTotpSecret } from '../official-credentials';
import { type OfficialRecord, officials } from '../official-record';
import { officialSession } from '../official-session';
import type { SignInOfficialNeeds } from '../sign-in-official';
import { stepOf } from '../totp';
import { type OfficialChangeRecord, officialChanges } from './official-change-record';
import { changeOfLink, linkTotpSecret } from './official-link';

type Credentials = Pick<OfficialRecord, 'passwordHash' | 'sealedTotp' | 'lastStep'>;

/**
 * An official sets their own password and one-time codes by a link that two others gave them, once, on record first, and is signed in. Of
 * somebody who had a sign-in the old one and its sessions end, and a revocation from before the link is lifted.
 */
export const acceptOfficialLink: UseCase<typeof endpoint, SignInOfficialNeeds> = async (needs, _caller, input) => {
  const held = await changeOfLink(needs, input);
  if (typeof held === 'string') return fail(held);
  const { _v, ...change } = held;
  if (isWeak(input.password, change.login)) return fail('password-weak');
  const secret = await linkTotpSecret(needs.keys, change);
  const step = stepOf(secret, input.totp, needs.clock.now());
  if (step === undefined) return fail('one-time-code-wrong');
  const credentials: Credentials = {
    passwordHash: await hash(input.password, { salt: needs.chance.bytes(16) }),
    sealedTotp: await sealTotpSecret(needs.keys, change.login, secret),
    lastStep: step,
  };
  await recordAccess(needs, {
    ...{ purpose: 'official-credentials', who: change.officialId, city: '' },
    ...{ what: change.officialId, reason: `use-${change.kind}`, counts: {} },
  });
  // First the link, so that of two who use it at once one sets the password and the other is refused.
  if ((await needs.store.update(officialChanges, { ...change, state: 'done' as const }, _v)) === 'conflict')
    return fail('official-link-refused');
  const official = await kept(needs, change, credentials);
  if (!official) return fail('official-login-taken');
  await endSessionsOf(needs, official.officialId);
  const session = await openSession(needs, 'official', official.officialId);
  const browser = await newKnownBrowser(needs, official);
  return ok({ ...(await officialSession(needs, session, official)), browser });
};

/** The official with their new credentials, as stored; undefined when somebody else has the login meanwhile. */
async function kept(
  needs: SignInOfficialNeeds,
  change: OfficialChangeRecord,
  credentials: Credentials,
): Promise<OfficialRecord | undefined> {
  const { login: _id, officialId, name, after } = change;
  const stored = await needs.store.get(officials, _id);
  if (change.kind === 'add') {
    if (!after || name === undefined) throw new Error('an official who is added without an appointment');
    const { roles, cities, provinces } = after;
    const places = { cities, ...(provinces.length > 0 && { provinces }) };
    const added = { _id, officialId, name, roles, ...places, ...credentials };
    return (await needs.store.insert(officials, added)) === 'inserted' ? added : undefined;
  }
  if (!stored) throw new Error('an official who is gone');
  const { _v, revokedAt: _at, revokedBy: _by, revokedReason: _reason, ...record } = stored;
  const next = { ...record, ...credentials };
  return (await needs.store.update(officials, next, _v)) === 'updated' ? next : kept(needs, change, credentials);
}

/** Too easy to guess, however long: it holds the login, or few characters again and again. */
const isWeak = (password: string, login: string): boolean =>
  password.toLowerCase().includes(login) || new Set(password).size < 6;
