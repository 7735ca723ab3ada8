import type { DepartureView } from '@tongcheng/shared/coaches/wire';
import { inOrder, isSought } from '../../miniprogram/src/features/coaches/station/departures-in-order';
import type { Town } from '../world/town';
import { signIn } from '../world/town-sessions';
import {
  codeOf,
  newDeparture,
  openCoachTown,
  origin,
  planted,
  reached,
  type Staff,
  staffOf,
  typed,
} from './coach-town';

jest.setTimeout(60_000);
let town: Town;
let crew: Staff;
let desk: Staff;
beforeAll(async () => {
  town = await openCoachTown();
  crew = await staffOf(town, 'driver');
  desk = await staffOf(town, 'desk', origin, null);
});
afterAll(() => town.close());

const ask = (departureId: string, by = desk) =>
  town.ask('coaches.show-departure-code', { city: origin, departureId }, by.token);
const codeIn = async (departureId: string): Promise<string> => {
  const [, code = ''] = /"code":"([^"]+)"/.exec(JSON.stringify((await ask(departureId)).value)) ?? [];
  return code;
};

test('L-07 a station prints a code of its own for a departure that passengers scan like the crew’s', async () => {
  const departure = newDeparture(town, crew);
  await departure.open();
  const code = await codeIn(departure.departureId);
  expect(code).not.toBe(departure.code);
  const rider = (await signIn(town, 3)).accessToken;
  expect(codeOf(await departure.register(rider, typed(3)))).toBe('ok');
  expect((await departure.look(rider, code)).value).toMatchObject({
    departureId: departure.departureId,
    plate: planted.plate,
    own: [{ maskedName: '演**' }],
  });
});

test('a station’s code asks for addresses where the destination does, and dies with the coach, the departure and the arrival', async () => {
  const departure = newDeparture(town, crew, { destination: { name: '北京', city: '110000' } });
  await departure.open();
  expect((await ask(departure.departureId)).value).toMatchObject({ asksAddresses: true });
  const code = await codeIn(departure.departureId);
  const rider = (await signIn(town, 4)).accessToken;
  const crewNow = { plate: '鄂A46179', driver: planted.driver };
  town.pass(1_000);
  await departure.tell({ kind: 'coach-replaced', crew: crewNow });
  expect(codeOf(await departure.look(rider, code))).toBe('departure-code-replaced');
  expect((await departure.look(rider, await codeIn(departure.departureId))).value).toMatchObject({ plate: '鄂A46179' });
  town.pass(1_000);
  await departure.tell({ kind: 'cancelled', reason: 'weather' });
  expect(codeOf(await ask(departure.departureId))).toBe('departure-cancelled');
});

test('no other city’s desk, no other operator’s crew and no officer gets the code of a departure, nor of one that nobody confirmed', async () => {
  const departure = newDeparture(town, crew);
  expect(codeOf(await ask(departure.departureId))).toBe('departure-unknown');
  await departure.open();
  const others = [
    await staffOf(town, 'desk', reached, null),
    await staffOf(town, 'ticket-seller', reached, null),
    await staffOf(town, 'driver', origin, 'operator-2'),
  ];
  for (const other of others) expect(codeOf(await ask(departure.departureId, other))).toBe('departure-not-yours');
  const officer = await staffOf(town, 'arrival-officer', origin, null);
  expect(codeOf(await ask(departure.departureId, officer))).toBe('not-allowed');
});

const view = (departureId: string, phase: DepartureView['phase'], departsAt: number): DepartureView => ({
  ...{
    departureId,
    city: origin,
    day: '2022-06-02',
    phase,
    departsAt,
    standing: 'incomplete',
    complete: false,
    plate: '鄂A46172',
  },
  ...{ aboardSaid: [], coaches: 1, unfitting: 0, serviceNumber: 'c123', destination: { name: '演示到达站' } },
  figures: {
    ...{ registered: 0, missing: 0, over: 0, onLeaving: 0, byStaff: 0 },
    ...{ present: 0, absent: 0, added: 0, unseen: 0 },
  },
});

test('departures of a station stand by their time, those that left behind them, and are found by plate, service or destination', () => {
  const all = [
    view('left', 'departed', 1),
    view('late', 'open', 3),
    view('gone', 'closed', 2),
    view('next', 'open', 2),
  ];
  expect(inOrder(all).map(({ departureId }) => departureId)).toEqual(['next', 'late', 'gone', 'left']);
  const [one] = all;
  if (!one) throw new Error('no departure');
  expect(['46172', 'C12', '到达', ' '].map((typedText) => isSought(one, typedText))).toEqual([true, true, true, true]);
  expect(isSought(one, '46173')).toBe(false);
});
