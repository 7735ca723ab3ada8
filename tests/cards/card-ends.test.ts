import { accessLog } from '@tongcheng/cloudfunctions/app/audit/access-entry';
import { cardClaims } from '@tongcheng/cloudfunctions/app/cards/card-record';
import { cardStatus, statusClasses } from '@tongcheng/shared/gates/status-byte';
import { dayMs } from '@tongcheng/shared/time';
import * as z from 'zod';
import { cardHolder, cardOwners, type GateTown, openGate } from '../gates/gate-town';
import { enrolled, staffToken } from '../world/town-sessions';
import { cameOf, cardPartner, holderOf, openCardTown, told } from './partner-cards';

jest.setTimeout(120_000);

let town: GateTown;
beforeEach(async () => {
  town = await openCardTown();
  await town.make();
});
afterEach(async () => {
  expect(town.faults).toEqual([]);
  await town.close();
});

type Gate = Awaited<ReturnType<typeof openGate>>;
type Card = { readonly kind: string; readonly number: string };
const byteOf = async (gate: Gate, card: Card) => gate.statusIn((await gate.fetch()).held, card);
const stateOf = async (gate: Gate, card: Card) => {
  const byte = await byteOf(gate, card);
  return byte === undefined ? 'not-linked' : cardStatus(byte, town.needs.clock.now()).state;
};
const desk = () => staffToken(town.town, 'desk', ['420100-metro-jinghe']);
const atDesk = ({ kind, number }: Card, reason: string) =>
  town.ask('cards.unlink-at-desk', { kind, number, reason }, desk());
const Cards = z.object({ cards: z.array(z.object({ cardId: z.string(), lost: z.boolean().optional() })) });
const cardsFor = async (token: string) => Cards.parse((await town.ask('cards.list-cards', {}, token)).value).cards;
const lose = (token: string, cardId: string, lost: boolean) => town.ask('cards.report-lost', { cardId, lost }, token);

test('B-06 a card that its rider reports lost is shut out by gates within the time that the receipt says, whatever their status, also next week, until it is found', async () => {
  const holder = await cardHolder(town.town, 0);
  const gate = await openGate(town);
  await town.nextMake();
  expect(await stateOf(gate, holder)).toBe('tested');
  // Five minutes between sets, and one of the timer.
  expect(await lose(holder.accessToken, holder.cardId, true)).toMatchObject({
    ok: true,
    value: { gatesKnowMinutes: 6 },
  });
  expect(await cardsFor(holder.accessToken)).toMatchObject([{ lost: true }]);
  await town.nextMake(6);
  expect(await byteOf(gate, holder)).toBe(statusClasses.blocked);
  expect(await stateOf(gate, holder)).toBe('blocked');
  town.platform.say(holder.documentNumber, town.platform.green());
  await town.nextMake();
  expect(await stateOf(gate, holder)).toBe('blocked');
  town.pass(8 * dayMs);
  const { accessToken } = await enrolled(town.town, holder.index);
  await town.make();
  expect(await stateOf(gate, holder)).toBe('blocked');
  await lose(accessToken, holder.cardId, false);
  town.platform.say(holder.documentNumber, town.platform.green());
  await town.nextMake();
  expect(await stateOf(gate, holder)).toBe('tested');
  expect(await cardsFor(accessToken)).toEqual([expect.not.objectContaining({ lost: true })]);
});

test('B-01 a renewed card is bound in the place of the old one, which gates forget; another’s card is replaced by nobody', async () => {
  const holder = await cardHolder(town.town, 0);
  const [next, other] = [cardOwners[1], await cardHolder(town.town, 2)];
  if (!next) throw new Error('no such card');
  const gate = await openGate(town);
  await town.nextMake();
  const bind = (replaces: string, card: Card = next) =>
    town.ask('cards.bind-card', { kind: card.kind, number: card.number, replaces }, holder.accessToken);
  const first = await bind(other.cardId);
  expect(first).toMatchObject({ ok: true, value: { gatesKnowMinutes: 6 } });
  expect(await cardsFor(other.accessToken)).toHaveLength(1);
  expect(await cardsFor(holder.accessToken)).toHaveLength(2);
  // The same again completes what broke off before the old one went.
  expect(await bind(holder.cardId)).toMatchObject({ ok: true });
  expect(await cardsFor(holder.accessToken)).toHaveLength(1);
  await town.nextMake();
  expect([await stateOf(gate, holder), await stateOf(gate, other)]).toEqual(['not-linked', 'tested']);
  expect(await stateOf(gate, next)).toBe('tested');
});

