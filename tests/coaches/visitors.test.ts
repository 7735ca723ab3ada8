import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { accessLog } from '@tongcheng/cloudfunctions/app/audit/access-entry';
import { importCity } from '@tongcheng/cloudfunctions/app/venues/import/import-city';
import { signDepartureCode } from '@tongcheng/shared/coaches/departure-code';
import { dayOf } from '@tongcheng/shared/time';
import * as z from 'zod';
import type { Town } from '../world/town';
import { enrolled, officialToken, signIn } from '../world/town-sessions';
import { codeOf, newDeparture, openCoachTown, origin, outcomeOf, reached, staffOf, typed } from './coach-town';

jest.setTimeout(60_000);
let town: Town;
beforeAll(async () => {
  town = await openCoachTown();
  const settings: unknown = JSON.parse(readFileSync(join('cities', '420100', 'settings.json'), 'utf8'));
  const stations = ['north', 'south'].map((stationId) => ({
    ...{ stationId, name: { zh: '演示站', en: 'Trial' }, ways: ['scan'] },
  }));
  await importCity(
    town.needs,
    JSON.stringify({ ...Object(settings), capabilities: { city: {}, coaches: { stations } } }),
    [],
  );
  town.pass(10_000);
});
afterEach(() => expect(town.faults).toEqual([]));
afterAll(() => town.close());

const official = (cities?: string[]) => officialToken(town, ['bureau'], cities);
const Posted = z.object({ invitation: z.string(), link: z.string() });
const Session = z.object({
  visitor: z.literal(true),
  accessToken: z.string(),
  staffId: z.string(),
  signing: z.object({ keyId: z.string(), key: z.string() }),
});

const post = async (stationId = 'north') =>
  Posted.parse(
    (await town.ask('oversight.post-visitor-code', { city: origin, stationId, validDays: 30 }, official())).value,
  );
const enter = (invitation: string) =>
  town.ask('oversight.accept-invitation', { invitation, displayName: '演示外省司机' });

/** A crew that came in by a code, as the builders of departures take it. */
async function visitor(invitation: string) {
  const { accessToken: token, staffId, signing } = Session.parse((await enter(invitation)).value);
  const key = Buffer.from(signing.key, 'hex');
  return {
    ...{ token, staffId, sessionId: signing.keyId },
    sign: (code: Omit<Parameters<typeof signDepartureCode>[1], 'sessionId'>) =>
      signDepartureCode(key, { ...code, sessionId: signing.keyId }),
  };
}

test('L-06 a crew from outside registers a departure by the code posted at a station, marked as from outside, and passengers scan it', async () => {
  const { invitation, link } = await post();
  expect(link).toContain(invitation);
  const crew = await visitor(invitation);
  const departure = newDeparture(town, crew);
  expect(outcomeOf(await departure.open())).toBe('ok');
  const told = (await departure.manifest()).value;
  expect(told).toMatchObject({ departure: { outside: true, origin: { stationId: 'north', city: origin } } });
  expect(outcomeOf(await departure.open())).toBe('ok');
  const rider = (await signIn(town, 3)).accessToken;
  expect(codeOf(await departure.register(rider, typed(1)))).toBe('ok');
  expect((await departure.manifest()).value).toMatchObject({ departure: { figures: { registered: 1 } } });
  const desk = await staffOf(town, 'desk', origin, null);
  const listed = await town.ask('coaches.list-departures', { limit: 50, day: dayOf(departure.departsAt) }, desk.token);
  expect(JSON.stringify(listed.value)).toContain('"outside":true');
});

test('L-06 it sees its own trips only: none of an operator, of its station, or of another visitor', async () => {
  const { invitation } = await post();
  const [one, other] = [await visitor(invitation), await visitor(invitation)];
  const theirs = newDeparture(town, other);
  await theirs.open();
  const regular = newDeparture(town, await staffOf(town, 'driver'));
  await regular.open();
  const own = newDeparture(town, one);
  await own.open();
  const day = dayOf(own.departsAt);
  const list = JSON.stringify((await town.ask('coaches.list-departures', { limit: 50, day }, one.token)).value);
  expect(list).toContain(own.departureId);
  for (const { departureId } of [theirs, regular]) {
    expect(list).not.toContain(departureId);
    for (const name of ['coaches.get-manifest', 'coaches.show-departure-code'])
      expect(codeOf(await town.ask(name, { city: origin, departureId }, one.token))).toBe('departure-not-yours');
  }
  expect(outcomeOf(await theirs.tell({ kind: 'cancelled', reason: 'other' }, one))).toBe('departure-not-yours');
});

