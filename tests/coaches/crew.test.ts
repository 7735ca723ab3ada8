import { newId } from '@tongcheng/shared/ids';
import { dayMs, hourMs } from '@tongcheng/shared/time';
import type { Town } from '../world/town';
import { enrolled, signIn } from '../world/town-sessions';
import {
  codeOf,
  newDeparture,
  openCoachTown,
  origin,
  outcomeOf,
  planted,
  type Staff,
  staffOf,
  typed,
} from './coach-town';

let town: Town;
let crew: Staff;
beforeAll(async () => {
  town = await openCoachTown();
  crew = await staffOf(town, 'driver');
}, 60_000);
afterAll(() => town.close());

test('L-02 a crew confirm a departure, again with one effect, and see it without a name', async () => {
  const { event, departureId, open, tell, manifest } = newDeparture(town, crew);
  expect([outcomeOf(await open()), outcomeOf(await open())]).toEqual(['ok', 'ok']);
  expect(outcomeOf(await tell({ ...event, aboard: 30 }))).toBe('event-conflict');
  const seen = await manifest();
  expect(seen.value).toMatchObject({
    departure: {
      ...{ departureId, city: origin, phase: 'open', plate: planted.plate, serviceNumber: 'C123', complete: false },
      figures: { aboard: 3, registered: 0, missing: 3 },
    },
  });
  expect(JSON.stringify(seen)).not.toMatch(/演示驾驶员|139461702/);
});

test('L-10 the crew see the registered grow; a corrected number leaves a trace; leaving incomplete names its reason', async () => {
  const departure = newDeparture(town, crew);
  await departure.open();
  const rider = (await signIn(town, 1)).accessToken;
  await departure.register(rider, typed(1));
  await departure.register(rider, typed(2));
  expect((await departure.manifest()).value).toMatchObject({
    departure: { figures: { registered: 2, missing: 1 }, complete: false },
  });
  await departure.tell({ kind: 'aboard-counted', aboard: 2 });
  const seen = await departure.manifest();
  expect(seen.value).toMatchObject({ departure: { complete: true, aboardSaid: [{ aboard: 3 }, { aboard: 2 }] } });
  await departure.tell({ kind: 'aboard-counted', aboard: 4 });
  await departure.tell({ kind: 'departed', reason: 'count-uncertain' });
  expect((await departure.manifest()).value).toMatchObject({
    departure: { phase: 'departed', reason: 'count-uncertain', complete: false },
  });
});

test('colleagues of the operator go on where one stopped; another operator neither sees nor changes anything', async () => {
  const departure = newDeparture(town, crew);
  await departure.open();
  const colleague = await staffOf(town, 'attendant');
  const other = await staffOf(town, 'driver', origin, 'operator-2');
  const alone = await staffOf(town, 'driver', origin, null);
  expect(outcomeOf(await departure.tell({ kind: 'aboard-counted', aboard: 5 }, colleague))).toBe('ok');
  for (const stranger of [other, alone]) {
    expect(codeOf(await departure.manifest(stranger))).toBe('departure-not-yours');
    expect(outcomeOf(await departure.tell({ kind: 'departed' }, stranger))).toBe('departure-not-yours');
  }
  expect((await departure.manifest()).value).toMatchObject({ departure: { phase: 'open', figures: { aboard: 5 } } });
});

test('X-01 events of an offline phone that arrive in another order have the same effect, also before the confirmation', async () => {
  const departure = newDeparture(town, crew);
  const at = town.needs.clock.now();
  expect(outcomeOf(await departure.tell({ kind: 'departed', at: at - 1_000 }))).toBe('ok');
  expect(outcomeOf(await departure.tell({ kind: 'aboard-counted', at: at - 2_000, aboard: 9 }))).toBe('ok');
  expect(codeOf(await departure.manifest())).toBe('departure-unknown');
  expect(outcomeOf(await departure.tell({ ...departure.event, at: at - 3_000 }))).toBe('ok');
  expect((await departure.manifest()).value).toMatchObject({
    departure: { phase: 'departed', departedAt: at - 1_000, figures: { aboard: 9 } },
  });
});

