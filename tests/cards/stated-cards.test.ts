import { cardClaims, cardHolders } from '@tongcheng/cloudfunctions/app/cards/card-record';
import { cardTokens } from '@tongcheng/cloudfunctions/app/cards/card-token-record';
import { cardLinkings } from '@tongcheng/cloudfunctions/app/cards/linking-record';
import { statedCards } from '@tongcheng/cloudfunctions/app/cards/stated/stated-record';
import { scans } from '@tongcheng/cloudfunctions/app/rides/scan-record';
import { people as peopleOfVault } from '@tongcheng/cloudfunctions/vault/records';
import { cardStatus } from '@tongcheng/shared/gates/status-byte';
import { newId } from '@tongcheng/shared/ids';
import { addDays, dayOf } from '@tongcheng/shared/time';
import fc from 'fast-check';
import * as z from 'zod';
import { cardOwners, type GateTown, openGate } from '../gates/gate-town';
import { people } from '../world/people';
import { enrolled, staffToken } from '../world/town-sessions';
import { appKind, type CardPartner, cameOf, cardPartner, holderOf, openCardTown, told } from './partner-cards';

jest.setTimeout(120_000);

let town: GateTown;
let partner: CardPartner;
beforeEach(async () => {
  town = await openCardTown();
  partner = await cardPartner(town);
});
afterEach(async () => {
  expect(town.faults).toEqual([]);
  await town.close();
});

const consent = (number: string, more: Readonly<Record<string, unknown>> = {}) =>
  told(town, number, { did: 'consented', holder: holderOf(30), ...more });
const withdrawal = (number: string, version: number) => told(town, number, { did: 'withdrew', version });
const topUp = (number: string, more: Readonly<Record<string, unknown>> = {}) =>
  told(town, number, { kind: 'issued', where: 'counter', holder: holderOf(30), ...more });
const Cards = z.object({
  cards: z.array(z.object({ cardId: z.string(), lastFour: z.string(), stated: z.unknown().optional() })),
});
const cardsFor = async (token: string) => Cards.parse((await town.ask('cards.list-cards', {}, token)).value).cards;
const claims = () => town.needs.store.count(cardClaims, {});

test('B-03 one tap of consent in a partner’s app links a code, of somebody who has no account here; gates know it, and its tap is their ride', async () => {
  await town.make();
  const gate = await openGate(town);
  const persons = await town.needs.store.count(peopleOfVault, {});
  expect(cameOf(await partner.link([consent('A1000001')]))).toEqual(['linked']);
  expect(await town.needs.store.count(peopleOfVault, {})).toBe(persons);
  await town.nextMake();
  const { held } = await gate.fetch();
  const card = { kind: appKind, number: 'A1000001' };
  const byte = await gate.statusIn(held, card);
  expect(byte !== undefined && cardStatus(byte, town.needs.clock.now()).state).toBe('tested');
  const answer = await gate.ask('gates.deliver-taps', gate.nextBatch([await gate.tapOf(card)]));
  expect(answer).toMatchObject({ ok: true, value: { taps: [{ answer: 'recorded' }] } });
  const { vault, store, clock } = town.needs;
  const [scan] = (await store.find(scans, { where: { day: dayOf(clock.now()) }, limit: 10 })).items;
  const { documentKind, documentNumber, name } = holderOf(30);
  const personId = (await vault.findByDocument(documentKind, documentNumber)) ?? '';
  const day = await vault.day('420100', scan?.day ?? '');
  expect(scan && day?.open(scan._id, scan.sealed).subjectId).toBe(`p_${personId}`);
  expect(await vault.isNamed(personId, name)).toBe(true);
});

test('B-03 the app withdraws: the code is free and leaves the set; in whatever order versions come the highest holds', async () => {
  await town.make();
  const gate = await openGate(town);
  await partner.link([consent('A1000002')]);
  await town.nextMake();
  expect(cameOf(await partner.link([withdrawal('A1000002', 2), consent('A1000002')]))).toEqual([
    'withdrawn',
    'superseded',
  ]);
  await town.nextMake();
  const { held } = await gate.fetch();
  expect(await gate.statusIn(held, { kind: appKind, number: 'A1000002' })).toBeUndefined();
  expect([await claims(), await town.needs.store.count(cardTokens, {})]).toEqual([0, 0]);
  const [kept] = (await town.needs.store.find(statedCards, { where: {}, limit: 10 })).items;
  expect(kept).toMatchObject({ holderId: '', sealed: '', state: 'withdrawn', version: 2 });
});

