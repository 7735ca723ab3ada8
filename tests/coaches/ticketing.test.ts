import { type TicketRecord, tickets } from '@tongcheng/cloudfunctions/app/coaches/ticketing/ticket-record';
import { people as peopleOfVault } from '@tongcheng/cloudfunctions/vault/records';
import { isGoodFor, isSoldFor } from '@tongcheng/shared/coaches/ticketing/tickets';
import { dayMs, dayOf, hourMs, minuteMs } from '@tongcheng/shared/time';
import fc from 'fast-check';
import { keyPair } from '../world/key-holders';
import { leaksIn } from '../world/leaks';
import type { Town } from '../world/town';
import { officialToken } from '../world/town-sessions';
import { codeOf, newDeparture, openCoachTown, origin, planted, reached, staffOf } from './coach-town';
import { cameOf, cancelledTicket, mark, soldTicket, ticketSeller } from './ticket-seller';

jest.setTimeout(60_000);
let town: Town;
let seller: Awaited<ReturnType<typeof ticketSeller>>;
beforeAll(async () => {
  town = await openCoachTown();
  seller = await ticketSeller(town);
});
afterEach(() => expect(town.faults).toEqual([]));
afterAll(() => town.close());

const soon = () => town.needs.clock.now() + hourMs;
const kept = async (day: string) =>
  (await town.needs.store.find(tickets, { where: { day, city: origin }, limit: 1_000 })).items;
/** Tickets of a day of their own, so that tests do not meet. */
const farDay = (days: number) => soon() + days * dayMs;

test('L-04 tickets handed in wait for their departure; each is answered for itself and again with one effect', async () => {
  const at = farDay(3);
  const batch = [
    soldTicket(at, 'T-1'),
    soldTicket(at, 'T-2', { passenger: { ...planted.passenger, documentNumber: '1' } }),
    soldTicket(at, 'T-3', { passenger: { ...planted.passenger, name: '=1' } }),
    soldTicket(farDay(40), 'T-4'),
    soldTicket(at - 8 * dayMs, 'T-4'),
    soldTicket(at, 'T-5', { city: reached }),
    soldTicket(farDay(4), 'T-6', { channel: 'kiosk' }),
  ];
  const told = await seller.handIn(batch);
  const refusals = ['document-refused', 'name-refused', 'ticket-day-refused', 'ticket-day-refused', 'city-unknown'];
  expect(cameOf(told)).toEqual(['kept', ...refusals, 'kept']);
  expect(JSON.stringify(told.value)).toContain('乘车日期');
  expect(cameOf(await seller.handIn(batch))).toEqual(['same', ...refusals, 'same']);
  expect(await kept(dayOf(at))).toMatchObject([{ version: 1, service: mark, seat: '07', channel: 'app' }]);
  expect(await kept(dayOf(farDay(4)))).toHaveLength(1);
});

test('a changed ticket has a higher version; an older one comes too late, another one under the same version is refused', async () => {
  const at = farDay(5);
  const day = dayOf(at);
  expect(
    cameOf(await seller.handIn([soldTicket(at, 'T-1'), soldTicket(at, 'T-1', { version: 3, seat: '09' })])),
  ).toEqual(['kept', 'kept']);
  expect(cameOf(await seller.handIn([soldTicket(at, 'T-1', { version: 2, seat: '08' })]))).toEqual(['superseded']);
  expect(cameOf(await seller.handIn([soldTicket(at, 'T-1', { version: 3, seat: '10' })]))).toEqual([
    'ticket-version-taken',
  ]);
  expect(await kept(day)).toMatchObject([{ version: 3, seat: '09' }]);
  expect(cameOf(await seller.handIn([cancelledTicket(day, 'T-1', 4)]))).toEqual(['kept']);
  const [left] = await kept(day);
  expect(left).toMatchObject({ version: 4 });
  for (const gone of ['sealed', 'passenger', 'number', 'seat', 'service']) expect(left).not.toHaveProperty(gone);
});

