import { invite } from '@tongcheng/cloudfunctions/app/oversight/create-invitation';
import { newId } from '@tongcheng/shared/ids';
import { arrivalBookRecord, changeBook } from '../../miniprogram/src/features/coaches/arrival/arrival-book';
import {
  deliverAndLook,
  deliverArrivalEvents,
} from '../../miniprogram/src/features/coaches/arrival/deliver-arrival-events';
import { toldTrip } from '../../miniprogram/src/features/coaches/arrival/shown-rows';
import type { Verified } from '../../miniprogram/src/features/coaches/arrival/use-arrival';
import { aPhone } from '../rider-app/a-phone';
import type { Town } from '../world/town';
import { signIn } from '../world/town-sessions';
import { newDeparture, openCoachTown, origin, reached, staffOf, typed } from './coach-town';

jest.setTimeout(60_000);
let town: Town;
beforeAll(async () => {
  town = await openCoachTown();
});
afterAll(() => town.close());

/** An officer's phone with a trip of two passengers open, before the real service, which is there while `network.on`. */
async function officersPhone() {
  const { needs } = town;
  const departure = newDeparture(town, await staffOf(town, 'driver'));
  await departure.open();
  const rider = (await signIn(town, 1)).accessToken;
  for (const order of [1, 2]) await departure.register(rider, typed(order));
  const network = { on: true };
  const phone = aPhone(({ name, body, token }) => (network.on ? town.ask(name, body, token) : undefined), {
    phoneNow: () => needs.clock.now(),
  });
  const { invitation } = await invite(needs, {
    ...{ city: reached, role: 'arrival-officer', venueIds: [], scope: { kind: 'operator' } },
    ...{ validHours: 1, invitedBy: 'official-1' },
  });
  await phone.crew.accept(invitation, '演示核验员');
  const { departureId } = departure;
  const sought = { by: 'departure', city: origin, departureId } as const;
  const open = async () => {
    const answer = await phone.crew.call('coaches.open-arrival', { sought });
    if (answer.ok) changeBook(phone.records, (book) => ({ ...book, open: answer.value }));
    return phone.records.read(arrivalBookRecord);
  };
  const keep = (told: Verified) => {
    town.pass(10);
    const at = needs.clock.now();
    const event = { ...told, eventId: newId(at, needs.chance.bytes), at };
    changeBook(phone.records, (book) => ({
      ...book,
      waiting: [...book.waiting, { city: origin, departureId, event }],
    }));
  };
  return { ...phone, network, open, keep };
}

test('L-08 X-01 what an officer ticks without a network is seen on the phone at once and delivered later exactly once', async () => {
  const phone = await officersPhone();
  const [one, other] = (await phone.open()).open?.rows ?? [];
  if (!one || !other) throw new Error('no passengers');
  phone.network.on = false;
  phone.keep({ kind: 'arrived' });
  phone.keep({ kind: 'present', passenger: one.passenger });
  phone.keep({ kind: 'present', passenger: other.passenger });
  phone.keep({ kind: 'absent', passenger: other.passenger });
  await deliverArrivalEvents(phone);
  const held = phone.records.read(arrivalBookRecord);
  expect(held.waiting).toHaveLength(4);
  expect(toldTrip(held).rows.map(({ presence }) => presence)).toEqual(['present', 'absent']);
  phone.network.on = true;
  await Promise.all([deliverArrivalEvents(phone), deliverArrivalEvents(phone)]);
  const after = await phone.open();
  expect(after).toMatchObject({ waiting: [], refused: null });
  expect(after.open?.departure).toMatchObject({ phase: 'arrived', figures: { present: 1 }, unfitting: 0 });
});

test('L-08 X-01 without a network whom an officer added and that they closed is seen at once; with one again the list is the service’s own', async () => {
  const phone = await officersPhone();
  await phone.open();
  phone.network.on = false;
  phone.keep({ kind: 'arrived' });
  const { by: _by, ...whom } = typed(3);
  phone.keep({ kind: 'added', whom });
  phone.keep({ kind: 'closed' });
  await deliverAndLook(phone);
  const told = toldTrip(phone.records.read(arrivalBookRecord));
  expect(told.phase).toBe('closed');
  expect(told.addedHere.map(({ maskedName }) => maskedName)).toEqual(['演**']);
  expect(JSON.stringify(told)).not.toContain(whom.documentNumber);
  expect(told.rows).toHaveLength(2);
  phone.keep({ kind: 'reopened' });
  expect(toldTrip(phone.records.read(arrivalBookRecord)).phase).toBe('arrived');
  phone.network.on = true;
  await deliverAndLook(phone);
  const after = toldTrip(phone.records.read(arrivalBookRecord));
  expect(after).toMatchObject({ phase: 'arrived', addedHere: [] });
  expect(after.rows.map(({ onArrival }) => onArrival).filter(Boolean)).toHaveLength(1);
});

test('L-08 between the delivery and the next look at the trip nothing that was told is away for a moment', async () => {
  const phone = await officersPhone();
  const [one] = (await phone.open()).open?.rows ?? [];
  if (!one) throw new Error('no passengers');
  const { by: _by, ...whom } = typed(4);
  phone.keep({ kind: 'arrived' });
  phone.keep({ kind: 'present', passenger: one.passenger });
  phone.keep({ kind: 'added', whom });
  phone.keep({ kind: 'closed' });
  phone.keep({ kind: 'reopened' });
  const before = toldTrip(phone.records.read(arrivalBookRecord));
  expect(before).toMatchObject({ phase: 'arrived', reopenings: 1, addedHere: [{ maskedName: '演**' }] });
  await deliverArrivalEvents(phone);
  const delivered = phone.records.read(arrivalBookRecord);
  expect(delivered.waiting).toEqual([]);
  expect(toldTrip(delivered)).toEqual(before);
  await deliverAndLook(phone);
  const looked = phone.records.read(arrivalBookRecord);
  expect(JSON.stringify(looked)).not.toContain(whom.documentNumber);
  expect(toldTrip(looked)).toMatchObject({ phase: 'arrived', reopenings: 1, addedHere: [] });
  expect(toldTrip(looked).rows).toHaveLength(3);
});