test('B-03 seed 7: whatever order and repetition, a code is linked exactly when its highest version consents', async () => {
  let run = 0;
  const versions = fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 1, maxLength: 7 });
  await fc.assert(
    fc.asyncProperty(versions, async (order) => {
      run += 1;
      const number = `P${String(run).padStart(6, '0')}`;
      const before = await claims();
      const at = town.needs.clock.now();
      for (const version of order)
        await partner.link([
          version % 2 === 0
            ? { ...withdrawal(number, version), at }
            : { ...consent(number, { version }), at, number: ` ${number} ` },
        ]);
      expect((await claims()) - before).toBe(Math.max(...order) % 2);
    }),
    { numRuns: 20, seed: 7 },
  );
});

test('B-03 each card is answered for itself: kinds, cities, numbers, times, holders and versions that cannot be', async () => {
  const wrong = { ...holderOf(30), documentNumber: '1' };
  const items = [
    consent('A1', { number: 'A1!!' }),
    consent('A1000003', { kind: 'student' }),
    consent('A1000003', { kind: 'none-such' }),
    consent('A1000003', { city: '420200' }),
    consent('A1000003', { at: town.needs.clock.now() + 600_000 }),
    consent('A1000003', { holder: wrong }),
    consent('A1000003', { holder: { ...holderOf(30), name: '=1' } }),
    consent('A1000003'),
    consent('A1000003'),
    consent('A1000003', { holder: holderOf(31) }),
  ];
  const expected = ['card-refused', 'card-kind-refused', 'card-kind-refused', 'city-unknown', 'link-time-refused'];
  const rest = ['document-refused', 'name-refused', 'linked', 'same', 'link-version-taken'];
  const answer = await partner.link(items);
  expect(cameOf(answer)).toEqual([...expected, ...rest]);
  expect(JSON.stringify(answer.value)).toContain('登记不包括这种卡');
  expect(await claims()).toBe(1);
});

test('B-03 a partner links no kind that its registration does not name, and no other partner takes a code over', async () => {
  const other = await cardPartner(town, ['issued']);
  expect(cameOf(await other.link([consent('A1000004')]))).toEqual(['card-kind-refused']);
  expect(cameOf(await other.topUp([topUp('88880001', { kind: 'wuhantong' })]))).toEqual(['card-kind-refused']);
  await partner.link([consent('A1000004', { kind: 'issued' })]);
  const mine = { kind: 'issued', holder: holderOf(31) };
  expect(cameOf(await other.link([consent('A1000004', mine)]))).toEqual(['card-bound-elsewhere']);
  // The same partner may correct its own word.
  expect(cameOf(await partner.link([consent('A1000004', { ...mine, version: 2 })]))).toEqual(['linked']);
  expect(cameOf(await other.link([consent('A1000004', mine)]))).toEqual(['linked']);
  expect(cameOf(await partner.link([{ ...withdrawal('A1000004', 3), kind: 'issued' }]))).toEqual(['withdrawn']);
  expect(await claims()).toBe(1);
});

test('B-05 the first top-up of a card that was applied for links it, from the day that the city names and not before', async () => {
  expect(cameOf(await partner.topUp([topUp('31880001')]))).toEqual(['linking-not-begun']);
  await town.close();
  const today = dayOf(Date.UTC(2022, 5, 1));
  town = await openCardTown({ topUpLinksFrom: today });
  partner = await cardPartner(town);
  const at = Date.UTC(2022, 4, 31, 12);
  const answer = await partner.topUp([topUp('31880001', { at }), topUp('31880002', { where: 'online' })]);
  expect(cameOf(answer)).toEqual(['linking-not-begun', 'linked']);
  const linked = await town.needs.store.count(cardLinkings, { day: dayOf(town.needs.clock.now()), city: '420100' });
  expect(linked).toBe(1);
});