test('each event that cannot be is refused for itself, with its reason in both languages', async () => {
  const { event, departureId, tell, id } = newDeparture(town, crew);
  const now = town.needs.clock.now();
  const late = newId(now - 15 * dayMs, town.needs.chance.bytes);
  const told = await town.ask(
    'coaches.deliver-events',
    {
      deliveries: [
        { city: '999999', departureId, event },
        { city: origin, departureId, event: { ...event, at: now + hourMs } },
        { city: origin, departureId, event: { ...event, departsAt: now + 3 * dayMs } },
        { city: origin, departureId: late, event: { ...event, eventId: late, departsAt: now - 15 * dayMs } },
        { city: origin, departureId, event: { ...event, eventId: id() } },
        { city: origin, departureId, event },
      ],
    },
    crew.token,
  );
  const codes = JSON.stringify(told.value).match(/"code":"[a-z-]+"/g);
  expect(codes).toEqual(
    ['city-unknown', 'clock-wrong', 'departure-day-differs', 'departure-too-old', 'event-conflict'].map(
      (code) => `"code":"${code}"`,
    ),
  );
  expect(outcomeOf(await tell({ ...event, crew: { ...event.crew, plate: '鄂O00000' } }))).not.toBe('ok');
});

test('L-07 crew register somebody without a phone, with who did it; the number already typed again is the same passenger', async () => {
  const departure = newDeparture(town, crew);
  const at = town.needs.clock.now();
  const { by: _typed, phone: _phone, ...whom } = typed(7);
  const body = { registrationId: departure.id(), city: origin, departureId: departure.departureId, at, whom };
  const early = await town.ask('coaches.register-for-passenger', body, crew.token);
  expect(codeOf(early)).toBe('ok');
  await departure.open();
  const again = await town.ask('coaches.register-for-passenger', body, crew.token);
  expect(again.value).toMatchObject({
    row: { maskedName: '演**', source: 'staff', maskedPhone: '' },
    departure: { figures: { registered: 1, byStaff: 1, missing: 2 } },
  });
  const other = await staffOf(town, 'driver', origin, 'operator-2');
  expect(
    codeOf(await town.ask('coaches.register-for-passenger', { ...body, registrationId: departure.id() }, other.token)),
  ).toBe('departure-not-yours');
  expect(
    codeOf(await town.ask('coaches.register-for-passenger', { ...body, whom: { ...whom, name: '=1+1' } }, crew.token)),
  ).toBe('name-refused');
});

test('station staff see what leaves their station and print nothing of others; crews see their operator’s', async () => {
  const fresh = await openCoachTown();
  const driver = await staffOf(fresh, 'driver');
  const here = newDeparture(fresh, driver);
  const far = newDeparture(fresh, await staffOf(fresh, 'driver', origin, 'operator-2'));
  await Promise.all([here.open(), far.open()]);
  const desk = await staffOf(fresh, 'desk', origin, null);
  const elsewhere = await staffOf(fresh, 'desk', '420200', null);
  const idsOf = async (by: Staff) =>
    [
      ...JSON.stringify((await fresh.ask('coaches.list-departures', { limit: 50 }, by.token)).value).matchAll(
        /"departureId":"([^"]+)"/g,
      ),
    ].map(([, id]) => id);
  expect(new Set(await idsOf(desk))).toEqual(new Set([here.departureId, far.departureId]));
  expect(await idsOf(driver)).toEqual([here.departureId]);
  expect(await idsOf(elsewhere)).toEqual([]);
  await fresh.close();
}, 60_000);

test('a city that has not switched coaches on is told so', async () => {
  const { openTown } = await import('../world/town');
  const plain = await openTown();
  const driver = await staffOf(plain, 'driver');
  const { open, look } = newDeparture(plain, driver);
  expect(outcomeOf(await open())).toBe('capability-absent');
  expect(codeOf(await look((await enrolled(plain, 1)).accessToken))).toBe('capability-absent');
  await plain.close();
}, 60_000);

test('L-02 crews choose from the cities with coaches, and Beijing, which asks for addresses', async () => {
  const told = await town.ask('coaches.list-places', {}, crew.token);
  expect(told.value).toMatchObject({ asksAddressesTo: ['110000'], publicUrl: 'http://127.0.0.1:8080' });
  const places = JSON.stringify(told.value);
  for (const city of [origin, '420200', '110000']) expect(places).toContain(`"city":"${city}"`);
});