test('a ticket of another partner is another ticket, whatever its number', async () => {
  const at = farDay(6);
  const other = await ticketSeller(town);
  await seller.handIn([soldTicket(at, 'T-1')]);
  expect(cameOf(await other.handIn([cancelledTicket(dayOf(at), 'T-1', 9)]))).toEqual(['kept']);
  const held = await kept(dayOf(at));
  expect(held.filter(({ sealed }) => sealed !== undefined)).toMatchObject([
    { partnerId: seller.partnerId, version: 1 },
  ]);
});

test('in whatever order and however often versions come, the highest holds', async () => {
  const at = farDay(7);
  const day = dayOf(at);
  const withoutTime = ({ recordedAt: _at, sealed, ...rest }: TicketRecord) => ({
    ...rest,
    sealed: sealed !== undefined,
  });
  let run = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 1, maxLength: 8 }), async (versions) => {
      run += 1;
      const number = `P-${run}`;
      const told = (version: number) =>
        version === 3
          ? cancelledTicket(day, number, 3)
          : soldTicket(at, number, { version, seat: String(version), serviceNumber: `V${run}` });
      for (const version of versions) await seller.handIn([told(version)]);
      const highest = Math.max(...versions);
      const all = (await kept(day)).map(withoutTime).filter(({ version }) => version > 0);
      const theirs = highest === 3 ? undefined : all.filter(({ service }) => service === `V${run}`);
      if (theirs) expect(theirs).toMatchObject([{ version: highest, seat: String(highest), sealed: true }]);
      else expect(all.some(({ service }) => service === `V${run}`)).toBe(false);
    }),
    { numRuns: 25 },
  );
});

test('T-02 nothing but a whole request under a key of its own partner is taken, and a replay changes nothing', async () => {
  const at = farDay(8);
  const day = dayOf(at);
  const other = await ticketSeller(town);
  const right = seller.request([soldTicket(at, 'T-1')]);
  const refused = 'signature-refused';
  const altered = { ...right, payload: right.payload.replace('"07"', '"08"') };
  expect(altered.payload).not.toBe(right.payload);
  expect(codeOf(await seller.send(altered))).toBe(refused);
  expect(codeOf(await seller.send({ ...right, partnerId: other.partnerId }))).toBe(refused);
  expect(codeOf(await seller.send(seller.request([soldTicket(at, 'T-1')], { signer: keyPair() })))).toBe(refused);
  expect(codeOf(await seller.send(seller.request([], { signedFor: 'partners.get-own-partner' })))).toBe(refused);
  expect(await kept(day)).toEqual([]);
  expect(cameOf(await seller.send(right))).toEqual(['kept']);
  await seller.handIn([cancelledTicket(day, 'T-1')]);
  expect(cameOf(await seller.send(right))).toEqual(['superseded']);
  const [held] = await kept(day);
  expect(held).not.toHaveProperty('sealed');
  const old = seller.request([soldTicket(at, 'T-2')], { sentAt: town.needs.clock.now() - 6 * minuteMs });
  expect(codeOf(await seller.send(old))).toBe('request-too-old');
});

test('T-02 batches are bounded', async () => {
  const at = farDay(9);
  const many = Array.from({ length: 201 }, (_, order) => soldTicket(at, `B-${order}`));
  expect(codeOf(await seller.handIn(many))).toBe('invalid-input');
  const most = many.slice(0, 200).map((ticket) => ({
    ...ticket,
    ...{ addressBefore: '演'.repeat(200), addressThere: '示'.repeat(200) },
  }));
  expect(new Set(cameOf(await seller.handIn(most)))).toEqual(new Set(['kept']));
  expect(codeOf(await seller.handIn([soldTicket(at, '号')]))).toBe('invalid-input');
  expect(codeOf(await seller.handIn([]))).toBe('invalid-input');
});

test('X-24 a revoked key hands in nothing more', async () => {
  const revoked = await ticketSeller(town);
  const administrator = officialToken(town, ['administrator']);
  expect(cameOf(await revoked.handIn([soldTicket(soon(), 'R-1')]))).toEqual(['kept']);
  const key = { partnerId: revoked.partnerId, keyId: 'k1', reason: 'test' };
  await town.ask('partners.revoke-partner-key', key, administrator);
  expect(codeOf(await revoked.handIn([soldTicket(soon(), 'R-2')]))).toBe('signature-refused');
});

