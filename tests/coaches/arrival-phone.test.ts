import { invite } from '@tongcheng/cloudfunctions/app/oversight/create-invitation';
import { newId } from '@tongcheng/shared/ids';
import { arrivalBookRecord, changeBook } from '../../miniprogram/src/features/coaches/arrival/arrival-book';
import { deliverArrivalEvents } from '../../miniprogram/src/features/coaches/arrival/deliver-arrival-events';
import { rowsWithTold } from '../../miniprogram/src/features/coaches/arrival/shown-rows';
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
  const keep = (
    told: { readonly kind: 'present' | 'absent'; readonly passenger: string } | { readonly kind: 'arrived' },
  ) => {
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
  expect(rowsWithTold(held).map(({ presence }) => presence)).toEqual(['present', 'absent']);
  phone.network.on = true;
  await Promise.all([deliverArrivalEvents(phone), deliverArrivalEvents(phone)]);
  const after = await phone.open();
  expect(after).toMatchObject({ waiting: [], refused: null });
  expect(after.open?.departure).toMatchObject({ phase: 'arrived', figures: { present: 1 }, unfitting: 0 });
});