test('L-06 it is shown no regulars of whatever service it names, and registers none by one tap', async () => {
  const traveller = (await enrolled(town, 3)).accessToken;
  const operator = await staffOf(town, 'driver');
  const regular = newDeparture(town, operator);
  await regular.open();
  await regular.register(traveller, { by: 'self' });
  const joined = await town.ask('coaches.join-regulars', { code: regular.code }, traveller);
  const regularId = /"regularId":"([^"]+)"/.exec(JSON.stringify(joined.value))?.[1] ?? '';
  const origins = { origin: { name: '演示客运站', city: origin, stationId: 'north' } };
  const crew = await visitor((await post()).invitation);
  const mine = newDeparture(town, crew, origins);
  await mine.open();
  expect(regularId).not.toBe('');
  const asked = { city: origin, departureId: mine.departureId };
  expect((await town.ask('coaches.list-regulars', asked, crew.token)).value).toEqual({ regulars: [] });
  const tap = { ...asked, registrationId: mine.id(), at: town.needs.clock.now(), regularId };
  expect(codeOf(await town.ask('coaches.register-regular', tap, crew.token))).toBe('regular-unknown');
});

test('L-06 its departures leave from the station of the code and from nowhere else, whatever its phone says', async () => {
  const crew = await visitor((await post('south')).invitation);
  const from = (place: object) => newDeparture(town, crew, { origin: { name: '演示站', ...place } }).open();
  expect(outcomeOf(await from({ city: origin, stationId: 'north' }))).toBe('departure-not-yours');
  expect(outcomeOf(await from({ city: reached }))).toBe('departure-not-yours');
  expect(outcomeOf(await from({ city: origin, stationId: 'south' }))).toBe('ok');
  expect(outcomeOf(await from({}))).toBe('ok');
  const elsewhere = newDeparture(town, crew);
  const deliveries = [{ city: reached, departureId: elsewhere.departureId, event: elsewhere.event }];
  expect(outcomeOf(await town.ask('coaches.deliver-events', { deliveries }, crew.token))).toBe('departure-not-yours');
});

test('a visitor code is posted for a station of one’s own cities, on record, listed among the invitations', async () => {
  const ask = (stationId: string, by: string) =>
    town.ask('oversight.post-visitor-code', { city: origin, stationId, validDays: 1 }, by);
  expect(codeOf(await ask('north', official(['420200'])))).toBe('city-unknown');
  expect(codeOf(await ask('west', official()))).toBe('station-unknown');
  expect(codeOf(await ask('north', official()))).toBe('ok');
  const listed = await town.ask('oversight.list-invitations', { city: origin, limit: 50 }, official());
  expect(JSON.stringify(listed.value)).toContain('"visitors":true');
  expect(JSON.stringify(listed.value)).toMatch(/"invitedAt":\d+/);
  const { items } = await town.needs.store.find(accessLog, { where: {}, limit: 100 });
  expect(items.some(({ access }) => access.reason === 'visitor-code')).toBe(true);
});

test('X-24 a revoked or ended code lets nobody in, and whoever came in by it is out', async () => {
  const { invitation } = await post();
  const crew = await visitor(invitation);
  const departure = newDeparture(town, crew);
  await departure.open();
  const listed = await town.ask('oversight.list-invitations', { city: origin, limit: 200 }, official());
  const rows = z.object({
    invitations: z.array(z.object({ invitationId: z.string(), visitors: z.boolean().optional() })),
  });
  const posted = rows.parse(listed.value).invitations.filter(({ visitors }) => visitors);
  for (const { invitationId } of posted)
    await town.ask('oversight.revoke-invitation', { invitationId, reason: 'test' }, official());
  expect(codeOf(await enter(invitation))).toBe('invitation-refused');
  town.pass(5_000);
  expect(codeOf(await departure.manifest())).toBe('not-signed-in');
  const short = await post();
  town.pass(31 * 86_400_000);
  expect(codeOf(await enter(short.invitation))).toBe('invitation-refused');
});

test('T-02 only so many come in by one code a day from one network', async () => {
  const { invitation } = await post();
  const came = [];
  for (let tried = 0; tried < 42; tried += 1) came.push(codeOf(await enter(invitation)));
  expect(came.filter((code) => code === 'ok')).toHaveLength(40);
  expect(came.at(-1)).toBe('visitors-limited');
  const other = await post();
  expect(codeOf(await enter(other.invitation))).toBe('ok');
});
