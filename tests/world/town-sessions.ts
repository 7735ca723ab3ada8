import type { Claims } from '@tongcheng/cloudfunctions/app/sessions/claims';
import { openSession } from '@tongcheng/cloudfunctions/app/sessions/sessions';
import { type DeviceKind, type OfficialRole, officialRoles, type StaffRole } from '@tongcheng/shared/access';
import { consentVersion } from '@tongcheng/shared/identity/consent';
import { newId } from '@tongcheng/shared/ids';
import * as z from 'zod';
import { people } from './people';
import type { Answered, Town } from './town';

const Session = z.object({ value: z.object({ accessToken: z.string(), refreshToken: z.string() }) });

/** The session in an answer that must hold one. */
const sessionIn = (told: Answered) => Session.parse(told).value;

/** Signed in with a one-time code; nobody yet. */
export async function signIn({ ask, codes }: Town, index: number, subject = people[index]?.subject ?? '') {
  const code = codes.issue(subject);
  return sessionIn(await ask('identity.sign-in', { provider: 'web', code, city: '420100' }));
}

/** Signed in, agreed, authenticated; with another subject a second account of the same person. */
export async function enrolled(town: Town, index: number, subject?: string) {
  const { accessToken } = await signIn(town, index, subject);
  await town.ask('identity.consent', { version: consentVersion, sensitive: true }, accessToken);
  const person = people[index];
  if (!person) throw new Error('no such person');
  const { name, documentKind, documentNumber, phone } = person;
  const claim = { name, documentKind, documentNumber, phone };
  return sessionIn(await town.ask('identity.verify-identity', claim, accessToken));
}

const minutes = 60_000;
const lifeOf = (
  { needs }: Pick<Town, 'needs'>,
  livesMs: number,
  session = newId(needs.clock.now(), needs.chance.bytes),
) => ({
  session,
  issuedAt: needs.clock.now(),
  expiresAt: needs.clock.now() + livesMs,
});

/** An official's token as the sign-in would give it. */
export const officialToken = (
  town: Pick<Town, 'needs'>,
  roles: readonly OfficialRole[],
  cities = ['420100'],
  livesMs = 10 * minutes,
  session?: string,
  official = 'official-1',
) =>
  issue(town, {
    kind: 'official',
    ...lifeOf(town, livesMs, session),
    official,
    roles: [...roles],
    cities,
  });

/** A staff token as an invitation would give it. */
export const staffToken = (
  town: Town,
  role: StaffRole,
  venues: string[],
  city = '420100',
  livesMs = 10 * minutes,
  session?: string,
) => issue(town, { kind: 'staff', ...lifeOf(town, livesMs, session), staff: 'staff-1', role, city, venues });

/** A device's token as its sign-in would give it. */
export const deviceToken = (town: Town, deviceKind: DeviceKind, city = '420100', livesMs = 10 * minutes) =>
  issue(town, {
    kind: 'device',
    ...lifeOf(town, livesMs, `device.${deviceKind}-1`),
    device: `${deviceKind}-1`,
    deviceKind,
    city,
  });

const issue = ({ needs }: Pick<Town, 'needs'>, claims: Claims) => needs.tokens.issue(claims);

/** Tokens of an official and of staff whose sessions are stored, so that they can be ended. */
export async function heldTokens(town: Town, venues: string[]) {
  const official = await openSession(town.needs, 'official', 'official-1');
  const staff = await openSession(town.needs, 'staff', 'staff-1');
  return {
    official: officialToken(town, officialRoles, ['420100'], 10 * minutes, official.sessionId),
    staff: staffToken(town, 'desk', venues, '420100', 10 * minutes, staff.sessionId),
  };
}
