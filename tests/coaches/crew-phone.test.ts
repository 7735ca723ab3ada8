import { invite } from '@tongcheng/cloudfunctions/app/oversight/create-invitation';
import { endSessionsOf } from '@tongcheng/cloudfunctions/app/sessions/sessions';
import { operators } from '@tongcheng/cloudfunctions/app/venues/operator-record';
import { readDepartureCode } from '@tongcheng/shared/coaches/departure-code';
import { newId } from '@tongcheng/shared/ids';
import { dayOf, dayStart, formatInstant, hourMs, minuteMs } from '@tongcheng/shared/time';
import { crewRecord } from '../../miniprogram/src/client/crew-client';
import {
  crewBookRecord,
  crewNow,
  keepChanged,
  keepDeparture,
  keepEvent,
  placesRecord,
} from '../../miniprogram/src/features/coaches/crew/crew-book';
import { deliverCrewEvents } from '../../miniprogram/src/features/coaches/crew/deliver-crew-events';
import {
  type DepartureForm,
  fieldsAsked,
  formAfter,
  isFilledIn,
} from '../../miniprogram/src/features/coaches/crew/departure-form';
import { timesOffered } from '../../miniprogram/src/features/coaches/crew/departure-times';
import { makeDeparture } from '../../miniprogram/src/features/coaches/crew/make-departure';
import { reminderDue } from '../../miniprogram/src/features/coaches/crew/reminders';
import { replaceCrew } from '../../miniprogram/src/features/coaches/crew/replace-crew';
import { aPhone } from '../rider-app/a-phone';
import type { Town } from '../world/town';
import { signIn } from '../world/town-sessions';
import { codeOf, openCoachTown, origin, planted, typed } from './coach-town';

jest.setTimeout(60_000);
let town: Town;
beforeAll(async () => {
  town = await openCoachTown();
});
afterAll(() => town.close());

/** A driver's phone before the real service, which is there while `network.on`. */
async function driversPhone() {
  const { needs } = town;
  const network = { on: true };
  const phone = aPhone(({ name, body, token }) => (network.on ? town.ask(name, body, token) : undefined), {
    phoneNow: () => needs.clock.now(),
  });
  const operatorId = `operator-${needs.clock.now()}`;
  await needs.store.insert(operators, { _id: operatorId, city: origin, name: '演示客运', addedAt: 0, addedBy: 'x' });
  const { invitation } = await invite(needs, {
    ...{ city: origin, role: 'driver', venueIds: [], operatorId, scope: { kind: 'operator' } },
    ...{ validHours: 1, invitedBy: 'official-1' },
  });
  expect((await phone.crew.accept(invitation, '演示驾驶员')).ok).toBe(true);
  const places = await phone.crew.call('coaches.list-places', {});
  if (places.ok) phone.records.write(placesRecord, places.value);
  return { ...phone, network, invitation };
}

const form = (more: Partial<DepartureForm> = {}): DepartureForm => ({
  ...formAfter(undefined),
  ...{ plate: '鄂A·46172', aboard: '3', driverName: planted.driver.name, driverPhone: planted.driver.phone },
  ...{ serviceNumber: 'C123', destination: '北京', origin: '演示客运站' },
  time: formatInstant(town.needs.clock.now() + hourMs, 'HH:mm'),
  ...more,
});

/** What the phone makes of a form. */
function made({ records }: Awaited<ReturnType<typeof driversPhone>>, typedForm = form()) {
  const { session } = records.read(crewRecord);
  const { clock, chance } = town.needs;
  const departure =
    session && makeDeparture(typedForm, session, records.read(placesRecord), clock.now(), chance.bytes(10));
  if (!departure) throw new Error('no departure');
  return departure;
}

