import { dayMs, dayOf, dayStart, hourMs, minuteMs } from '@tongcheng/shared/time';
import { nearestTime } from '../../miniprogram/src/features/coaches/crew/departure-times';
import { daysShown } from '../../miniprogram/src/features/coaches/station/departures-in-order';
import type { Town } from '../world/town';
import { signIn } from '../world/town-sessions';
import { codeOf, newDeparture, openCoachTown, origin, outcomeOf, type Staff, staffOf, typed } from './coach-town';

jest.setTimeout(60_000);
let town: Town;
let crew: Staff;
let rider: string;
beforeAll(async () => {
  town = await openCoachTown();
  crew = await staffOf(town, 'driver');
  rider = (await signIn(town, 5)).accessToken;
});
afterEach(() => expect(town.faults).toEqual([]));
afterAll(() => town.close());

test('L-02 a crew say another time: passengers, station and the code’s page say it with the first one, and registrations hold', async () => {
  const departure = newDeparture(town, crew);
  await departure.open();
  await departure.register(rider, typed(1));
  expect(JSON.stringify((await departure.look(rider)).value)).not.toContain('plannedFor');
  const departsAt = departure.departsAt + 20 * minuteMs;
  town.pass(1_000);
  expect(outcomeOf(await departure.tell({ kind: 'rescheduled', departsAt }))).toBe('ok');
  const times = { departsAt, plannedFor: departure.departsAt };
  expect((await departure.look(rider)).value).toMatchObject({ ...times, own: [{ source: 'typed' }] });
  expect((await departure.manifest()).value).toMatchObject({ departure: { ...times, figures: { registered: 1 } } });
  const desk = await staffOf(town, 'desk', origin, null);
  const listed = (await town.ask('coaches.list-departures', { day: dayOf(departure.departsAt), limit: 50 }, desk.token))
    .value;
  expect(listed).toMatchObject({ departures: [{ departureId: departure.departureId, ...times }] });
  // Back to the first time nothing has changed any more.
  town.pass(1_000);
  await departure.tell({ kind: 'rescheduled', departsAt: departure.departsAt });
  expect(JSON.stringify((await departure.look(rider)).value)).not.toContain('plannedFor');
});

test('L-02 only its own crew says another time, only before it leaves, and within a day', async () => {
  const departure = newDeparture(town, crew);
  await departure.open();
  const later = (ms: number) => ({ kind: 'rescheduled', departsAt: departure.departsAt + ms });
  const stranger = await staffOf(town, 'driver', origin, 'operator-2');
  expect(outcomeOf(await departure.tell(later(minuteMs), stranger))).toBe('departure-not-yours');
  expect(outcomeOf(await departure.tell(later(dayMs + minuteMs)))).toBe('departure-day-differs');
  expect(outcomeOf(await departure.tell(later(dayMs)))).toBe('ok');
  town.pass(1_000);
  await departure.tell({ kind: 'departed', reason: 'by-order' });
  town.pass(1_000);
  expect(outcomeOf(await departure.tell(later(2 * hourMs)))).toBe('ok');
  expect((await departure.look(rider)).value).toMatchObject({ departsAt: departure.departsAt + dayMs });
  expect(codeOf(await departure.look(rider))).toBe('ok');
});

test('L-07 a station sees tomorrow’s first coaches late in the evening, and just after midnight those of yesterday that may be late', () => {
  const midnight = dayStart('2026-06-02');
  expect(daysShown(midnight + 12 * hourMs)).toEqual(['2026-06-02']);
  expect(daysShown(midnight + 20 * hourMs)).toEqual(['2026-06-02', '2026-06-03']);
  expect(daysShown(midnight + hourMs)).toEqual(['2026-06-01', '2026-06-02']);
});

test('a time that a crew type is the nearest one to the former time, over midnight too', () => {
  const midnight = dayStart('2026-06-02');
  expect(nearestTime('14:40', midnight + 14 * hourMs)).toBe(midnight + 14 * hourMs + 40 * minuteMs);
  expect(nearestTime('00:10', midnight - 10 * minuteMs)).toBe(midnight + 10 * minuteMs);
  expect(nearestTime('23:50', midnight + 5 * minuteMs)).toBe(midnight - 10 * minuteMs);
});
