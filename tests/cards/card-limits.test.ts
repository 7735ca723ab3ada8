import { bindCard } from '@tongcheng/cloudfunctions/app/cards/bind-card';
import { cardClaims } from '@tongcheng/cloudfunctions/app/cards/card-record';
import { listCards } from '@tongcheng/cloudfunctions/app/cards/list-cards';
import { unbindCard } from '@tongcheng/cloudfunctions/app/cards/unbind-card';
import { addMember } from '@tongcheng/cloudfunctions/app/identity/add-member';
import { confirmRider } from '@tongcheng/cloudfunctions/app/identity/confirm-rider';
import { cities } from '@tongcheng/cloudfunctions/app/venues/records';
import type { RiderCaller } from '@tongcheng/shared/caller';
import type { CardKind } from '@tongcheng/shared/venues/card-kind';
import { staffAt } from '../world/callers';
import { townSettings } from '../world/installation';
import { instanceOver, ownStore } from '../world/instance';
import { aCity } from '../world/records';
import { answered, authenticated, callerIn, claimOf, refusalOf, wang } from '../world/rider';

jest.setTimeout(60_000);

const place = ownStore();
let needs: Awaited<ReturnType<typeof instanceOver>>;
let turn = 0;

const kind = (name: string, medium?: CardKind['medium']): CardKind => ({
  kind: name,
  name: { zh: name, en: name },
  hint: { zh: '', en: '' },
  ...(medium && { medium }),
});
/** A city that counts by medium, one that does not; both take the cards of the country. */
const counting = [
  kind('yikatong'),
  kind('t-union', 'physical'),
  kind('phone-card', 'phone'),
  kind('memorial', 'ticket'),
];
const byMedium = { ...townSettings, city: '110000', cardKinds: counting };
const plain = { ...townSettings, cardKinds: [kind('wuhantong'), kind('t-union')] };

beforeAll(async () => {
  for (const settings of [plain, byMedium]) await place.store.insert(cities, aCity(settings));
});
beforeEach(async () => {
  turn += 1;
  needs = await instanceOver(place.store, undefined, `limits ${turn}`);
  await needs.services.open();
});
afterEach(() => needs.services.close());
afterAll(place.close);

const person = (order: number) => ({
  ...wang,
  documentKind: 'passport' as const,
  documentNumber: `E8${String(turn).padStart(3, '0')}${String(order).padStart(4, '0')}`,
});
const holder = async (order = 0) =>
  callerIn(needs, await authenticated(needs, `limits-${turn}-${order}`, person(order)));
const issued = (name: string, order: number) => {
  const number = `${String(turn).padStart(4, '0')}${String(order).padStart(8, '0')}`;
  needs.services.register.cards.set(`${name}:${number}`, 'known');
  return { kind: name, number };
};
const city = '110000';
const cardsHeld = async (caller: RiderCaller, memberId?: string) =>
  answered(await listCards(needs, caller, memberId === undefined ? {} : { memberId })).cards;

describe('B-01 one card of each medium', () => {
  it('a physical one, a phone card and a commemorative ticket; a second of any is refused by its medium', async () => {
    const caller = await holder();
    for (const name of ['yikatong', 'phone-card', 'memorial'])
      answered(await bindCard(needs, caller, { ...issued(name, 1), city }));
    for (const [name, medium] of [
      ['t-union', 'physical'],
      ['yikatong', 'physical'],
      ['phone-card', 'phone'],
      ['memorial', 'ticket'],
    ] as const)
      expect(await bindCard(needs, caller, { ...issued(name, 2), city })).toEqual({
        ok: false,
        failure: { code: 'card-medium-limit', details: { medium } },
      });
    expect(await cardsHeld(caller)).toHaveLength(3);
  });

  it('the issuer is not asked before there is room; unbound, another takes its place', async () => {
    const caller = await holder();
    const { cardId } = answered(await bindCard(needs, caller, { ...issued('phone-card', 1), city }));
    const unknown = { kind: 'phone-card', number: '999999999999', city };
    expect(refusalOf(await bindCard(needs, caller, unknown))).toBe('card-medium-limit');
    answered(await unbindCard(needs, caller, { cardId }));
    expect(refusalOf(await bindCard(needs, caller, unknown))).toBe('card-refused');
    answered(await bindCard(needs, caller, { ...issued('phone-card', 2), city }));
  });

  it('six phones at once bind one of a medium, and leave no claim of another', async () => {
    const caller = await holder();
    const answers = await Promise.all(
      [1, 2, 3, 4, 5, 6].map((order) => bindCard(needs, caller, { ...issued('phone-card', order), city })),
    );
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    for (const answer of answers) if (!answer.ok) expect(answer.failure.code).toBe('card-medium-limit');
    expect(await place.store.count(cardClaims, { personId: caller.personId ?? '' })).toBe(1);
  });

  it('the same number again is the same card, whatever is full', async () => {
    const caller = await holder();
    const card = { ...issued('phone-card', 1), city };
    const bound = answered(await bindCard(needs, caller, card));
    expect(answered(await bindCard(needs, caller, card))).toEqual(bound);
  });

  it.each([undefined, '420300', '420100'])('naming %s as the city gains nothing for a kind it lacks', async (named) => {
    const caller = await holder();
    const other = named === undefined ? {} : { city: named };
    answered(await bindCard(needs, caller, { ...issued('phone-card', 1), ...other }));
    expect(refusalOf(await bindCard(needs, caller, { ...issued('phone-card', 2), ...other }))).toBe(
      'card-medium-limit',
    );
  });

  it('a city whose kinds name no medium keeps five of any kind', async () => {
    const caller = await holder();
    for (const order of [1, 2, 3, 4, 5])
      answered(await bindCard(needs, caller, { ...issued('t-union', order), city: '420100' }));
    expect(refusalOf(await bindCard(needs, caller, { ...issued('t-union', 6), city: '420100' }))).toBe('card-limit');
  });
});

