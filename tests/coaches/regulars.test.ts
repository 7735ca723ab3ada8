import { coachRegulars } from '@tongcheng/cloudfunctions/app/coaches/regulars/regular-record';
import { dayMs } from '@tongcheng/shared/time';
import { leaksIn } from '../world/leaks';
import { people } from '../world/people';
import type { Answered, Town } from '../world/town';
import { enrolled, signIn } from '../world/town-sessions';
import { codeOf, newDeparture, openCoachTown, origin, type Staff, staffOf, typed } from './coach-town';

jest.setTimeout(60_000);
let town: Town;
let crew: Staff;
let rider: string;
beforeEach(async () => {
  town = await openCoachTown();
  crew = await staffOf(town, 'driver');
  rider = (await enrolled(town, 3)).accessToken;
});
afterEach(() => town.close());

interface Regular {
  readonly regularId: string;
}
const regularsIn = (told: Answered): readonly Regular[] => {
  if (!told.ok) throw new Error(JSON.stringify(told));
  return JSON.parse(JSON.stringify(told.value)).regulars;
};
const opened = async (more: Readonly<Record<string, unknown>> = {}, by = crew) => {
  const departure = newDeparture(town, by, more);
  expect((await departure.open()).ok).toBe(true);
  return departure;
};
type Departure = Awaited<ReturnType<typeof opened>>;
const join = ({ code }: Departure, token = rider) => town.ask('coaches.join-regulars', { code }, token);
const list = ({ departureId }: Departure, by = crew) =>
  town.ask('coaches.list-regulars', { city: origin, departureId }, by.token);
const tap = (departure: Departure, regularId: string, by = crew, more: object = {}) =>
  town.ask(
    'coaches.register-regular',
    {
      ...{ registrationId: departure.id(), city: origin, departureId: departure.departureId },
      ...{ at: town.needs.clock.now(), regularId, ...more },
    },
    by.token,
  );

/** The rider rides once and agrees. */
async function agreed(): Promise<string> {
  const departure = await opened();
  await departure.register(rider, { by: 'self' });
  return regularsIn(await join(departure))[0]?.regularId ?? '';
}

test('L-07 who agreed stands masked on the list of the service’s next departure and is registered by one tap, once', async () => {
  const regularId = await agreed();
  const next = await opened({ aboard: 1 });
  const [row, ...others] = regularsIn(await list(next));
  expect([row?.regularId, others]).toEqual([regularId, []]);
  const known = people[3];
  for (const hidden of [known?.name, known?.documentNumber, known?.phone])
    expect(JSON.stringify(row)).not.toContain(hidden);
  const [registrationId, at] = [next.id(), town.needs.clock.now()];
  const told = await tap(next, regularId, crew, { registrationId, at, seat: '7' });
  expect(told.value).toMatchObject({
    row: { source: 'staff', seat: '7' },
    departure: { figures: { registered: 1, byStaff: 1 } },
  });
  expect((await tap(next, regularId, crew, { registrationId, at, seat: '7' })).ok).toBe(true);
  expect((await next.manifest()).value).toMatchObject({ departure: { figures: { registered: 1 } } });
  // Whoever is on the manifest is no longer offered, and is the passenger that they are when they scan themselves.
  expect(regularsIn(await list(next))).toEqual([]);
  await next.register(rider, { by: 'self' });
  expect((await next.manifest()).value).toMatchObject({ departure: { figures: { registered: 1 } } });
});

test('L-07 nobody agrees but a known rider who is registered there as themselves; again has one effect', async () => {
  const departure = await opened();
  expect(codeOf(await join(departure))).toBe('registration-unknown');
  const guest = (await signIn(town, 6)).accessToken;
  await departure.register(guest, typed(1));
  expect(codeOf(await join(departure, guest))).toBe('not-authenticated');
  const { documentKind, documentNumber } = people[4] ?? {};
  await departure.register(rider, typed(2, { documentKind, documentNumber }));
  expect(codeOf(await join(departure))).toBe('registration-unknown');
  await departure.register(rider, { by: 'self' });
  expect(regularsIn(await join(departure))).toHaveLength(1);
  expect(regularsIn(await join(departure))).toHaveLength(1);
  expect(regularsIn(await list(await opened()))).toHaveLength(1);
  const unconfirmed = newDeparture(town, crew);
  await unconfirmed.register(rider, { by: 'self' });
  expect(codeOf(await town.ask('coaches.join-regulars', { code: unconfirmed.code }, rider))).toBe('departure-unknown');
});