test('B-01 no limit counts the card that is replaced', async () => {
  await town.close();
  town = await openCardTown({ medium: 'physical' });
  await town.make();
  const holder = await cardHolder(town.town, 0);
  const next = cardOwners.find(({ kind }, order) => order > 0 && kind === holder.kind);
  if (!next) throw new Error('no such card');
  const bind = (more: Readonly<Record<string, unknown>> = {}) =>
    town.ask('cards.bind-card', { kind: next.kind, number: next.number, city: '420100', ...more }, holder.accessToken);
  expect(await bind()).toMatchObject({ failure: { code: 'card-medium-limit' } });
  expect(await bind({ replaces: holder.cardId })).toMatchObject({ ok: true });
  expect(await town.needs.store.count(cardClaims, {})).toBe(1);
});

test('X-22 a desk undoes a wrong link by the card’s number, on record, and hears nothing of whose it was', async () => {
  const holder = await cardHolder(town.town, 0);
  const gate = await openGate(town);
  await town.nextMake();
  const done = await atDesk(holder, 'wrong-link');
  expect(done).toMatchObject({ ok: true, value: { cards: 1, gatesKnowMinutes: 6 } });
  expect(JSON.stringify(done.value)).not.toContain('name');
  await town.nextMake();
  expect(await stateOf(gate, holder)).toBe('not-linked');
  const { accessToken } = await enrolled(town.town, holder.index);
  expect(await cardsFor(accessToken)).toEqual([]);
  expect(await atDesk(holder, 'wrong-link')).toMatchObject({ failure: { code: 'card-not-linked' } });
  const own = await town.ask('rights.own-accesses', {}, accessToken);
  expect(JSON.stringify(own.value)).toContain('card-unlinked');
  const inspector = staffToken(town.town, 'inspector', ['420100-metro-jinghe']);
  const asked = { kind: holder.kind, number: holder.number, reason: 'lost' };
  expect(await town.ask('cards.unlink-at-desk', asked, inspector)).toMatchObject({ failure: { code: 'not-allowed' } });
  expect(await town.needs.store.count(accessLog, {})).toBeGreaterThan(0);
});

test('B-10 where a holder died all their cards are unlinked, also those that partners stated; a lost card stays linked and is shut out', async () => {
  const holder = await cardHolder(town.town, 0);
  const partner = await cardPartner(town);
  const consent = { kind: 'issued', did: 'consented', holder: holderOf(holder.index) };
  expect(cameOf(await partner.link([told(town, '99000001', consent)]))).toEqual(['linked']);
  const stated = { kind: 'issued', number: '99000001' };
  const gate = await openGate(town);
  expect(await atDesk(stated, 'lost')).toMatchObject({ value: { cards: 1 } });
  await town.nextMake();
  expect([await stateOf(gate, stated), await stateOf(gate, holder)]).toEqual(['blocked', 'tested']);
  expect(await cardsFor(holder.accessToken)).toHaveLength(2);
  expect(await atDesk(holder, 'holder-died')).toMatchObject({ value: { cards: 2 } });
  await town.nextMake();
  expect([await stateOf(gate, stated), await stateOf(gate, holder)]).toEqual(['not-linked', 'not-linked']);
  expect(await town.needs.store.count(cardClaims, {})).toBe(0);
});

test('B-03 a stated card is lost and found by its holder alone', async () => {
  const partner = await cardPartner(town);
  const [owner, other] = [await enrolled(town.town, 30), await enrolled(town.town, 31)];
  await partner.link([told(town, '99000002', { kind: 'issued', did: 'consented', holder: holderOf(30) })]);
  const gate = await openGate(town);
  const [card] = await cardsFor(owner.accessToken);
  const cardId = card?.cardId ?? '';
  expect(await lose(other.accessToken, cardId, true)).toMatchObject({ failure: { code: 'card-unknown' } });
  expect(await lose(owner.accessToken, cardId, true)).toMatchObject({ ok: true });
  await town.nextMake();
  const stated = { kind: 'issued', number: '99000002' };
  expect(await stateOf(gate, stated)).toBe('blocked');
  await lose(owner.accessToken, cardId, false);
  await town.nextMake();
  expect(await stateOf(gate, stated)).toBe('tested');
});
