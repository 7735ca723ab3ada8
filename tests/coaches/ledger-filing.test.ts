import { accessLog } from '@tongcheng/cloudfunctions/app/audit/access-entry';
import { departureEvents } from '@tongcheng/cloudfunctions/app/coaches/departure-event-record';
import { readDeparture } from '@tongcheng/cloudfunctions/app/coaches/read-departure';
import { figuresOf } from '@tongcheng/shared/coaches/manifest-figures';
import { dayMs, dayOf, hourMs } from '@tongcheng/shared/time';
import * as z from 'zod';
import { leaksIn } from '../world/leaks';
import type { Town } from '../world/town';
import { officialToken } from '../world/town-sessions';
import { codeOf, newDeparture, openCoachTown, origin, planted, reached, staffOf } from './coach-town';

let town: Town;
beforeEach(async () => {
  town = await openCoachTown();
});
afterEach(() => town.close());

const bureau = () => officialToken(town, ['bureau']);
const departsAt = () => Math.floor(town.needs.clock.now() / 60_000) * 60_000 - hourMs;
const coach = (more: object = {}) => ({
  ...{ departsAt: departsAt(), plate: planted.plate, service: 'line', serviceNumber: 'K7', destination: '武汉' },
  ...more,
});
const passenger = (order: number, more: object = {}) => ({
  ...{ name: planted.passenger.name, documentKind: 'passport', documentNumber: `E4617${1000 + order}` },
  ...{ phone: planted.passenger.phone, seat: `${order}` },
  ...more,
});
const passengers = (from: number, to: number) =>
  Array.from({ length: to - from }, (_, order) => passenger(from + order));
const file = (departures: readonly object[], token = bureau(), city = origin) =>
  town.ask('coaches.file-ledger', { city, departures }, token);

const Answer = z.object({
  value: z.object({
    items: z.array(
      z.looseObject({
        ok: z.boolean(),
        departureId: z.string().optional(),
        passengers: z.array(z.unknown()).optional(),
      }),
    ),
  }),
});
const itemsOf = (told: unknown) => Answer.parse(told).value.items;
const manifestOf = async (departureId = '') => {
  const read = await readDeparture(town.needs.store, origin, departureId);
  return { ...figuresOf(read.manifest), phase: read.manifest.departure.phase, read };
};
const eventCount = () => town.needs.store.count(departureEvents, { day: dayOf(departsAt()) });

test('L-09 rows of a ledger become a departure of its own with its passengers, and again the same', async () => {
  const ledger = [{ departure: coach(), aboard: 3, passengers: passengers(0, 2) }];
  const [first] = itemsOf(await file(ledger));
  expect(first?.passengers).toEqual(['filed', 'filed']);
  const before = await eventCount();
  const [again] = itemsOf(await file(ledger, officialToken(town, ['bureau'], [origin], hourMs, undefined, 'another')));
  expect(again).toEqual({ ...first, passengers: ['same', 'same'] });
  expect(await eventCount()).toBe(before);
  expect(await manifestOf(first?.departureId)).toMatchObject({
    ...{ aboard: 3, registered: 2, missing: 1, phase: 'departed' },
    read: {
      opened: {
        destinationCity: expect.stringMatching(/^420[12]00$/),
        details: { serviceNumber: 'K7', destination: { name: '武汉' } },
      },
    },
  });
});

test('L-09 killed in the middle and imported again, by several at once: every row once, none lost', async () => {
  const whole = [
    { departure: coach(), aboard: 40, passengers: passengers(0, 40) },
    { departure: coach({ plate: '鄂A46173' }), aboard: 20, passengers: passengers(40, 60) },
  ];
  await file([{ departure: coach(), aboard: 40, passengers: passengers(0, 17) }]);
  const told = await Promise.all([file(whole), file(whole), file([...whole].reverse())]);
  const [first, second] = itemsOf(told[0]);
  expect(await manifestOf(first?.departureId)).toMatchObject({ aboard: 40, registered: 40, missing: 0 });
  expect(await manifestOf(second?.departureId)).toMatchObject({ aboard: 20, registered: 20, missing: 0 });
  // Two departures: confirmed, counted, left; and sixty passengers.
  expect(await eventCount()).toBe(2 * 3 + 60);
});

