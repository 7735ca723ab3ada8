import { invite } from '@tongcheng/cloudfunctions/app/oversight/create-invitation';
import { operators } from '@tongcheng/cloudfunctions/app/venues/operator-record';
import { newId } from '@tongcheng/shared/ids';
import { deliverHelped } from '../../miniprogram/src/features/coaches/helped/deliver-helped';
import {
  changeHelped,
  type HelpedPassenger,
  helpedBookRecord,
} from '../../miniprogram/src/features/coaches/helped/helped-book';
import { aPhone } from '../rider-app/a-phone';
import type { Town } from '../world/town';
import { newDeparture, openCoachTown, origin, planted, staffOf, typed } from './coach-town';

jest.setTimeout(60_000);
let town: Town;
beforeAll(async () => {
  town = await openCoachTown();
});
afterAll(() => town.close());

/** The phone of a driver with a departure, before the real service, which is there while `network.on`. */
async function crewsPhone() {
  const { needs } = town;
  const operatorId = `operator-${newId(needs.clock.now(), needs.chance.bytes)}`;
  await needs.store.insert(operators, { _id: operatorId, city: origin, name: '演示客运', addedAt: 0, addedBy: 'x' });
  const crew = await staffOf(town, 'driver', origin, operatorId);
  const departure = newDeparture(town, crew);
  await departure.open();
  const network = { on: true };
  const phone = aPhone(({ name, body, token }) => (network.on ? town.ask(name, body, token) : undefined), {
    phoneNow: () => needs.clock.now(),
  });
  const { invitation } = await invite(needs, {
    ...{ city: origin, role: 'driver', venueIds: [], operatorId, scope: { kind: 'operator' } },
    ...{ validHours: 1, invitedBy: 'official-1' },
  });
  await phone.crew.accept(invitation, '演示驾驶员');
  const { departureId } = departure;
  const keep = (order: number, more: Partial<HelpedPassenger['whom']> = {}) => {
    town.pass(10);
    const at = needs.clock.now();
    const registrationId = newId(at, needs.chance.bytes);
    const { name, documentKind, documentNumber } = { ...typed(order) };
    const whom = { name, documentKind, documentNumber, ...more };
    changeHelped(phone.records, (book) => ({
      ...book,
      waiting: [...book.waiting, { registrationId, city: origin, departureId, at, whom }],
    }));
    return registrationId;
  };
  const figures = async () => (await departure.manifest()).value;
  return { ...phone, network, keep, figures };
}

test('L-07 X-01 whom a crew register without a network is delivered later exactly once, and nothing of them stays on the phone but a masked line', async () => {
  const phone = await crewsPhone();
  phone.network.on = false;
  const first = phone.keep(11);
  phone.keep(12);
  await deliverHelped(phone);
  expect(phone.records.read(helpedBookRecord).waiting).toHaveLength(2);
  phone.network.on = true;
  await Promise.all([deliverHelped(phone), deliverHelped(phone)]);
  const { waiting, taken, refused } = phone.records.read(helpedBookRecord);
  expect([waiting, refused]).toEqual([[], {}]);
  expect(taken).toHaveLength(2);
  expect(taken[1]).toMatchObject({ registrationId: first, maskedName: '演**' });
  expect(await phone.figures()).toMatchObject({ departure: { figures: { registered: 2, byStaff: 2 } } });
  const kept = JSON.stringify([...phone.storage.held.values()]);
  expect(kept).not.toContain('E46171011');
  expect(kept).not.toContain(planted.passenger.name);
});

test('L-07 who is refused is told why and holds up nobody; a lost session holds everybody back, unrefused', async () => {
  const phone = await crewsPhone();
  const wrong = phone.keep(13, { documentNumber: 'X' });
  phone.keep(14);
  await deliverHelped(phone);
  const book = phone.records.read(helpedBookRecord);
  expect(book.waiting).toEqual([]);
  expect(Object.keys(book.refused)).toEqual([wrong]);
  expect(book.refused[wrong]?.zh).toMatch(/证件/);
  await phone.crew.signOut();
  phone.keep(15);
  await deliverHelped(phone);
  expect(phone.records.read(helpedBookRecord)).toMatchObject({ waiting: [{}], taken: [{}] });
});
