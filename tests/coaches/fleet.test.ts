import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { coachVehicles, operatorLines } from '@tongcheng/cloudfunctions/app/coaches/fleet/fleet-record';
import { importCity } from '@tongcheng/cloudfunctions/app/venues/import/import-city';
import { operators } from '@tongcheng/cloudfunctions/app/venues/operator-record';
import { newId } from '@tongcheng/shared/ids';
import { dayMs, dayOf } from '@tongcheng/shared/time';
import type { Answered, Town } from '../world/town';
import { officialToken } from '../world/town-sessions';
import { codeOf, newDeparture, openCoachTown, origin, planted, reached, staffOf } from './coach-town';

jest.setTimeout(60_000);
let town: Town;
let operatorId: string;
let other: string;
const operator = (cities = [origin]) => officialToken(town, ['operator'], cities);
const bureau = () => officialToken(town, ['bureau'], [origin]);

async function addOperator(city = origin): Promise<string> {
  const { clock, chance, store } = town.needs;
  const _id = newId(clock.now(), chance.bytes);
  await store.insert(operators, { _id, city, name: `演示客运 ${_id}`, addedAt: clock.now(), addedBy: 'official-1' });
  return _id;
}
beforeEach(async () => {
  town = await openCoachTown();
  operatorId = await addOperator();
  other = await addOperator();
});
afterEach(() => town.close());

const coach = (more: Readonly<Record<string, unknown>> = {}) => ({
  ...{ city: origin, operatorId, plate: '鄂A·46172', seats: 45, size: 'large', grade: 'high-1' },
  ...more,
});
const way = (more: Readonly<Record<string, unknown>> = {}) => ({
  ...{ city: origin, operatorId, service: 'line', serviceNumber: 'C7', lineClass: 2 },
  ...{ origin: '演示客运站', destination: '演示到达站', stops: ['演示途经站'] },
  ...more,
});
const set = (more = {}, by = operator()) => town.ask('coaches.set-vehicle', coach(more), by);
const setLine = (more = {}, by = operator()) => town.ask('coaches.set-line', way(more), by);
const list = async (of = operatorId, by = bureau()) =>
  town.ask('coaches.list-fleet', { city: origin, operatorId: of }, by);
const idIn = (told: Answered, field: string): string => {
  if (!told.ok) throw new Error(JSON.stringify(told));
  return JSON.parse(JSON.stringify(told.value))[field];
};
const offered = async (by: { readonly token: string }) =>
  (await town.ask('coaches.list-known-runs', {}, by.token)).value;

test('L-02 an operator’s vehicles and lines are added, changed, taken out of use and used again; the bureau reads them', async () => {
  const vehicleId = idIn(await set(), 'vehicleId');
  const lineId = idIn(await setLine(), 'lineId');
  expect(await list()).toMatchObject({
    value: {
      vehicles: [{ vehicleId, plate: planted.plate, seats: 45, size: 'large', grade: 'high-1' }],
      lines: [{ lineId, lineClass: 2, inScope: true, origin: { name: '演示客运站' }, stops: [{ name: '演示途经站' }] }],
    },
  });
  expect(idIn(await set({ plate: ' 鄂a46172 ', seats: 33, size: 'medium' }), 'vehicleId')).toBe(vehicleId);
  expect(idIn(await setLine({ stops: [], lineClass: 4 }), 'lineId')).toBe(lineId);
  const end = { city: origin, operatorId, vehicleId, reason: 'repair' };
  expect(codeOf(await town.ask('coaches.end-vehicle', end, operator()))).toBe('ok');
  const ended = { city: origin, operatorId, lineId, reason: 'suspended' };
  expect(codeOf(await town.ask('coaches.end-line', ended, operator()))).toBe('ok');
  const told = await list();
  expect(told).toMatchObject({
    value: {
      vehicles: [{ seats: 33, size: 'medium', outOfUse: { reason: 'repair', since: expect.any(Number) } }],
      lines: [
        { stops: [], lineClass: 4, inScope: false, outOfUse: { reason: 'suspended', since: expect.any(Number) } },
      ],
    },
  });
  await set();
  await setLine();
  expect(JSON.stringify((await list()).value)).not.toContain('outOfUse');
});

test('L-02 what was added by mistake is removed whole', async () => {
  const vehicleId = idIn(await set(), 'vehicleId');
  const lineId = idIn(await setLine(), 'lineId');
  const of = { city: origin, operatorId, reason: 'typed-wrong' };
  await town.ask('coaches.end-vehicle', { ...of, vehicleId }, operator());
  await town.ask('coaches.end-line', { ...of, lineId }, operator());
  expect((await list()).value).toEqual({ vehicles: [], lines: [] });
  expect(await town.needs.store.get(coachVehicles, vehicleId)).toBeUndefined();
  expect(await town.needs.store.get(operatorLines, lineId)).toBeUndefined();
  expect(codeOf(await town.ask('coaches.end-vehicle', { ...of, vehicleId }, operator()))).toBe('fleet-entry-unknown');
  expect(codeOf(await town.ask('coaches.end-line', { ...of, lineId }, operator()))).toBe('fleet-entry-unknown');
});