test('L-09 rows of a departure that its crew registered go onto its manifest, and say nothing of the departure itself', async () => {
  const crew = await staffOf(town, 'driver');
  const departure = newDeparture(town, crew);
  await departure.open();
  const rows = [{ departure: coach({ departsAt: departure.departsAt }), aboard: 9, passengers: passengers(0, 2) }];
  const [filed] = itemsOf(await file(rows));
  expect(filed?.departureId).toBe(departure.departureId);
  expect(await manifestOf(departure.departureId)).toMatchObject({ aboard: 3, registered: 2, phase: 'open' });
});

test('L-08 L-09 what a ledger says of the arrival is kept', async () => {
  const rows = [passenger(1, { present: true }), passenger(2, { present: false }), passenger(3)];
  const [filed] = itemsOf(await file([{ departure: coach(), aboard: 3, passengers: rows }]));
  expect(await manifestOf(filed?.departureId)).toMatchObject({ present: 1, absent: 1, unseen: 1 });
});

test('L-09 a bad row is named and stops no other; neither a day past its retention nor one to come is taken', async () => {
  const bad = [
    passenger(1),
    passenger(2, { documentNumber: '--' }),
    passenger(3, { name: '1' }),
    passenger(4, { phone: '12' }),
  ];
  const told = itemsOf(
    await file([
      { departure: coach(), aboard: 4, passengers: bad },
      { departure: coach({ departsAt: departsAt() - 401 * dayMs }), aboard: 1, passengers: [passenger(1)] },
      { departure: coach({ departsAt: departsAt() + 3 * dayMs }), aboard: 1, passengers: [passenger(1)] },
      { departure: coach({ plate: 'XXXXXXX' }), aboard: 1, passengers: [passenger(1)] },
    ]),
  );
  expect(told).toMatchObject([
    {
      passengers: ['filed', { code: 'document-refused' }, { code: 'name-refused' }, { code: 'phone-refused' }],
    },
    { ok: false, failure: { code: 'departure-too-old' } },
    { ok: false, failure: { code: 'departure-too-old' } },
    { ok: false, failure: { code: 'plate-refused' } },
  ]);
});

test('an official of another city, a city without coaches, too much at once: each is refused', async () => {
  const rows = [{ departure: coach(), aboard: 1, passengers: [passenger(1)] }];
  expect(codeOf(await file(rows, officialToken(town, ['bureau'], [reached])))).toBe('city-unknown');
  expect(codeOf(await file(rows, officialToken(town, ['bureau'], ['430100']), '430100'))).toBe('city-unknown');
  const many = Array.from({ length: 3 }, () => ({ departure: coach(), aboard: 1, passengers: passengers(0, 150) }));
  expect(codeOf(await file(many))).toBe('ledger-too-large');
  expect(await eventCount()).toBe(0);
});

test('X-04 filing is on record with who did it; names, numbers, phones, plates and addresses lie nowhere in the clear', async () => {
  const { addressBefore, addressThere } = planted;
  const rows = [{ departure: coach(), aboard: 1, passengers: [passenger(7, { addressBefore, addressThere })] }];
  await file(rows);
  const log = await town.needs.store.find(accessLog, { where: {}, limit: 10 });
  expect(JSON.stringify(log.items)).toMatch(/"purpose":"ledger-filed","who":"official-1".*"passengers":1/);
  const { name, phone } = planted.passenger;
  expect(leaksIn(town.folder, [name, phone, planted.plate, 'E46171007', addressBefore, addressThere])).toEqual([]);
});
