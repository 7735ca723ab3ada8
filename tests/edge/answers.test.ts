import { StoreRefused } from '@tongcheng/cloudfunctions/ports/document-store';
import { openTown, type Town } from '../world/town';
import { enrolled, signIn } from '../world/town-sessions';

jest.setTimeout(60_000);

let town: Town;
beforeAll(async () => {
  town = await openTown();
});
afterAll(() => town.close());

const asked = (name: string, bearer: string) => ({ name, body: '{}', bodyBytes: 2, address: '10.1.2.3', bearer });

test('X-24 a token from before its account changed is told to renew, and the renewed one is answered', async () => {
  const before = await signIn(town, 1);
  expect((await town.ask('rights.own-accesses', {}, before.accessToken)).ok).toBe(true);
  await enrolled(town, 1);
  town.pass(5_000);
  const stale = await town.ask('rights.own-accesses', {}, before.accessToken);
  expect(stale).toMatchObject({ status: 401, failure: { code: 'session-stale' } });
  const renewed = await town.ask('identity.refresh', { refreshToken: before.refreshToken });
  expect(renewed).toMatchObject({ ok: true, value: { account: { authenticated: true } } });
});

test('X-23 a store that refuses is told apart from a fault of ours; both are logged by an id, with no detail outside', async () => {
  const { accessToken } = await enrolled(town, 2);
  const failing = (fault: Error) => {
    const store = { ...town.needs.store, get: () => Promise.reject(fault), find: () => Promise.reject(fault) };
    return town.answer({ ...town.needs, store }, asked('cards.list-cards', accessToken));
  };
  const told = [await failing(new StoreRefused('the disk is full')), await failing(new Error('the disk is full'))];
  expect(told.map(({ body }) => JSON.parse(body).failure.code)).toEqual(['storage-refused', 'fault']);
  for (const { body } of told) expect(body).not.toContain('disk');
  expect(town.faults).toHaveLength(2);
});