test('L-10 tickets sold stand beside those registered; the bureau sees how many wait without a departure', async () => {
  const crew = await staffOf(town, 'driver');
  const later = farDay(10);
  const departure = newDeparture(town, crew, { serviceNumber: 'c-900' });
  const ticket = (number: string, service: string, order: number) =>
    soldTicket(departure.departsAt, number, {
      serviceNumber: service,
      passenger: { ...planted.passenger, documentNumber: `E4619${1_000 + order}` },
    });
  await seller.handIn([ticket('C-1', 'C900', 1), ticket('C-2', 'C 900', 2), ticket('C-3', 'C901', 3)]);
  await seller.handIn([soldTicket(later, 'C-4', { serviceNumber: 'C900' })]);
  const count = (cities?: string[]) =>
    town.ask(
      'coaches.count-tickets',
      { city: origin, day: dayOf(departure.departsAt) },
      officialToken(town, ['bureau'], cities),
    );
  const before = (await count()).value;
  expect(before).toMatchObject({
    services: expect.arrayContaining([expect.objectContaining({ service: 'C900', tickets: 2 })]),
  });
  await departure.open();
  const view = async () => (await departure.manifest()).value;
  expect(await view()).toMatchObject({ departure: { tickets: { sold: 2, registered: 0 } } });
  const whom = { ...planted.passenger, documentNumber: 'E46191002' };
  const registration = { registrationId: departure.id(), city: origin, departureId: departure.departureId };
  const at = town.needs.clock.now();
  await town.ask('coaches.register-for-passenger', { ...registration, at, whom }, crew.token);
  expect(await view()).toMatchObject({ departure: { tickets: { sold: 2, registered: 1 } } });
  const after = (await count()).value;
  expect(JSON.stringify(after)).not.toContain('C900');
  expect(after).toMatchObject({
    services: expect.arrayContaining([expect.objectContaining({ service: 'C901', tickets: 1 })]),
  });
  expect(codeOf(await count(['420200']))).toBe('city-unknown');
});

test('a ticket fits a run of its service and station: sold for the same time, good within three hours', () => {
  const ticket = { service: mark, departsAt: 0, stationId: 'east' };
  const run = (departsAt: number, more = {}) => ({ service: mark, departsAt, ...more });
  expect(isSoldFor(ticket, run(10 * minuteMs))).toBe(true);
  expect(isSoldFor(ticket, run(-11 * minuteMs))).toBe(false);
  expect(isGoodFor(ticket, run(3 * hourMs, { stationId: 'east' }))).toBe(true);
  expect(isGoodFor(ticket, run(0, { stationId: 'west' }))).toBe(false);
  expect(isGoodFor(ticket, { service: 'C124', departsAt: 0 })).toBe(false);
  expect(isGoodFor(ticket, run(3 * hourMs + 1))).toBe(false);
});

test('L-11 nothing of a ticket’s passenger or its number stands in the clear in the files of the store, and nobody is enrolled', async () => {
  const fresh = await openCoachTown();
  const network = await ticketSeller(fresh);
  const enrolledBefore = await fresh.needs.store.count(peopleOfVault, {});
  const at = fresh.needs.clock.now() + hourMs;
  const { addressBefore, addressThere, passenger } = planted;
  const number = 'TK-46170286';
  const told = await network.handIn([soldTicket(at, number, { addressBefore, addressThere })]);
  expect(cameOf(told)).toEqual(['kept']);
  expect(JSON.stringify(told)).not.toContain(passenger.name);
  expect(await fresh.needs.store.count(peopleOfVault, {})).toBe(enrolledBefore);
  const secrets = [passenger.name, passenger.documentNumber, passenger.phone, addressBefore, addressThere, number];
  expect(leaksIn(fresh.folder, secrets)).toEqual([]);
  expect(leaksIn(fresh.folder, [mark]).length).toBeGreaterThan(0);
  await fresh.close();
});
