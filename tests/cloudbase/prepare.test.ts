import type { OfficialCredentials } from '@tongcheng/cloudfunctions/app/oversight/official-credentials';
import { officials } from '@tongcheng/cloudfunctions/app/oversight/official-record';
import { cities, venues } from '@tongcheng/cloudfunctions/app/venues/records';
import { generateSync } from 'otplib';
import { prepareCloud } from '../../tools/cloudbase/prepare';
import { newPlace } from '../host/place';
import { type CloudTown, openCloudTown } from './cloud-town';

jest.setTimeout(60_000);

let town: CloudTown;
beforeAll(async () => {
  town = await openCloudTown(Date.now());
});
afterAll(() => town.close());

const prepared = async (wanted: { readonly citiesFolder?: string; readonly reset?: string }) => {
  const told: OfficialCredentials[] = [];
  await prepareCloud(town.environment, {
    ...wanted,
    say: () => undefined,
    showCredentials: async (credentials) => void told.push(...credentials),
  });
  return told;
};

const signIn = ({ login, password, totpSecret }: OfficialCredentials) =>
  town.ask(town.needs, 'oversight.sign-in-official', { login, password, totp: generateSync({ secret: totpSecret }) });

test('the first officials’ credentials in the cloud are shown once and hold; a lost sign-in is given anew', async () => {
  const first = await prepared({});
  expect(first.map(({ login }) => login)).toEqual(['chief', 'deputy']);
  const [chief] = first;
  if (!chief) throw new Error('nobody was told');
  expect(await signIn(chief)).toMatchObject({ ok: true });
  expect(await prepared({})).toEqual([]);
  expect(await town.needs.store.count(officials, {})).toBe(2);
  const [again] = await prepared({ reset: 'deputy' });
  expect(again?.login).toBe('deputy');
  expect(await signIn(again ?? chief)).toMatchObject({ ok: true });
  await expect(prepared({ reset: 'nobody' })).rejects.toThrow(/没有这个登录名.*Nobody has this login/);
});

test('cities come into the cloud from their files, and nothing is written twice', async () => {
  const { cities: folder, remove } = newPlace();
  await prepared({ citiesFolder: folder });
  const before = await town.needs.store.count(venues, { city: '420100' });
  expect(await town.needs.store.count(cities, {})).toBeGreaterThan(0);
  expect(before).toBeGreaterThan(0);
  const writes = town.cloud.seen.length;
  await prepared({ citiesFolder: folder });
  const changed = town.cloud.seen
    .slice(writes)
    .filter(({ action, collection }) => /insert|modify/i.test(action) && /venue|cit/i.test(collection));
  expect(changed).toEqual([]);
  expect(await town.needs.store.count(venues, { city: '420100' })).toBe(before);
  remove();
});
