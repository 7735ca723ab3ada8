import { readDeparture } from '@tongcheng/cloudfunctions/app/coaches/read-departure';
import { endSession } from '@tongcheng/cloudfunctions/app/sessions/sessions';
import { people as peopleOfVault } from '@tongcheng/cloudfunctions/vault/records';
import { dayMs, hourMs } from '@tongcheng/shared/time';
import { leaksIn } from '../world/leaks';
import { people } from '../world/people';
import type { Town } from '../world/town';
import { enrolled, signIn } from '../world/town-sessions';
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
let rider: string;
beforeAll(async () => {
  town = await openCoachTown();
  crew = await staffOf(town, 'driver');
  rider = (await enrolled(town, 3)).accessToken;
});
afterAll(() => town.close());

test('L-03 a known rider is registered with one tap, sees for which coach, and again with one effect', async () => {
  const departure = newDeparture(town, crew);
  await departure.open();
  const registrationId = departure.id();
  const once = await departure.register(rider, { by: 'self' }, { registrationId });
  expect(once.value).toMatchObject({
    ...{
      departureId: departure.departureId,
      plate: planted.plate,
      serviceNumber: 'C123',
      changeable: true,
      over: false,
    },
    ...{ retentionDays: 400, asksAddresses: false, own: [{ registrationId, source: 'rider' }] },
  });
  await departure.register(rider, { by: 'self' }, { registrationId });
  await departure.register(rider, { by: 'self' });
  expect((await departure.manifest()).value).toMatchObject({ departure: { figures: { registered: 1 } } });
  expect(codeOf(await departure.register(rider, typed(1), { registrationId }))).toBe('event-conflict');
  expect(JSON.stringify(once)).not.toContain(people[3]?.documentNumber);
});

test('passengers may register before the crew’s own delivery has arrived', async () => {
  const departure = newDeparture(town, crew);
  expect((await departure.register(rider, { by: 'self' })).value).toMatchObject({
    phase: 'planned',
    own: [{ source: 'rider' }],
  });
  await departure.open();
  expect((await departure.manifest()).value).toMatchObject({
    departure: { phase: 'open', figures: { registered: 1 } },
  });
});

test('X-22 a typed statement about a known person reads, merges and changes nothing of theirs', async () => {
  const departure = newDeparture(town, crew);
  await departure.open();
  const stranger = (await signIn(town, 5)).accessToken;
  const known = people[3];
  if (!known) throw new Error('no such person');
  const before = await town.needs.store.find(peopleOfVault, { where: {}, limit: 1_000 });
  const about = { documentKind: known.documentKind, documentNumber: known.documentNumber, phone: '13900000009' };
  const told = await departure.register(stranger, { by: 'typed', name: '演示他人', ...about });
  const unknown = await departure.register(stranger, typed(4));
  const [first] = JSON.stringify(told.value).match(/"own":\[.*?\]/) ?? [];
  expect(first).toContain('演**');
  expect(told.value).toMatchObject({ elsewhere: [] });
  expect(codeOf(unknown)).toBe('ok');
  const self = await departure.register(rider, { by: 'self' });
  expect(self.value).toMatchObject({ own: [{ source: 'rider' }] });
  expect((await departure.manifest()).value).toMatchObject({ departure: { figures: { registered: 2 } } });
  expect(await town.needs.store.find(peopleOfVault, { where: {}, limit: 1_000 })).toEqual(before);
  const { manifest } = await readDeparture(town.needs.store, origin, departure.departureId);
  expect(manifest.passengers.map(({ best }) => best.source).sort()).toEqual(['rider', 'typed']);
});

test('a rider who is not known types; somebody else’s family is unknown', async () => {
  const departure = newDeparture(town, crew);
  const guest = (await signIn(town, 6)).accessToken;
  expect(codeOf(await departure.register(guest, { by: 'self' }))).toBe('not-authenticated');
  expect(codeOf(await departure.register(rider, { by: 'member', memberId: departure.id() }))).toBe('member-unknown');
  for (const [field, value, code] of [
    ['name', '=HYPERLINK', 'name-refused'],
    ['documentNumber', '1', 'document-refused'],
    ['phone', '12', 'phone-refused'],
  ] as const)
    expect(codeOf(await departure.register(guest, typed(1, { [field]: value })))).toBe(code);
  expect(codeOf(await departure.register(guest, typed(1)))).toBe('ok');
});

test('L-03 towards Beijing both addresses are asked for, whoever registers', async () => {
  const destination = { name: '演示到达站', city: '110000' };
  const departure = newDeparture(town, crew, { destination });
  await departure.open();
  expect((await departure.look(rider)).value).toMatchObject({ asksAddresses: true });
  const { addressBefore, addressThere } = planted;
  expect(codeOf(await departure.register(rider, { by: 'self' }))).toBe('addresses-missing');
  expect(codeOf(await departure.register(rider, { by: 'self' }, { addressBefore }))).toBe('addresses-missing');
  expect(codeOf(await departure.register(rider, { by: 'self' }, { addressBefore, addressThere }))).toBe('ok');
  const offline = newDeparture(town, crew, { destination });
  const asking = crew.sign({
    demonstration: false,
    asksAddresses: true,
    city: origin,
    departureId: offline.departureId,
    plate: planted.plate,
  });
  expect((await offline.look(rider, asking)).value).toMatchObject({ phase: 'planned', asksAddresses: true });
});