test('X-01 a departure and its code are made without a network, valid at once, delivered later exactly once', async () => {
  const phone = await driversPhone();
  phone.network.on = false;
  const departure = made(phone);
  keepDeparture(phone.records, departure);
  await deliverCrewEvents(phone);
  expect(phone.records.read(crewBookRecord).waiting).toHaveLength(1);
  const rider = (await signIn(town, 1)).accessToken;
  const scanned = await town.ask('coaches.look-at-departure', { code: departure.code }, rider);
  expect(scanned.value).toMatchObject({ phase: 'planned', plate: '鄂A46172', asksAddresses: true });
  const { addressBefore, addressThere } = planted;
  const registrationId = departure.departureId.slice(0, 10) + 'A'.repeat(16);
  const body = { registrationId, code: departure.code, whom: typed(1), addressBefore, addressThere };
  expect(codeOf(await town.ask('coaches.register-passenger', body, rider))).toBe('ok');
  const event = {
    kind: 'aboard-counted',
    eventId: `${departure.departureId.slice(0, 10)}${'B'.repeat(16)}`,
    at: town.needs.clock.now(),
    aboard: 1,
  } as const;
  keepEvent(phone.records, { city: departure.city, departureId: departure.departureId, event });
  phone.network.on = true;
  await Promise.all([deliverCrewEvents(phone), deliverCrewEvents(phone)]);
  await deliverCrewEvents(phone);
  expect(phone.records.read(crewBookRecord)).toMatchObject({ waiting: [], refused: [] });
  const seen = await phone.crew.call('coaches.get-manifest', departure);
  const named = { city: departure.city, departureId: departure.departureId };
  expect(seen.ok).toBe(false);
  expect(await phone.crew.call('coaches.get-manifest', named)).toMatchObject({
    value: {
      departure: {
        phase: 'open',
        complete: true,
        figures: { aboard: 1, registered: 1 },
        aboardSaid: [{ aboard: 3 }, { aboard: 1 }],
      },
    },
  });
});

test('an event that the service refuses is kept to be read and holds up no other', async () => {
  const phone = await driversPhone();
  const departure = made(phone);
  keepDeparture(phone.records, departure);
  keepEvent(phone.records, { city: '999999', departureId: departure.departureId, event: { ...departure.opened } });
  const waiting = phone.records.read(crewBookRecord).waiting.length;
  await deliverCrewEvents(phone);
  expect(waiting).toBe(2);
  const { refused } = phone.records.read(crewBookRecord);
  expect(refused.length).toBeGreaterThan(0);
  expect(phone.records.read(crewBookRecord).waiting).toEqual([]);
});

test('an invitation is good once, and a revoked crew is signed out of the phone', async () => {
  const phone = await driversPhone();
  const other = await driversPhone();
  expect(await other.crew.accept(phone.invitation, '演示他人')).toMatchObject({
    failure: { code: 'invitation-refused' },
  });
  const { session } = phone.records.read(crewRecord);
  await endSessionsOf(town.needs, session?.staffId ?? '');
  town.pass(6_000);
  await phone.crew.call('coaches.list-places', {});
  expect(phone.records.read(crewRecord).session).toBeNull();
});

test('the next departure is the last one but for its time; each field says by itself whether it is good', async () => {
  const phone = await driversPhone();
  const attendant = { attendant: 'aboard', attendantName: '演示乘务员', attendantPhone: '13946170282' } as const;
  const identity = { attendantKind: 'passport', attendantNumber: 'E46170283' } as const;
  const registrant = { registrar: 'other', registrantName: '演示登记员', registrantPhone: '13946170289' } as const;
  const departure = made(phone, form({ ...attendant, ...identity, ...registrant, stops: ['演示途经站'] }));
  const today = dayOf(town.needs.clock.now());
  const wrongIn = (some: DepartureForm) => fieldsAsked(some).filter((field) => !isFilledIn(some, field, today));
  expect(departure.opened).toMatchObject({
    crew: { registrant: { name: '演示登记员' }, attendant: { documentKind: 'passport', documentNumber: 'E46170283' } },
    stops: [{ name: '演示途经站' }],
  });
  const again = formAfter(departure);
  expect(again.stops).toEqual(['演示途经站']);
  expect(wrongIn(again)).toEqual(['time']);
  expect(readDepartureCode(departure.code)?.fields).toMatchObject({
    city: origin,
    plate: '鄂A46172',
    asksAddresses: true,
  });
  expect(fieldsAsked(form())).not.toContain('registrantName');
  expect(made(phone).opened.crew).toEqual({ plate: '鄂A46172', driver: planted.driver });
  const wrong = { plate: '鄂O0000', time: '25:00', aboard: 'x', driverPhone: '1' };
  expect(wrongIn(form({ ...wrong, ...attendant, attendantNumber: '' }))).toEqual([
    ...['plate', 'time', 'aboard', 'driverPhone', 'attendantNumber'],
  ]);
});

