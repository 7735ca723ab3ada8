import { dayMs, hourMs } from '@tongcheng/shared/time';
import { formAfter } from '../../miniprogram/src/features/coaches/crew/departure-form';
import {
  formOfLine,
  linesFor,
  seatsExceeded,
  vehiclesFor,
} from '../../miniprogram/src/features/coaches/crew/known-runs-form';
import type { Town } from '../world/town';
import { newDeparture, openCoachTown, origin, planted, reached, staffOf } from './coach-town';

jest.setTimeout(60_000);
let town: Town;
beforeEach(async () => {
  town = await openCoachTown();
});
afterEach(() => town.close());

const asked = async (by: { readonly token: string }) => (await town.ask('coaches.list-known-runs', {}, by.token)).value;
const opened = async (by: Awaited<ReturnType<typeof staffOf>>, more: Readonly<Record<string, unknown>> = {}) => {
  town.pass(1_000);
  expect((await newDeparture(town, by, more).open()).ok).toBe(true);
};

test('L-02 a crew is offered the vehicles and lines of its operator of the last days, once each, the latest first, and no name', async () => {
  const [one, colleague] = [await staffOf(town, 'driver'), await staffOf(town, 'attendant')];
  await opened(one);
  await opened(one);
  const crew = { plate: '鄂A46179', driver: planted.driver };
  const stops = [{ name: '演示途经站' }];
  await opened(one, { crew, serviceNumber: 'C9', stops });
  const told = await asked(colleague);
  expect(told).toMatchObject({
    vehicles: ['鄂A46179', planted.plate],
    lines: [
      { serviceNumber: 'C9', stops },
      { serviceNumber: 'C123', destination: { name: '演示到达站' } },
    ],
  });
  expect(JSON.stringify(told)).not.toMatch(/驾驶员|1394617/);
  expect(formOfLine(JSON.parse(JSON.stringify(told)).lines[0])).toEqual({
    ...{ service: 'line', serviceNumber: 'C9', origin: '演示客运站', destination: '演示到达站' },
    stops: ['演示途经站'],
  });
  expect(Object.keys(formAfter(undefined))).toEqual(expect.arrayContaining(['stops', 'origin', 'service']));
});

test('L-11 nobody is offered what another operator runs, nor a visitor anything but their own', async () => {
  const stranger = await staffOf(town, 'driver', origin, 'operator-2');
  const alone = await staffOf(town, 'driver', origin, null);
  await opened(await staffOf(town, 'driver'));
  await opened(alone, { serviceNumber: 'V1' });
  expect(await asked(stranger)).toEqual({ vehicles: [], lines: [], seats: [] });
  expect(await asked(alone)).toMatchObject({ lines: [{ serviceNumber: 'V1' }] });
  expect(await asked(await staffOf(town, 'driver', reached))).toEqual({ vehicles: [], lines: [], seats: [] });
});

test('L-02 what was run more than a week ago is offered no more', async () => {
  await opened(await staffOf(town, 'driver'));
  town.pass(6 * dayMs);
  expect(await asked(await staffOf(town, 'driver'))).toMatchObject({ vehicles: [planted.plate] });
  town.pass(2 * dayMs + hourMs);
  expect(await asked(await staffOf(town, 'driver'))).toEqual({ vehicles: [], lines: [], seats: [] });
});

test('L-02 of many vehicles and lines those are offered that have what is typed; one that is chosen stays among them', () => {
  const vehicles = Array.from({ length: 20 }, (_each, order) => `鄂A461${String(order + 10)}`);
  const lines = Array.from({ length: 20 }, (_each, order) => ({
    ...{ service: 'line' as const, serviceNumber: `C${order}`, origin: { name: '演示客运站' }, stops: [] },
    destination: { name: '演示到达站' },
  }));
  const form = formAfter(undefined);
  expect(vehiclesFor(form, vehicles)).toEqual(vehicles.slice(0, 8));
  expect(vehiclesFor({ ...form, plate: '鄂a·4612' }, vehicles)).toEqual(vehicles.slice(10, 18));
  expect(vehiclesFor({ ...form, plate: '鄂A·46129' }, vehicles)).toEqual(['鄂A46129', ...vehicles.slice(0, 7)]);
  expect(vehiclesFor({ ...form, plate: '京' }, vehicles)).toEqual(vehicles.slice(0, 8));
  const numbers = (typed: Partial<typeof form>) =>
    linesFor({ ...form, ...typed }, lines).map(({ serviceNumber }) => serviceNumber);
  expect(numbers({ serviceNumber: 'c19' })).toEqual(['C19']);
  const [, , last] = lines.slice(-3);
  if (!last) throw new Error('no line');
  expect(numbers(formOfLine(last))).toEqual(['C19', 'C0', 'C1', 'C2', 'C3', 'C4', 'C5', 'C6']);
});

test('L-02 more aboard than the listed seats of the vehicle is told, and nothing where the list does not say', () => {
  const form = { ...formAfter(undefined), plate: '鄂A·46172', aboard: '34' };
  expect(seatsExceeded(form, [{ plate: planted.plate, seats: 33 }])).toBe(33);
  expect(seatsExceeded({ ...form, aboard: '33' }, [{ plate: planted.plate, seats: 33 }])).toBeUndefined();
  expect(seatsExceeded({ ...form, aboard: '' }, [{ plate: planted.plate, seats: 33 }])).toBeUndefined();
  expect(seatsExceeded(form, [])).toBeUndefined();
});