test('L-07 the list is of one service of one operator, for those who register there, until the coach leaves', async () => {
  const regularId = await agreed();
  const otherService = await opened({ serviceNumber: 'K999' });
  expect(regularsIn(await list(otherService))).toEqual([]);
  expect(codeOf(await tap(otherService, regularId))).toBe('regular-unknown');
  const stranger = await staffOf(town, 'driver', origin, 'operator-2');
  const elsewhere = await opened({}, stranger);
  expect(regularsIn(await list(elsewhere, stranger))).toEqual([]);
  expect(codeOf(await tap(elsewhere, regularId, stranger))).toBe('regular-unknown');
  const next = await opened();
  expect(codeOf(await list(next, stranger))).toBe('departure-not-yours');
  expect(codeOf(await tap(next, regularId, stranger))).toBe('departure-not-yours');
  await next.tell({ kind: 'departed', reason: 'count-uncertain' });
  expect(codeOf(await list(next))).toBe('departure-left');
  expect(codeOf(await tap(next, regularId))).toBe('departure-left');
});

test('L-07 an agreement that was taken back, that ran out or never was: all the same unknown', async () => {
  const regularId = await agreed();
  const never = newDeparture(town, crew).departureId;
  const own = await town.ask('coaches.own-regulars', {}, rider);
  expect(own.value).toMatchObject({ regulars: [{ regularId, city: origin, serviceNumber: 'C123' }] });
  const other = (await enrolled(town, 4)).accessToken;
  expect(codeOf(await town.ask('coaches.leave-regulars', { regularId }, other))).toBe('regular-unknown');
  expect(regularsIn(await town.ask('coaches.own-regulars', {}, other))).toEqual([]);
  const next = await opened();
  expect(regularsIn(await town.ask('coaches.leave-regulars', { regularId }, rider))).toEqual([]);
  const [left, unknown] = [await tap(next, regularId), await tap(next, never)];
  expect({ ...left, serverAt: 0 }).toEqual({ ...unknown, serverAt: 0 });
  expect(codeOf(left)).toBe('regular-unknown');
  expect(regularsIn(await list(next))).toEqual([]);
});

test('L-07 an agreement holds for a year', async () => {
  await agreed();
  town.pass(364 * dayMs);
  crew = await staffOf(town, 'driver');
  expect(regularsIn(await list(await opened()))).toHaveLength(1);
  town.pass(dayMs);
  crew = await staffOf(town, 'driver');
  expect(regularsIn(await list(await opened()))).toEqual([]);
});

test('L-07 looks and taps of one member of staff are limited', async () => {
  await agreed();
  const next = await opened();
  const codes = new Set<string>();
  for (let turn = 0; turn < 201; turn += 1) codes.add(codeOf(await list(next)));
  expect([...codes]).toEqual(['ok', 'too-many-tries']);
});

test('X-04 X-14 the agreement is sealed, goes with its person, and both are in their export', async () => {
  const regularId = await agreed();
  const next = await opened({ serviceNumber: 'C123' });
  expect((await tap(next, regularId)).ok).toBe(true);
  const documentNumber = people[3]?.documentNumber;
  const told = await town.ask('rights.export-own', { form: 'json', documentNumber }, rider);
  const { base64 }: { base64: string } = JSON.parse(JSON.stringify(told.value));
  const file = JSON.parse(Buffer.from(base64, 'base64').toString('utf8'));
  expect(file.regulars).toMatchObject([{ regularId, serviceNumber: 'C123' }]);
  expect(file.coaches).toEqual(
    expect.arrayContaining([expect.objectContaining({ departureId: next.departureId, source: 'staff', ended: false })]),
  );
  const held = await town.needs.store.find(coachRegulars, { where: {}, limit: 10 });
  expect(JSON.stringify(held.items)).not.toMatch(/C123|420100/);
  expect(leaksIn(town.folder, [people[3]?.name ?? 'x', documentNumber ?? 'x'])).toEqual([]);
  expect((await town.ask('identity.delete-account', {}, rider)).ok).toBe(true);
  expect((await town.needs.store.find(coachRegulars, { where: {}, limit: 10 })).items).toEqual([]);
});