test('a plate is in use with one operator of a city at a time; ended there it can be added elsewhere', async () => {
  const vehicleId = idIn(await set(), 'vehicleId');
  expect(codeOf(await set({ operatorId: other }))).toBe('vehicle-elsewhere');
  await town.ask('coaches.end-vehicle', { city: origin, operatorId, vehicleId, reason: 'sold' }, operator());
  expect(codeOf(await set({ operatorId: other }))).toBe('ok');
  expect((await list()).value).toMatchObject({ vehicles: [] });
  expect((await list(other)).value).toMatchObject({ vehicles: [{ plate: planted.plate }] });
  const end = { city: origin, operatorId, vehicleId, reason: 'sold' };
  expect(codeOf(await town.ask('coaches.end-vehicle', end, operator()))).toBe('fleet-entry-unknown');
});

test('the list of an operator has an end, and what is on it can still be changed', async () => {
  await set();
  const { vault, store } = town.needs;
  const [one] = (await store.find(coachVehicles, { where: { operatorId }, limit: 1 })).items;
  if (!one) throw new Error('no vehicle');
  const { _v, ...vehicle } = one;
  const others = await Promise.all(
    Array.from({ length: 999 }, async (_each, order) => ({
      ...vehicle,
      _id: await vault.blindIndex('coach-vehicle', `made ${order}`),
    })),
  );
  await store.insertMany(coachVehicles, others);
  expect(codeOf(await set({ plate: '鄂A46173' }))).toBe('fleet-full');
  expect(codeOf(await set({ seats: 40 }))).toBe('ok');
  const line = way();
  const lines = Array.from({ length: 1_000 }, (_each, order) => ({
    ...{ _id: `line ${order}`, city: origin, operatorId, service: 'line' as const, serviceNumber: `N${order}` },
    ...{
      lineClass: 1 as const,
      origin: { name: 'a' },
      destination: { name: 'b' },
      stops: [],
      changedAt: 1,
      changedBy: 'x',
    },
  }));
  await store.insertMany(operatorLines, lines);
  expect(codeOf(await town.ask('coaches.set-line', line, operator()))).toBe('fleet-full');
});

test('L-11 plates rest sealed, and every change of a list stands in the access log, no plate in it', async () => {
  const vehicleId = idIn(await set(), 'vehicleId');
  await town.ask('coaches.end-vehicle', { city: origin, operatorId, vehicleId, reason: 'scrapped' }, operator());
  await setLine();
  expect(JSON.stringify(await town.needs.store.get(coachVehicles, vehicleId))).not.toMatch(/46172/);
  const today = dayOf(town.needs.clock.now());
  const log = await town.ask(
    'oversight.list-accesses',
    { city: origin, from: today, to: today, purpose: 'coach-fleet', limit: 50 },
    officialToken(town, ['auditor'], [origin]),
  );
  const text = JSON.stringify(log.value);
  expect([...text.matchAll(/"reason":"([a-z-]+)"/g)].map((hit) => hit[1]).sort()).toEqual([
    'end-vehicle',
    'set-line',
    'set-vehicle',
  ]);
  expect(text).not.toMatch(/46172/);
});

test('L-11 nobody reaches the list of another city, an operator of another city, or changes what they may only read', async () => {
  const vehicleId = idIn(await set(), 'vehicleId');
  const lineId = idIn(await setLine(), 'lineId');
  const far = await addOperator(reached);
  const asked: readonly (readonly [string, Readonly<Record<string, unknown>>])[] = [
    ['coaches.list-fleet', { city: origin, operatorId }],
    ['coaches.set-vehicle', coach()],
    ['coaches.end-vehicle', { city: origin, operatorId, vehicleId, reason: 'sold' }],
    ['coaches.set-line', way()],
    ['coaches.end-line', { city: origin, operatorId, lineId, reason: 'ended' }],
  ];
  for (const [name, body] of asked) {
    expect([name, codeOf(await town.ask(name, body, operator([reached])))]).toEqual([name, 'city-unknown']);
    const ofFar = codeOf(await town.ask(name, { ...body, operatorId: far }, operator()));
    expect([name, ofFar]).toEqual([name, 'operator-unknown']);
    if (name === 'coaches.list-fleet') continue;
    expect([name, codeOf(await town.ask(name, body, bureau()))]).toEqual([name, 'not-allowed']);
  }
  const file: unknown = JSON.parse(readFileSync(join('cities', '420100', 'settings.json'), 'utf8'));
  await importCity(town.needs, JSON.stringify({ ...Object(file), capabilities: { city: {} } }), []);
  town.pass(120_000);
  for (const [name, body] of asked)
    expect([name, codeOf(await town.ask(name, body, operator()))]).toEqual([name, 'capability-absent']);
});