test('one too many is recorded and flagged, never refused', async () => {
  const departure = newDeparture(town, crew, { aboard: 1 });
  await departure.open();
  expect((await departure.register(rider, typed(1))).value).toMatchObject({ over: false });
  expect((await departure.register(rider, typed(2))).value).toMatchObject({ over: true });
  expect((await departure.manifest()).value).toMatchObject({ departure: { figures: { registered: 2, over: 1 } } });
});

test('until it leaves a passenger corrects and withdraws what their own account registered, afterwards not', async () => {
  const departure = newDeparture(town, crew);
  await departure.open();
  const [first, second] = [departure.id(), departure.id()];
  await departure.register(rider, typed(1), { registrationId: first });
  const corrected = await departure.register(rider, typed(2), { registrationId: second, replaces: first });
  expect(corrected.value).toMatchObject({ own: [{ registrationId: second }] });
  const other = (await signIn(town, 7)).accessToken;
  const take = (token: string, registrationId: string) =>
    town.ask(
      'coaches.withdraw-passenger',
      { withdrawalId: departure.id(), code: departure.code, registrationId },
      token,
    );
  expect(codeOf(await take(other, second))).toBe('registration-unknown');
  expect(codeOf(await departure.register(other, typed(3), { replaces: second }))).toBe('registration-unknown');
  expect((await take(rider, second)).value).toMatchObject({ own: [] });
  await departure.register(
    rider,
    { by: 'self' },
    { registrationId: first.slice(0, -1) + (first.endsWith('0') ? '1' : '0') },
  );
  await departure.tell({ kind: 'departed', reason: 'other' });
  const late = await departure.look(rider);
  expect(late.value).toMatchObject({ phase: 'departed', changeable: false, own: [{ source: 'rider' }] });
  expect(codeOf(await take(rider, first.slice(0, -1) + (first.endsWith('0') ? '1' : '0')))).toBe('departure-left');
  expect(codeOf(await departure.register(rider, typed(9)))).toBe('ok');
  expect((await departure.manifest()).value).toMatchObject({ departure: { figures: { registered: 2, onLeaving: 1 } } });
});

test('each code that no longer holds has its own answer', async () => {
  const cancelled = newDeparture(town, crew);
  await cancelled.open();
  await cancelled.tell({ kind: 'cancelled', reason: 'weather' });
  expect(codeOf(await cancelled.look(rider))).toBe('departure-cancelled');
  const moved = newDeparture(town, crew);
  await moved.open();
  await moved.register(rider, { by: 'self' });
  const plate = '鄂A99999';
  await moved.tell({ kind: 'coach-replaced', crew: { plate, driver: planted.driver } });
  expect(codeOf(await moved.look((await signIn(town, 9)).accessToken))).toBe('departure-code-replaced');
  const other = crew.sign({
    demonstration: false,
    asksAddresses: false,
    city: origin,
    departureId: moved.departureId,
    plate,
  });
  expect((await moved.look(rider, other)).value).toMatchObject({ plate, own: [{ source: 'rider' }] });
  const forged = other.slice(0, -1) + (other.endsWith('0') ? '1' : '0');
  expect(codeOf(await moved.look(rider, forged))).toBe('departure-code-forged');
  expect(codeOf(await moved.look(rider, other.slice(0, -3)))).toBe('departure-code-unknown');
  expect(codeOf(await moved.look(rider, 'https://elsewhere.example/menu'))).toBe('departure-code-unknown');
});

test('L-08 whoever registered somebody by a code still sees it once the coach was replaced, has arrived or was cancelled; nobody else does', async () => {
  const officer = await staffOf(town, 'arrival-officer', reached);
  const stranger = (await signIn(town, 9)).accessToken;
  const departure = newDeparture(town, crew);
  await departure.open();
  await departure.register(rider, { by: 'self' });
  const plate = '鄂A99999';
  await departure.tell({ kind: 'coach-replaced', crew: { plate, driver: planted.driver } });
  const own = [{ source: 'rider', passenger: expect.any(String) }];
  expect((await departure.look(rider)).value).toMatchObject({
    ...{
      plate,
      own,
      changeable: true,
      ended: { code: 'departure-code-replaced', zh: expect.stringContaining('换车') },
    },
  });
  expect(codeOf(await departure.look(stranger))).toBe('departure-code-replaced');
  expect(codeOf(await departure.register(rider, typed(1)))).toBe('departure-code-replaced');
  await departure.tell({ kind: 'departed' });
  const arrived = { kind: 'arrived', eventId: departure.id(), at: town.needs.clock.now() };
  const deliveries = [{ city: origin, departureId: departure.departureId, event: arrived }];
  expect(codeOf(await town.ask('coaches.deliver-arrival', { deliveries }, officer.token))).toBe('ok');
  expect((await departure.look(rider)).value).toMatchObject({
    ...{ phase: 'arrived', plate, own, changeable: false, ended: { code: 'departure-arrived' } },
  });
  expect(codeOf(await departure.look(stranger))).toBe('departure-arrived');
  const cancelled = newDeparture(town, crew);
  await cancelled.open();
  await cancelled.register(rider, { by: 'self' });
  await cancelled.tell({ kind: 'cancelled', reason: 'weather' });
  expect((await cancelled.look(rider)).value).toMatchObject({
    ...{ phase: 'cancelled', own, changeable: false, ended: { code: 'departure-cancelled' } },
  });
  expect(codeOf(await cancelled.look(stranger))).toBe('departure-cancelled');
});

