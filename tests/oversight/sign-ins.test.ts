import { accessLog } from '@tongcheng/cloudfunctions/app/audit/access-entry';
import { createFirstOfficials } from '@tongcheng/cloudfunctions/app/oversight/first-officials';
import { officials } from '@tongcheng/cloudfunctions/app/oversight/official-record';
import { openSession } from '@tongcheng/cloudfunctions/app/sessions/sessions';
import type { OfficialRole } from '@tongcheng/shared/access';
import { listSignIns } from '@tongcheng/shared/oversight/session-api';
import { minuteMs } from '@tongcheng/shared/time';
import { openTown, type Town } from '../world/town';
import { officialToken } from '../world/town-sessions';

const city = '420100';
let town: Town;
let chief: string;
let deputy: string;
beforeEach(async () => {
  town = await openTown();
  await createFirstOfficials(town.needs, [city], async () => undefined);
  chief = await idOf('chief');
  deputy = await idOf('deputy');
});
afterEach(async () => {
  expect(town.faults).toEqual([]);
  await town.close();
});

const idOf = async (login: string): Promise<string> => {
  const held = await town.needs.store.get(officials, login);
  if (!held) throw new Error(`there is no ${login}`);
  return held.officialId;
};

const signedIn = async (official: string, roles: readonly OfficialRole[], cities = [city]) => {
  const { sessionId } = await openSession(town.needs, 'official', official);
  return { sessionId, token: officialToken(town, roles, cities, 10 * minuteMs, sessionId, official) };
};

const seenBy = async (token: string) => {
  const reply = await town.ask('oversight.list-sign-ins', { city }, token);
  return listSignIns.output.parse(reply.value).signIns;
};
const end = (sessionId: string, token: string) =>
  town.ask('oversight.end-sign-in', { sessionId, reason: '换了电脑' }, token);

test('X-24 an administrator sees where officials are signed in and ends one, on record; its token stops within five seconds', async () => {
  const own = await signedIn(chief, ['administrator']);
  town.pass(1_000);
  const other = await signedIn(deputy, ['bureau']);
  const seen = await seenBy(own.token);
  expect(seen.map(({ sessionId, current, endable }) => [sessionId, current, endable])).toEqual([
    [other.sessionId, undefined, true],
    [own.sessionId, true, true],
  ]);
  expect(await end(other.sessionId, own.token)).toMatchObject({ ok: true });
  town.pass(5_000);
  expect(await town.ask('oversight.list-sign-ins', { city }, other.token)).toMatchObject({
    failure: { code: 'not-signed-in' },
  });
  expect(await end(other.sessionId, own.token)).toMatchObject({ failure: { code: 'session-not-yours' } });
  expect((await seenBy(own.token)).map(({ sessionId }) => sessionId)).toEqual([own.sessionId]);
  const { items } = await town.needs.store.find(accessLog, { where: {}, limit: 10 });
  expect(items.map(({ access }) => [access.purpose, access.what, access.reason])).toContainEqual([
    'official-credentials',
    deputy,
    'end-sign-in',
  ]);
});

test('X-24 whoever is no administrator ends their own sign-ins only; a health officer sees no others', async () => {
  const first = await signedIn(deputy, ['bureau']);
  const second = await signedIn(deputy, ['bureau']);
  const other = await signedIn(chief, ['administrator']);
  expect((await seenBy(first.token)).find(({ sessionId }) => sessionId === other.sessionId)).toMatchObject({
    endable: false,
    login: 'chief',
  });
  expect(await end(other.sessionId, first.token)).toMatchObject({ failure: { code: 'session-not-yours' } });
  expect(await end(second.sessionId, first.token)).toMatchObject({ ok: true });
  const health = officialToken(town, ['health'], [city], 10 * minuteMs, first.sessionId, deputy);
  expect((await seenBy(health)).map(({ sessionId }) => sessionId)).toEqual([first.sessionId]);
});

test('X-24 an administrator of another city ends nothing here; a rider’s session is nobody’s to end', async () => {
  const other = await signedIn(deputy, ['bureau']);
  const stranger = officialToken(town, ['administrator'], ['420200']);
  expect(await end(other.sessionId, stranger)).toMatchObject({ failure: { code: 'session-not-yours' } });
  const rider = await openSession(town.needs, 'rider', 'somebody');
  const own = await signedIn(chief, ['administrator']);
  expect(await end(rider.sessionId, own.token)).toMatchObject({ failure: { code: 'session-not-yours' } });
});
