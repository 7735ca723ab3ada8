import { people } from '../world/people';
import type { Town } from '../world/town';
import { enrolled, signIn } from '../world/town-sessions';
import { codeOf, newDeparture, openCoachTown, planted, type Staff, staffOf } from './coach-town';
import { cameOf, soldTicket, ticketSeller } from './ticket-seller';

jest.setTimeout(60_000);
let town: Town;
let crew: Staff;
let seller: Awaited<ReturnType<typeof ticketSeller>>;
let rider: string;
beforeAll(async () => {
  town = await openCoachTown();
  crew = await staffOf(town, 'driver');
  seller = await ticketSeller(town);
  rider = (await enrolled(town, 3)).accessToken;
});
afterEach(() => expect(town.faults).toEqual([]));
afterAll(() => town.close());

const holder = (index: number) => {
  const person = people[index];
  if (!person) throw new Error('no such person');
  const { name, documentKind, documentNumber, phone } = person;
  return { name, documentKind, documentNumber, phone };
};

let runs = 0;
/** A departure under a service number of its own, so that tests do not meet. */
const run = (more: Readonly<Record<string, unknown>> = {}) => {
  runs += 1;
  const serviceNumber = `K${100 + runs}`;
  const departure = newDeparture(town, crew, { serviceNumber, ...more });
  const sell = async (number: string, passenger: unknown, extra: Readonly<Record<string, unknown>> = {}) =>
    expect(
      cameOf(await seller.handIn([soldTicket(departure.departsAt, number, { serviceNumber, passenger, ...extra })])),
    ).toEqual(['kept']);
  return { ...departure, sell };
};

const ticketIn = (told: unknown): string => /"ticket":"([^"]+)"/.exec(JSON.stringify(told))?.[1] ?? '';

test('L-04 a known rider finds the ticket of their document when they scan, and confirms it: nothing is typed', async () => {
  const departure = run();
  await departure.sell('K-1', holder(3), { seat: '12' });
  await departure.sell('K-2', planted.passenger);
  expect((await departure.look(rider)).value).toMatchObject({ ticketed: false, tickets: [] });
  await departure.open();
  const seen = (await departure.look(rider)).value;
  expect(seen).toMatchObject({ ticketed: true, tickets: [{ seat: '12', channel: 'app', addressed: false }], own: [] });
  expect(JSON.stringify(seen)).not.toContain(holder(3).documentNumber);
  const confirmed = await departure.register(rider, { by: 'ticket', ticket: ticketIn(seen) });
  expect(confirmed.value).toMatchObject({ own: [{ source: 'rider', seat: '12' }], tickets: [] });
  expect((await departure.manifest()).value).toMatchObject({
    departure: { figures: { registered: 1 }, tickets: { sold: 2, registered: 1 } },
  });
});

test('X-22 nobody sees or confirms a ticket of another, by the ticket’s name neither', async () => {
  const departure = run();
  await departure.sell('K-11', holder(3));
  await departure.open();
  const seen = (await departure.look(rider)).value;
  for (const other of [(await enrolled(town, 4)).accessToken, (await signIn(town, 5)).accessToken]) {
    expect((await departure.look(other)).value).toMatchObject({ ticketed: true, tickets: [] });
    expect(codeOf(await departure.register(other, { by: 'ticket', ticket: ticketIn(seen) }))).toBe('ticket-unknown');
  }
  const elsewhere = run();
  await elsewhere.open();
  expect(codeOf(await elsewhere.register(rider, { by: 'ticket', ticket: ticketIn(seen) }))).toBe('ticket-unknown');
});

test('L-04 who is not known confirms by the ticket’s number and the end of the document, and tries only so often', async () => {
  const departure = run();
  await departure.sell('K-77', { ...planted.passenger, documentNumber: 'E46171234' }, { seat: '03' });
  await departure.open();
  const guest = (await signIn(town, 6)).accessToken;
  const by = (documentEnding: string, ticketNumber = 'K-77') =>
    departure.register(guest, { by: 'ticket-number', ticketNumber, documentEnding });
  expect(codeOf(await by('9999'))).toBe('ticket-unknown');
  expect(codeOf(await by('1234', 'K-78'))).toBe('ticket-unknown');
  const told = await by('1234');
  expect(told.value).toMatchObject({ own: [{ source: 'ticket', seat: '03', maskedName: '演**' }] });
  for (let tried = 0; tried < 17; tried += 1) await by('0000');
  expect(codeOf(await by('1234'))).toBe('too-many-ticket-tries');
  const other = (await signIn(town, 7)).accessToken;
  const asOther = () =>
    departure.register(other, { by: 'ticket-number', ticketNumber: 'K-77', documentEnding: '1234' });
  expect(codeOf(await asOther())).toBe('ok');
});

test('L-03 addresses that came with a ticket need not be stated again; without them they are asked for', async () => {
  const departure = run({ destination: { name: '演示到达站', city: '110000' } });
  const { addressBefore, addressThere } = planted;
  await departure.sell('K-21', holder(3), { addressBefore, addressThere });
  await departure.sell('K-22', { ...planted.passenger, documentNumber: 'E46171235' });
  await departure.open();
  const seen = (await departure.look(rider)).value;
  expect(seen).toMatchObject({ asksAddresses: true, tickets: [{ addressed: true }] });
  expect(codeOf(await departure.register(rider, { by: 'ticket', ticket: ticketIn(seen) }))).toBe('ok');
  const guest = (await signIn(town, 8)).accessToken;
  const whom = { by: 'ticket-number', ticketNumber: 'K-22', documentEnding: '1235' };
  expect(codeOf(await departure.register(guest, whom))).toBe('addresses-missing');
  expect(codeOf(await departure.register(guest, whom, { addressBefore, addressThere }))).toBe('ok');
});