test('L-03 whoever registered withdraws by the code of the coach before it was replaced, and is no more shown it', async () => {
  const departure = newDeparture(town, crew);
  await departure.open();
  const told = await departure.register(rider, { by: 'self' });
  const [, registrationId] = /"registrationId":"(\w+)"/.exec(JSON.stringify(told.value)) ?? [];
  await departure.tell({ kind: 'coach-replaced', crew: { plate: '鄂A99999', driver: planted.driver } });
  const body = { withdrawalId: departure.id(), code: departure.code, registrationId };
  expect(codeOf(await town.ask('coaches.withdraw-passenger', body, rider))).toBe('ok');
  expect(codeOf(await departure.look(rider))).toBe('departure-code-replaced');
});

test('a code of yesterday and one of a crew that signed out without delivering are dead', async () => {
  const fresh = await openCoachTown();
  const driver = await staffOf(fresh, 'driver');
  const [delivered, kept] = [newDeparture(fresh, driver), newDeparture(fresh, driver)];
  await delivered.open();
  const traveller = (await signIn(fresh, 1)).accessToken;
  expect(codeOf(await kept.look(traveller))).toBe('ok');
  await endSession(fresh.needs, driver.sessionId);
  expect(codeOf(await kept.look(traveller))).toBe('departure-code-ended');
  expect(codeOf(await delivered.look(traveller))).toBe('ok');
  fresh.pass(dayMs + 2 * hourMs);
  const later = (await signIn(fresh, 2)).accessToken;
  expect(codeOf(await delivered.look(later))).toBe('departure-past');
  await fresh.close();
});

test('X-19 a demonstration departure fills no manifest', async () => {
  const departure = newDeparture(town, crew);
  await departure.open();
  const code = crew.sign({
    demonstration: true,
    asksAddresses: false,
    city: origin,
    departureId: departure.departureId,
    plate: planted.plate,
  });
  expect((await departure.register(rider, { by: 'self' }, { code })).value).toMatchObject({
    demonstration: true,
    own: [],
  });
  expect((await departure.manifest()).value).toMatchObject({ departure: { figures: { registered: 0 } } });
});

test('whoever registered for another coach of the same hours is told, and nobody else', async () => {
  const [one, other] = [newDeparture(town, crew), newDeparture(town, crew, { serviceNumber: 'C124' })];
  await Promise.all([one.open(), other.open()]);
  const traveller = (await enrolled(town, 8)).accessToken;
  await one.register(traveller, { by: 'self' });
  expect((await other.look(traveller)).value).toMatchObject({
    elsewhere: [{ departureId: one.departureId, serviceNumber: 'C123' }],
  });
  expect((await other.look(rider)).value).not.toMatchObject({ elsewhere: [{ departureId: one.departureId }] });
});

test('L-11 neither passengers nor crew stand in the clear in the files of the store, and nobody is enrolled', async () => {
  const fresh = await openCoachTown();
  const driver = await staffOf(fresh, 'driver');
  const departure = newDeparture(fresh, driver, { destination: { name: '演示到达站', city: '110000' } });
  await departure.open();
  const guest = (await signIn(fresh, 1)).accessToken;
  const enrolledBefore = await fresh.needs.store.count(peopleOfVault, {});
  const { addressBefore, addressThere } = planted;
  const told = await departure.register(guest, { by: 'typed', ...planted.passenger }, { addressBefore, addressThere });
  expect(codeOf(told)).toBe('ok');
  expect(await fresh.needs.store.count(peopleOfVault, {})).toBe(enrolledBefore);
  const { plate, driver: named, attendant, passenger } = planted;
  const secrets = [
    ...[plate, named.name, named.phone, attendant.name, attendant.phone, attendant.documentNumber],
    ...[passenger.name, passenger.documentNumber, passenger.phone, addressBefore, addressThere],
  ];
  expect(leaksIn(fresh.folder, secrets)).toEqual([]);
  expect(leaksIn(fresh.folder, ['C123', reached]).length).toBeGreaterThan(0);
  await fresh.close();
});