test('L-02 the same again is offered at the hours of the line first, then in steps of ten minutes, never at its own hour', async () => {
  const phone = await driversPhone();
  const { clock } = town.needs;
  const at = (ms: number) => formatInstant(clock.now() + ms, 'HH:mm');
  const held = [made(phone), made(phone, form({ time: at(2 * hourMs + minuteMs) }))];
  const [last, other] = held;
  if (!last || !other) throw new Error('no departures');
  const offered = timesOffered(last, held, clock.now());
  expect(offered[0]).toBe(at(2 * hourMs + minuteMs));
  expect(offered).not.toContain(formatInstant(last.opened.departsAt, 'HH:mm'));
  expect(offered).toHaveLength(9);
  expect(offered.slice(1).every((time) => time.endsWith('0'))).toBe(true);
});

test('L-02 late in the evening the line’s first hours of tomorrow are offered after those of tonight', async () => {
  const departure = made(await driversPhone());
  const { opened } = departure;
  const midnight = dayStart('2026-06-01');
  const leftAt = (ms: number) => ({ ...departure, opened: { ...opened, departsAt: midnight + ms } });
  const last = leftAt(20 * hourMs);
  const held = [last, leftAt(10 * minuteMs), leftAt(22 * hourMs + 45 * minuteMs), leftAt(9 * hourMs)];
  expect(timesOffered(last, held, midnight + 22 * hourMs).slice(0, 3)).toEqual(['22:45', '00:10', '22:10']);
});

test('L-02 another coach takes over: the manifest moves, the former code is dead and the new one holds', async () => {
  const phone = await driversPhone();
  const { session } = phone.records.read(crewRecord);
  const departure = made(phone, form({ destination: '演示到达站' }));
  keepDeparture(phone.records, departure);
  const rider = (await signIn(town, 7)).accessToken;
  const registrationId = newId(town.needs.clock.now(), town.needs.chance.bytes);
  const body = { registrationId, code: departure.code, whom: typed(7) };
  expect(codeOf(await town.ask('coaches.register-passenger', body, rider))).toBe('ok');
  const replacement = { plate: '鄂A46179', driver: { name: '演示驾驶员丁', phone: '13946170288' } };
  const replaced = session && replaceCrew(departure, replacement, session, phone.records.read(placesRecord));
  if (!replaced) throw new Error('not replaced');
  town.pass(1_000);
  const { city, departureId } = departure;
  const told = { eventId: newId(town.needs.clock.now(), town.needs.chance.bytes), at: town.needs.clock.now() };
  const event = { kind: 'coach-replaced', ...told, crew: crewNow(replaced) } as const;
  keepChanged(phone.records, replaced, { city, departureId, event });
  await deliverCrewEvents(phone);
  const look = (code: string, token = rider) => town.ask('coaches.look-at-departure', { code }, token);
  const stranger = (await signIn(town, 8)).accessToken;
  expect(codeOf(await look(departure.code, stranger))).toBe('departure-code-replaced');
  expect((await look(departure.code)).value).toMatchObject({ ended: { code: 'departure-code-replaced' } });
  expect((await look(replaced.code)).value).toMatchObject({ plate: '鄂A46179', own: [{ registrationId }] });
  expect(phone.records.read(crewBookRecord).departures[0]?.code).toBe(replaced.code);
  expect(formAfter(replaced)).toMatchObject({ plate: '鄂A46179', driverName: '演示驾驶员丁' });
});

test('L-10 a crew is reminded at each of the province’s times while it is incomplete, and not once it is complete or gone', () => {
  const departsAt = 100 * minuteMs;
  const due = (minutesLeft: number, more = {}) =>
    reminderDue(
      { phase: 'open', standing: 'incomplete', departsAt, ...more },
      [30, 10],
      departsAt - minutesLeft * minuteMs,
    );
  expect(due(31)).toBeUndefined();
  expect(due(30)).toEqual({ minutesLeft: 30, threshold: 30 });
  expect(due(9)).toEqual({ minutesLeft: 9, threshold: 10 });
  expect(due(-5)).toEqual({ minutesLeft: 0, threshold: 0 });
  for (const standing of ['complete', 'ledger-awaited', 'voluntary']) expect(due(9, { standing })).toBeUndefined();
  expect(due(9, { phase: 'departed' })).toBeUndefined();
});