describe('B-01 five cards for others, W-33', () => {
  const member = async (caller: RiderCaller, order: number) => {
    const theirs = { ...person(order), name: '验证老人' };
    needs.services.register.people.set(theirs.documentNumber, theirs);
    const claim = { ...claimOf(theirs), relation: 'parent', consent: true } as const;
    const { members } = answered(await addMember(needs, caller, claim));
    const added = members.at(-1);
    if (!added) throw new Error('nobody was added');
    const { name, documentKind, documentNumber } = theirs;
    const shown = { name, documentKind, documentNumber, code: added.code ?? '' };
    answered(await confirmRider(needs, { ...staffAt('bus1'), role: 'desk' }, shown));
    return added.memberId;
  };
  const kinds = ['yikatong', 'phone-card', 'memorial'];

  it('are counted over all members, and none of them is the helper’s own', async () => {
    const caller = await holder();
    const [first, second] = [await member(caller, 1), await member(caller, 2)];
    for (const name of kinds) answered(await bindCard(needs, caller, { ...issued(name, 1), city, memberId: first }));
    const before = { ...issued('yikatong', 2), city, memberId: second };
    const { cardId } = answered(await bindCard(needs, caller, before));
    answered(await bindCard(needs, caller, { ...issued('phone-card', 2), city, memberId: second }));
    const sixth = { ...issued('memorial', 2), city, memberId: second };
    expect(refusalOf(await bindCard(needs, caller, sixth))).toBe('card-helper-limit');
    for (const name of kinds) answered(await bindCard(needs, caller, { ...issued(name, 3), city }));
    expect(await cardsHeld(caller)).toHaveLength(3);
    answered(await bindCard(needs, caller, before));
    answered(await unbindCard(needs, caller, { cardId, memberId: second }));
    answered(await bindCard(needs, caller, sixth));
    expect(refusalOf(await bindCard(needs, caller, before))).toBe('card-helper-limit');
  });

  it('a member has one of each medium too, whoever of the family binds it', async () => {
    const caller = await holder();
    const memberId = await member(caller, 1);
    answered(await bindCard(needs, caller, { ...issued('yikatong', 1), city, memberId }));
    expect(refusalOf(await bindCard(needs, caller, { ...issued('t-union', 1), city, memberId }))).toBe(
      'card-medium-limit',
    );
  });

  it('seven at once over three members are five, and what was refused is free again', async () => {
    const caller = await holder();
    const members = [await member(caller, 1), await member(caller, 2), await member(caller, 3)];
    const asked = members.flatMap((memberId, order) =>
      kinds.map((name) => ({ ...issued(name, order), city, memberId })),
    );
    const answers = await Promise.all(asked.slice(0, 7).map((each) => bindCard(needs, caller, each)));
    expect(answers.filter(({ ok }) => ok)).toHaveLength(5);
    const held = await Promise.all(members.map((memberId) => cardsHeld(caller, memberId)));
    expect(held.flat()).toHaveLength(5);
    const free = asked[answers.findIndex(({ ok }) => !ok)];
    if (!free) throw new Error('one was refused');
    const stranger = await holder(9);
    answered(await bindCard(needs, stranger, { kind: free.kind, number: free.number, city }));
  });
});
