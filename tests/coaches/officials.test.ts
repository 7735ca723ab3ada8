import { operators } from '@tongcheng/cloudfunctions/app/venues/operator-record';
import { dayOf } from '@tongcheng/shared/time';
import type { Town } from '../world/town';
import { officialToken, signIn } from '../world/town-sessions';
import { codeOf, newDeparture, openCoachTown, origin, planted, reached, staffOf, typed } from './coach-town';

let town: Town;
beforeEach(async () => {
  town = await openCoachTown();
});
afterEach(() => town.close());

const bureau = (cities = [origin]) => officialToken(town, ['bureau'], cities);
const day = () => dayOf(town.needs.clock.now() + 3_600_000);
const list = (more: object = {}, token = bureau()) =>
  town.ask('coaches.list-day-departures', { city: origin, day: day(), limit: 50, ...more }, token);

test('the bureau sees the departures of a day with their figures, plates masked and no name, page by page', async () => {
  const crew = await staffOf(town, 'driver');
  const departures = [newDeparture(town, crew), newDeparture(town, crew), newDeparture(town, crew)];
  for (const departure of departures) await departure.open();
  const guest = (await signIn(town, 1)).accessToken;
  await departures[0]?.register(guest, typed(1));
  const told = await list();
  expect(told).toMatchObject({ value: { forgotten: false } });
  const text = JSON.stringify(told);
  expect(text.match(/"registered":1/g)).toHaveLength(1);
  expect(text.match(/"registered":0/g)).toHaveLength(2);
  expect(text).toContain('鄂A4***2');
  for (const secret of [planted.plate, planted.driver.name, planted.driver.phone, planted.passenger.name])
    expect(text).not.toContain(secret);
  const ids = departures.map(({ departureId }) => departureId).sort();
  expect(await list({ limit: 2 })).toMatchObject({ value: { departures: [{}, {}], next: ids[1] } });
  expect(await list({ limit: 2, after: ids[1] })).toMatchObject({ value: { departures: [{ departureId: ids[2] }] } });
});

test('L-10 a departure says which operator and who confirmed it, and whether that was late; one of a ledger says nobody', async () => {
  await town.needs.store.insert(operators, {
    _id: 'op-named',
    city: origin,
    name: '演示客运一',
    addedAt: 0,
    addedBy: 'x',
  });
  const [listed, foreign] = [
    await staffOf(town, 'driver', origin, 'op-named'),
    await staffOf(town, 'driver', origin, null),
  ];
  const inTime = newDeparture(town, listed);
  await inTime.open();
  const late = newDeparture(town, foreign, { at: town.needs.clock.now() + 5_000, departsAt: town.needs.clock.now() });
  expect((await late.open()).ok).toBe(true);
  const passenger = { name: planted.passenger.name, documentKind: 'passport', documentNumber: 'E46171777' };
  const coach = { departsAt: town.needs.clock.now() - 60_000, plate: '鄂A46175', service: 'line', destination: '武汉' };
  await town.ask(
    'coaches.file-ledger',
    { city: origin, departures: [{ departure: coach, aboard: 1, passengers: [passenger] }] },
    bureau(),
  );
  const told = JSON.parse(JSON.stringify(await list()));
  const confirmed = new Map(
    told.value.departures.map((each: { departureId: string; confirmed?: object }) => [
      each.departureId,
      each.confirmed,
    ]),
  );
  expect(confirmed.get(inTime.departureId)).toEqual({
    late: false,
    operatorId: 'op-named',
    operator: '演示客运一',
    staffId: listed.staffId,
  });
  expect(confirmed.get(late.departureId)).toEqual({ late: true, staffId: foreign.staffId });
  expect([...confirmed.values()].filter((each) => each === undefined)).toHaveLength(1);
});

test('a day of which nobody told anything is empty and makes no key; one whose key was destroyed says so', async () => {
  const before = (await town.needs.vault.liveDays()).length;
  expect(await list({ day: '2019-01-01' })).toMatchObject({ value: { departures: [], forgotten: false } });
  expect(await town.needs.vault.liveDays()).toHaveLength(before);
  const departure = newDeparture(town, await staffOf(town, 'driver'));
  await departure.open();
  await town.needs.vault.destroyDay(origin, day(), 'coach');
  town.pass(6_000);
  expect(await list()).toMatchObject({ value: { departures: [], forgotten: true } });
  const story = { city: origin, departureId: departure.departureId };
  expect(codeOf(await town.ask('coaches.tell-departure', story, bureau()))).toBe('departure-too-old');
});

test('L-10 the story of a departure says who told what and when, and what had no effect', async () => {
  const crew = await staffOf(town, 'driver');
  const departure = newDeparture(town, crew);
  await departure.open();
  const guest = (await signIn(town, 1)).accessToken;
  await departure.register(guest, typed(1), { seat: '7' });
  town.pass(60_000);
  await departure.tell({ kind: 'aboard-counted', aboard: 5 });
  await departure.tell({ kind: 'departed', reason: 'no-network' });
  town.pass(60_000);
  await departure.tell({ kind: 'cancelled', reason: 'weather' });
  const told = await town.ask('coaches.tell-departure', { city: origin, departureId: departure.departureId }, bureau());
  expect(told).toMatchObject({
    value: {
      departure: { phase: 'departed', reason: 'no-network' },
      events: expect.arrayContaining([
        expect.objectContaining({ kind: 'opened', teller: 'crew', aboard: 3, unfitting: false }),
        expect.objectContaining({ kind: 'registered', teller: 'account', source: 'typed', seat: '7' }),
        expect.objectContaining({ kind: 'aboard-counted', aboard: 5, unfitting: false }),
        expect.objectContaining({ kind: 'departed', reason: 'no-network' }),
        expect.objectContaining({ kind: 'cancelled', unfitting: true }),
      ]),
    },
  });
  expect(JSON.stringify(told)).not.toMatch(/演示旅客|演示驾驶员|E4617|鄂A46172/);
});

test('officials of another city, a city without coaches, a departure that nobody told of: each is refused', async () => {
  expect(codeOf(await list({}, bureau([reached])))).toBe('city-unknown');
  expect(codeOf(await list({ city: '430100' }, bureau(['430100'])))).toBe('city-unknown');
  const departure = newDeparture(town, await staffOf(town, 'driver'));
  const story = { city: origin, departureId: departure.departureId };
  expect(codeOf(await town.ask('coaches.tell-departure', story, bureau([reached])))).toBe('city-unknown');
  expect(codeOf(await town.ask('coaches.tell-departure', story, bureau()))).toBe('departure-unknown');
});
