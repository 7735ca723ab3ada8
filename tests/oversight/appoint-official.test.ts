import { accessLog } from '@tongcheng/cloudfunctions/app/audit/access-entry';
import {
  addOfficial,
  changeAppointment,
  removeOfficial,
} from '@tongcheng/cloudfunctions/app/oversight/appointments/appoint-official';
import { createFirstOfficials } from '@tongcheng/cloudfunctions/app/oversight/first-officials';
import type { OfficialCredentials } from '@tongcheng/cloudfunctions/app/oversight/official-credentials';
import { officials } from '@tongcheng/cloudfunctions/app/oversight/official-record';
import { refreshOfficial } from '@tongcheng/cloudfunctions/app/oversight/refresh-official';
import { signInOfficial } from '@tongcheng/cloudfunctions/app/oversight/sign-in-official';
import { anyoneAt } from '../world/callers';
import { instanceOver, ownStore } from '../world/instance';
import { answered, refusalOf } from '../world/rider';
import { city, codeAt } from './office';

jest.setTimeout(60_000);

const anyone = anyoneAt('10.0.0.1');
let place: ReturnType<typeof ownStore>;
let needs: Awaited<ReturnType<typeof instanceOver>>;
beforeEach(async () => {
  place = ownStore();
  needs = await instanceOver(place.store, undefined, 'appoint');
});
afterEach(() => place.close());

const signIn = (credentials: OfficialCredentials) =>
  signInOfficial(needs, anyone, {
    ...{ login: credentials.login, password: credentials.password },
    totp: codeAt(credentials, needs.clock.now()),
  });

/** An administrator beside the first officials, with what was told. */
async function added(): Promise<OfficialCredentials> {
  await createFirstOfficials(needs, [city], async () => undefined);
  const told: OfficialCredentials[] = [];
  const wanted = { roles: ['administrator'], cities: [city] } as const;
  expect(await addOfficial(needs, 'wang', wanted, async (given) => void told.push(...given))).toBe('added');
  const [one] = told;
  if (!one) throw new Error('nobody was told');
  return one;
}

const recorded = async () =>
  (await place.store.find(accessLog, { where: {}, limit: 50 })).items.map(({ access }) => access.reason);

test('X-04 an official who is added signs in with what was told, on record; told before it holds, so that a death in between makes nobody', async () => {
  const died = new Error('the process died');
  const wanted = { roles: ['bureau'], cities: [city] } as const;
  await expect(
    addOfficial(needs, 'li', wanted, async () => {
      throw died;
    }),
  ).rejects.toBe(died);
  expect(await place.store.get(officials, 'li')).toBeUndefined();
  const told = await added();
  expect(answered(await signIn(told)).roles).toEqual(['administrator']);
  expect(await recorded()).toContain('add administrator');
  expect(await addOfficial(needs, 'wang', wanted, async () => undefined)).toBe('exists');
});

test('X-24 other roles hold at once: the sessions of before end, and a new sign-in has the new ones', async () => {
  const told = await added();
  const { refreshToken } = answered(await signIn(told));
  expect(await changeAppointment(needs, 'wang', { roles: ['auditor'] })).toBe('changed');
  expect(refusalOf(await refreshOfficial(needs, anyone, { refreshToken }))).toBe('session-ended');
  needs.clock.set(needs.clock.now() + 60_000);
  expect(answered(await signIn(told))).toMatchObject({ roles: ['auditor'], cities: [city] });
  expect(await changeAppointment(needs, 'nobody', { roles: ['auditor'] })).toBe('unknown');
});

test('X-24 who is removed signs in no more, stays on record, and the last administrator cannot be removed or lose the role', async () => {
  const told = await added();
  expect(await removeOfficial(needs, 'chief')).toBe('changed');
  expect(await removeOfficial(needs, 'wang')).toBe('last-administrator');
  expect(await changeAppointment(needs, 'wang', { roles: ['bureau'] })).toBe('last-administrator');
  expect(answered(await signIn(told)).roles).toEqual(['administrator']);
  expect(await place.store.get(officials, 'chief')).toMatchObject({ revokedBy: 'installation' });
  expect(await removeOfficial(needs, 'nobody')).toBe('unknown');
});