test('a line has a class and a charter none', async () => {
  const { lineClass: _none, ...unclassed } = way();
  expect(codeOf(await town.ask('coaches.set-line', unclassed, operator()))).toBe('line-class-missing');
  expect(codeOf(await setLine({ service: 'charter' }))).toBe('line-class-missing');
  expect(codeOf(await town.ask('coaches.set-line', { ...unclassed, service: 'charter' }, operator()))).toBe('ok');
});

test('L-01 a departure has the class of its line by its operator’s list when its crew confirms it; of class four it is voluntary', async () => {
  const crew = await staffOf(town, 'driver', origin, operatorId);
  const stranger = await staffOf(town, 'driver', origin, other);
  await setLine({ serviceNumber: 'C4', lineClass: 4, stops: [] });
  await setLine({ serviceNumber: 'C3', lineClass: 3, stops: [] });
  const opened = async (serviceNumber: string, by = crew) => {
    const departure = newDeparture(town, by, { serviceNumber });
    expect((await departure.open()).ok).toBe(true);
    return { ...departure, view: (await departure.manifest(by)).value };
  };
  const four = await opened('C4');
  expect(four.view).toMatchObject({ departure: { lineClass: 4, standing: 'voluntary', complete: true } });
  expect((await opened('C3')).view).toMatchObject({ departure: { lineClass: 3, standing: 'incomplete' } });
  for (const { view } of [await opened('C9'), await opened('C4', stranger)]) {
    expect(view).toMatchObject({ departure: { standing: 'incomplete', lacks: 'registrations' } });
    expect(view).not.toHaveProperty('departure.lineClass');
  }
  await setLine({ serviceNumber: 'C4', lineClass: 2, stops: [] });
  expect((await four.open()).ok).toBe(true);
  expect((await four.manifest()).value).toMatchObject({ departure: { lineClass: 4 } });
  const { lineId } = JSON.parse(JSON.stringify((await setLine({ serviceNumber: 'C4', lineClass: 4 })).value));
  await town.ask('coaches.end-line', { city: origin, operatorId, lineId, reason: 'suspended' }, operator());
  expect((await opened('C4')).view).not.toHaveProperty('departure.lineClass');
});

test('L-02 a crew chooses from its operator’s list, what ran lately first; what is out of use is offered no more', async () => {
  const crew = await staffOf(town, 'driver', origin, operatorId);
  await set({ plate: '鄂A46173', seats: 30 });
  const ended = idIn(await set({ plate: '鄂A46174' }), 'vehicleId');
  await setLine();
  const suspended = idIn(await setLine({ serviceNumber: 'C8' }), 'lineId');
  await setLine({ serviceNumber: 'C4', lineClass: 4 });
  const departed = newDeparture(town, crew, { crew: { plate: '鄂A46179', driver: planted.driver } });
  expect((await departed.open()).ok).toBe(true);
  const end = { city: origin, operatorId };
  await town.ask('coaches.end-vehicle', { ...end, vehicleId: ended, reason: 'repair' }, operator());
  await town.ask('coaches.end-line', { ...end, lineId: suspended, reason: 'suspended' }, operator());
  const known = { service: 'line', serviceNumber: 'C7', stops: [{ name: '演示途经站' }] };
  expect(await offered(crew)).toMatchObject({
    vehicles: ['鄂A46179', '鄂A46173'],
    lines: [
      { serviceNumber: 'C123' },
      { ...known, origin: { name: '演示客运站' }, destination: { name: '演示到达站' } },
    ],
    seats: [{ plate: '鄂A46173', seats: 30 }],
  });
  const stranger = await staffOf(town, 'driver', origin, other);
  expect(await offered(stranger)).toEqual({ vehicles: [], lines: [], seats: [] });
});

test('L-02 a vehicle or line that ran lately and was taken out of use since is not offered either', async () => {
  const crew = await staffOf(town, 'driver', origin, operatorId);
  expect((await newDeparture(town, crew).open()).ok).toBe(true);
  const vehicleId = idIn(await set(), 'vehicleId');
  const lineId = idIn(await setLine({ serviceNumber: 'C123' }), 'lineId');
  town.pass(dayMs);
  expect(await offered(crew)).toMatchObject({ vehicles: [planted.plate], seats: [{ seats: 45 }] });
  await town.ask('coaches.end-vehicle', { city: origin, operatorId, vehicleId, reason: 'sold' }, operator());
  await town.ask('coaches.end-line', { city: origin, operatorId, lineId, reason: 'ended' }, operator());
  expect(await offered(crew)).toEqual({ vehicles: [], lines: [], seats: [] });
});
