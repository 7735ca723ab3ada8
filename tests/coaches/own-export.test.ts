import { departureEvents } from '@tongcheng/cloudfunctions/app/coaches/departure-event-record';
import { dayOf } from '@tongcheng/shared/time';
import * as z from 'zod';
import { people } from '../world/people';
import type { Town } from '../world/town';
import { enrolled, officialToken, signIn } from '../world/town-sessions';
import { newDeparture, openCoachTown, origin, planted, reached, type Staff, staffOf, typed } from './coach-town';

jest.setTimeout(60_000);
let town: Town;
let crew: Staff;
let rider: string;
beforeAll(async () => {
  town = await openCoachTown();
  crew = await staffOf(town, 'driver');
  rider = (await enrolled(town, 3)).accessToken;
});
afterAll(() => town.close());

const known = people[3];
if (!known) throw new Error('no such person');
const { documentKind, documentNumber } = known;

const File = z.object({
  coaches: z.array(z.looseObject({ departureId: z.string(), source: z.string(), ended: z.boolean() })),
  accesses: z.array(z.looseObject({ purpose: z.string() })),
});
const Exported = z.object({ value: z.object({ base64: z.string() }) });
async function exported(token = rider) {
  const told = await town.ask('rights.export-own', { form: 'json', documentNumber }, token);
  const text = Buffer.from(Exported.parse(told).value.base64, 'base64').toString('utf8');
  return { text, ...File.parse(JSON.parse(text)) };
}

test('X-14 a rider’s export holds what their account registered: themselves with addresses and arrival, withdrawn ones, others masked', async () => {
  const { addressBefore, addressThere } = planted;
  const destination = { name: '演示到达站', city: '110000' };
  const departure = newDeparture(town, crew, { destination });
  await departure.open();
  const own = departure.id();
  await departure.register(rider, { by: 'self' }, { registrationId: own, seat: '12', addressBefore, addressThere });
  await departure.register(rider, typed(41), { addressBefore: '别人来前住址', addressThere: '别人到达住址' });
  const next = newDeparture(town, crew, { serviceNumber: 'C124' });
  await next.open();
  const withdrawn = next.id();
  await next.register(rider, { by: 'self' }, { registrationId: withdrawn });
  const told = { code: next.code, registrationId: withdrawn, withdrawalId: next.id() };
  expect((await town.ask('coaches.withdraw-passenger', told, rider)).ok).toBe(true);
  const { coaches, text } = await exported();
  expect(coaches).toHaveLength(3);
  expect(coaches).toEqual(
    expect.arrayContaining([
      expect.objectContaining({
        ...{
          departureId: departure.departureId,
          city: origin,
          plate: planted.plate,
          serviceNumber: 'C123',
          seat: '12',
        },
        ...{ source: 'rider', ended: false, documentKind, addressBefore, addressThere },
      }),
      expect.objectContaining({ source: 'typed', ended: false, maskedName: '演**' }),
      expect.objectContaining({ departureId: next.departureId, serviceNumber: 'C124', source: 'rider', ended: true }),
    ]),
  );
  for (const hidden of [
    'E46171041',
    planted.passenger.name,
    planted.driver.name,
    planted.driver.phone,
    '别人',
    'sealed',
  ])
    expect(text).not.toContain(hidden);
});

test('X-14 X-22 whoever types or holds a rider’s number is in nobody’s export but their own, whoever registered', async () => {
  const departure = newDeparture(town, crew, { serviceNumber: 'C555' });
  await departure.open();
  const stranger = await signIn(town, 5);
  const about = { documentKind, documentNumber, phone: '13900000009' };
  await departure.register(stranger.accessToken, { by: 'typed', name: '演示冒名', ...about }, { seat: '77' });
  await town.ask(
    'coaches.register-for-passenger',
    {
      city: origin,
      departureId: departure.departureId,
      registrationId: departure.id(),
      at: town.needs.clock.now(),
      whom: { name: '演示冒名', ...about },
    },
    crew.token,
  );
  const ledger = { departsAt: departure.departsAt, plate: planted.plate, service: 'line', destination: '演示到达站' };
  await town.ask(
    'coaches.file-ledger',
    {
      city: origin,
      departures: [{ departure: ledger, aboard: 1, passengers: [{ name: '演示冒名', documentKind, documentNumber }] }],
    },
    officialToken(town, ['bureau']),
  );
  const where = {
    day: dayOf(departure.departsAt),
    city: origin,
    departureId: departure.departureId,
    kind: 'registered',
  } as const;
  const kept = await town.needs.store.find(departureEvents, { where, limit: 10 });
  expect(kept.items.map(({ event }) => event.kind === 'registered' && event.source).sort()).toEqual([
    'ledger',
    'staff',
    'typed',
  ]);
  // The three are of one passenger, whom the rider’s number is: by it they would be found.
  expect(new Set(kept.items.map(({ passenger }) => passenger)).size).toBe(1);
  const { coaches, text } = await exported();
  expect(coaches.filter(({ departureId }) => departureId === departure.departureId)).toEqual([]);
  for (const hidden of ['C555', '"77"', '演示冒名']) expect(text).not.toContain(hidden);
});

test('X-14 another rider’s export holds nothing of it; who opened the manifest of one’s coach is in one’s own', async () => {
  const departure = newDeparture(town, crew, { serviceNumber: 'C777' });
  await departure.open();
  await departure.register(rider, { by: 'self' });
  const opened = { city: origin, departureId: departure.departureId, purpose: 'complaint' };
  expect((await town.ask('coaches.open-manifest', opened, officialToken(town, ['bureau']))).ok).toBe(true);
  const { accesses } = await exported();
  expect(accesses).toEqual(
    expect.arrayContaining([expect.objectContaining({ purpose: 'coach-manifest', reason: 'complaint' })]),
  );
  const other = people[4];
  if (!other) throw new Error('no such person');
  const told = await town.ask(
    'rights.export-own',
    { form: 'json', documentNumber: other.documentNumber },
    (await enrolled(town, 4)).accessToken,
  );
  const file = File.parse(JSON.parse(Buffer.from(Exported.parse(told).value.base64, 'base64').toString('utf8')));
  expect(file.coaches).toEqual([]);
  expect(file.accesses.map(({ purpose }) => purpose)).not.toContain('coach-manifest');
});

test('X-14 no key of a coach’s day is made by an export', async () => {
  const before = await town.needs.vault.liveDays();
  await exported();
  expect((await town.needs.vault.liveDays()).filter(({ keyClass }) => keyClass === 'coach')).toEqual(
    before.filter(({ keyClass }) => keyClass === 'coach'),
  );
  expect(before.some(({ keyClass, city }) => keyClass === 'coach' && city === reached)).toBe(false);
});