test('B-03 before the day from which a city links a kind nobody links one, neither a partner nor its rider', async () => {
  await town.close();
  const tomorrow = addDays(dayOf(town.needs.clock.now()), 2);
  town = await openCardTown({ linksFrom: tomorrow });
  partner = await cardPartner(town);
  expect(cameOf(await partner.link([consent('A1000005')]))).toEqual(['linking-not-begun']);
  const { accessToken } = await enrolled(town.town, 30);
  const card = { kind: 'issued', number: '31880003', city: '420100' };
  expect(await town.ask('cards.bind-card', card, accessToken)).toMatchObject({
    failure: { code: 'linking-not-begun' },
  });
});

test('X-22 a partner’s word reads and changes nobody who is known; its holder alone sees the card and may undo it, until they consent again', async () => {
  await town.close();
  town = await openCardTown({ topUpLinksFrom: '2022-06-01' });
  partner = await cardPartner(town);
  const [owner, other] = [await enrolled(town.town, 30), await enrolled(town.town, 31)];
  const first = consent('A1000006');
  const before = await town.needs.store.count(cardHolders, {});
  await partner.link([first]);
  expect(await town.needs.store.count(cardHolders, {})).toBe(before);
  expect(await cardsFor(other.accessToken)).toEqual([]);
  const [card] = await cardsFor(owner.accessToken);
  expect(card).toMatchObject({ lastFour: '0006', stated: { by: '演示合作系统', how: 'consent' } });
  const cardId = card?.cardId ?? '';
  const unbind = (token: string) => town.ask('cards.unbind-card', { cardId }, token);
  expect(await unbind(other.accessToken)).toMatchObject({ failure: { code: 'card-unknown' } });
  expect(await unbind(owner.accessToken)).toMatchObject({ ok: true });
  expect([await cardsFor(owner.accessToken), await claims()]).toEqual([[], 0]);
  expect(await unbind(owner.accessToken)).toMatchObject({ failure: { code: 'card-unknown' } });
  expect(cameOf(await partner.link([first]))).toEqual(['same']);
  expect(await claims()).toBe(0);
  expect(cameOf(await partner.topUp([topUp('A1000006', { kind: appKind, version: 2 })]))).toEqual(['undone']);
  expect(await claims()).toBe(0);
  expect(cameOf(await partner.link([consent('A1000006', { version: 2 })]))).toEqual(['linked']);
  expect(await cardsFor(owner.accessToken)).toHaveLength(1);
});

test('X-22 a rider’s own binding stands whatever is stated; the stated holder may bind the card, and nobody else', async () => {
  const known = cardOwners.find(({ kind, index }) => kind === 'wuhantong' && index !== 30);
  if (!known) throw new Error('no such card');
  const { kind, number, index } = known;
  const [owner, other] = [await enrolled(town.town, index), await enrolled(town.town, 30)];
  const card = { kind, number, city: '420100' };
  await partner.link([consent(number, { kind, holder: holderOf(index) })]);
  expect(await town.ask('cards.bind-card', card, other.accessToken)).toMatchObject({
    failure: { code: 'card-bound-elsewhere' },
  });
  expect(await town.ask('cards.bind-card', card, owner.accessToken)).toMatchObject({ ok: true });
  const cards = await cardsFor(owner.accessToken);
  expect(cards.map(({ stated }) => stated)).toEqual([undefined]);
  const again = consent(number, { kind, version: 2, holder: holderOf(32) });
  expect(cameOf(await partner.link([again]))).toEqual(['linked-before']);
  expect(await cardsFor(owner.accessToken)).toEqual(cards);
});

test('W-20 staff read a card that a partner linked: its holder is registered, by another name than is known nobody', async () => {
  const person = people[33];
  if (!person) throw new Error('no such person');
  await enrolled(town.town, 33);
  await partner.link([
    consent('77001122', { kind: 'wuhantong', holder: holderOf(34) }),
    consent('77001133', { kind: 'wuhantong', holder: { ...holderOf(33), name: '王某某' } }),
  ]);
  const venueId = '420100-metro-jinghe';
  const staff = staffToken(town.town, 'inspector', [venueId]);
  const enter = async (number: string) => {
    const at = town.needs.clock.now();
    const scanId = newId(at, town.needs.chance.bytes);
    const whom = { by: 'card', number };
    return town.ask('rides.register-for', { scanId, venueId, enteredAt: at, sentAt: at, whom }, staff);
  };
  expect(await enter('77001133')).toMatchObject({ failure: { code: 'card-holder-unknown' } });
  expect(await enter('77001122')).toMatchObject({ ok: true });
});
