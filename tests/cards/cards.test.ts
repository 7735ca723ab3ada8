import { bindCard } from '@tongcheng/cloudfunctions/app/cards/bind-card';
import { cardClaims, cardHolders } from '@tongcheng/cloudfunctions/app/cards/card-record';
import { holderOf } from '@tongcheng/cloudfunctions/app/cards/holder-of';
import { listCards } from '@tongcheng/cloudfunctions/app/cards/list-cards';
import { unbindCard } from '@tongcheng/cloudfunctions/app/cards/unbind-card';
import { addMember } from '@tongcheng/cloudfunctions/app/identity/add-member';
import { confirmRider } from '@tongcheng/cloudfunctions/app/identity/confirm-rider';
import { ServiceUnavailable } from '@tongcheng/cloudfunctions/ports/service-unavailable';
import { isCardNumber, unusualIn } from '@tongcheng/shared/cards/card-number';
import { dayMs, wholeDayOf } from '@tongcheng/shared/time';
import { plainCode } from '@tongcheng/shared/typed-text';
import { staffAt } from '../world/callers';
import { instanceOver, ownStore } from '../world/instance';
import { agreed, answered, authenticated, callerIn, claimOf, refusalOf, wang } from '../world/rider';

jest.setTimeout(60_000);

const place = ownStore();
let needs: Awaited<ReturnType<typeof instanceOver>>;
let turn = 0;

beforeEach(async () => {
  turn += 1;
  needs = await instanceOver(place.store, undefined, `cards ${turn}`);
  await needs.services.open();
});
afterEach(() => needs.services.close());
afterAll(place.close);

const holder = async (who = 'holder') => {
  const documentNumber = `E6${turn}0${who.length}00${who.charCodeAt(0)}`;
  const person = { ...wang, documentKind: 'passport' as const, documentNumber };
  return callerIn(needs, await authenticated(needs, `${who}-of-cards-${turn}`, person));
};
/** A card of the issuer. */
const issued = (order: number) => {
  const number = `31${String(turn).padStart(4, '0')}${String(order).padStart(13, '0')}`;
  needs.services.register.cards.set(`t-union:${number}`, 'known');
  return { kind: 't-union', number };
};

describe('binding a card', () => {
  it('W-03 the issuer’s word binds it; its holder sees the last four characters', async () => {
    const caller = await holder();
    const card = issued(1);
    const bound = answered(
      await bindCard(needs, caller, { ...card, number: ` ${card.number.slice(0, 4)} ${card.number.slice(4)} ` }),
    );
    expect(bound).toMatchObject({
      kind: 't-union',
      lastFour: card.number.slice(-4),
      boundAt: wholeDayOf(needs.clock.now()),
    });
    expect(answered(await listCards(needs, caller, {})).cards).toEqual([bound]);
  });

  it('W-03 an unknown and a blocked card are refused, whatever their length', async () => {
    const caller = await holder();
    needs.services.register.cards.set('wuhantong:1234567890', 'blocked');
    for (const [number, reason] of [
      ['1234567890', 'blocked'],
      ['1234567891234567', 'unknown'],
      ['12345', 'unknown'],
      ['=1+1', 'shape'],
    ])
      expect(await bindCard(needs, caller, { kind: 'wuhantong', number: number ?? '' })).toEqual({
        ok: false,
        failure: { code: 'card-refused', details: { reason } },
      });
  });

  it('W-03 the issuer away: said so, nothing kept, no ride blocked', async () => {
    const caller = await holder();
    needs.services.faults['card-issuer'].away = true;
    expect(refusalOf(await bindCard(needs, caller, issued(1)))).toBe('card-issuer-unavailable');
    expect(answered(await listCards(needs, caller, {})).cards).toEqual([]);
  });

  it('one card is bound to one person, however many bind it at once', async () => {
    const card = issued(1);
    const callers = [await holder('anna'), await holder('berta'), await holder('cilli')];
    const answers = await Promise.all([...callers, ...callers].map((caller) => bindCard(needs, caller, card)));
    const held = await Promise.all(
      callers.map(async (caller) => answered(await listCards(needs, caller, {})).cards.length),
    );
    expect(held.sort()).toEqual([0, 0, 1]);
    expect(answers.filter((answer) => answer.ok)).toHaveLength(2);
    for (const answer of answers) if (!answer.ok) expect(answer.failure.code).toBe('card-bound-elsewhere');
  });

  it('binding again answers with the same card', async () => {
    const caller = await holder();
    const card = issued(1);
    const first = answered(await bindCard(needs, caller, card));
    needs.clock.pass(dayMs);
    expect(answered(await bindCard(needs, caller, card))).toEqual(first);
  });

  it('B-01 five at most, also when seven are bound at once', async () => {
    const caller = await holder();
    for (let order = 1; order <= 5; order += 1) answered(await bindCard(needs, caller, issued(order)));
    expect(refusalOf(await bindCard(needs, caller, issued(6)))).toBe('card-limit');
    const other = await holder('other');
    await Promise.all([11, 12, 13, 14, 15, 16, 17].map((order) => bindCard(needs, other, issued(order))));
    expect(answered(await listCards(needs, other, {})).cards).toHaveLength(5);
    const claims = await place.store.count(cardClaims, { personId: other.personId ?? '' });
    expect(claims).toBe(answered(await listCards(needs, other, {})).cards.length);
  });

  it('B-01 with five cards the issuer is not asked about a sixth; with four it is', async () => {
    const caller = await holder();
    const held = await Promise.all(
      [1, 2, 3, 4, 5].map(async (order) => answered(await bindCard(needs, caller, issued(order)))),
    );
    const unknown = { kind: 't-union', number: '3199999999999999999' };
    expect(refusalOf(await bindCard(needs, caller, unknown))).toBe('card-limit');
    answered(await unbindCard(needs, caller, { cardId: held[0]?.cardId ?? '' }));
    expect(refusalOf(await bindCard(needs, caller, unknown))).toBe('card-refused');
  });

  it('W-03 a fault of ours is not reported as the issuer being unavailable', async () => {
    const caller = await holder();
    const asking = (fault: Error) =>
      bindCard({ ...needs, cardIssuer: { check: () => Promise.reject(fault) } }, caller, issued(1));
    await expect(asking(new TypeError('ours'))).rejects.toThrow('ours');
    expect(refusalOf(await asking(new ServiceUnavailable('theirs')))).toBe('card-issuer-unavailable');
  });

  it('cards of others are not found by trying: twenty questions a day', async () => {
    const caller = await holder();
    const answers: (string | undefined)[] = [];
    for (let order = 0; order < 22; order += 1)
      answers.push(
        refusalOf(await bindCard(needs, caller, { kind: 't-union', number: `31${String(order).padStart(17, '9')}` })),
      );
    expect(answers).toEqual([...Array(20).fill('card-refused'), 'too-many-tries', 'too-many-tries']);
  });

  it('only somebody authenticated binds; another’s card cannot be unbound; unbound it is free', async () => {
    const nobody = await callerIn(needs, await agreed(needs, `nobody-of-cards-${turn}`));
    const card = issued(1);
    expect(refusalOf(await bindCard(needs, nobody, card))).toBe('not-authenticated');
    expect(answered(await listCards(needs, nobody, {})).cards).toEqual([]);
    const [owner, other] = [await holder('owner'), await holder('thief')];
    const { cardId } = answered(await bindCard(needs, owner, card));
    for (const caller of [other, nobody])
      expect(refusalOf(await unbindCard(needs, caller, { cardId }))).toBe('card-unknown');
    answered(await unbindCard(needs, owner, { cardId }));
    expect(refusalOf(await unbindCard(needs, owner, { cardId }))).toBe('card-unknown');
    expect(answered(await bindCard(needs, other, card)).lastFour).toBe(card.number.slice(-4));
  });

  it('W-28 the number is sealed for its holder and found by blind index only', async () => {
    const caller = await holder();
    const card = issued(1);
    const { cardId } = answered(await bindCard(needs, caller, card));
    const record = await place.store.get(cardHolders, caller.personId ?? '');
    expect(JSON.stringify(record)).not.toContain(card.number.slice(0, 12));
    expect(await needs.vault.openFor(caller.personId ?? '', cardId, record?.cards[0]?.sealedNumber ?? '')).toBe(
      card.number,
    );
  });
});

describe('numbers of cards', () => {
  it('B-02 a number one digit short is bound when its issuer knows it', async () => {
    const caller = await holder();
    needs.services.register.cards.set('t-union:310480000000123456', 'known');
    const bound = answered(await bindCard(needs, caller, { kind: 't-union', number: '310480000000123456' }));
    expect(bound.lastFour).toBe('3456');
  });

  const tUnion = { usualLengths: [19], usualStart: '31' };
  it.each([
    [tUnion, '3104800000001234567', undefined],
    [tUnion, '3204800000001234567', 'start'],
    [tUnion, '310480000000123456', 'length'],
    [{ usualLengths: [10, 16] }, '12AB34CD56', undefined],
    [{ usualLengths: [10, 16] }, '1234567890123456', undefined],
    [{ usualLengths: [10, 16] }, '12345', 'length'],
    [{}, 'ABCD1234', undefined],
  ] as const)('B-02 of a kind with %j, %s is unusual in: %s', (kind, number, unusual) =>
    expect(unusualIn(kind, number)).toBe(unusual),
  );

  it('B-02 letters and digits, nothing else', () => {
    expect(['ABCD1234', '310480000000123456789012'].map(isCardNumber)).toEqual([true, true]);
    expect([plainCode('AB\u202e12'), '=1+1', '123', 'A'.repeat(33)].map(isCardNumber)).toEqual(Array(4).fill(false));
  });

  it('numbers are tidied as people type them', () => {
    expect(plainCode('３１０４-8000 0000\u30001234567')).toBe('3104800000001234567');
    expect(plainCode('12ab34cd56')).toBe('12AB34CD56');
  });
});

describe('W-33 a card bound for a member of the family', () => {
  const withMember = async () => {
    const caller = await holder('daughter');
    const person = { ...wang, documentKind: 'passport' as const, documentNumber: `E7${turn}000099`, name: '验证老人' };
    needs.services.register.people.set(person.documentNumber, person);
    const claim = { ...claimOf(person), relation: 'parent', consent: true } as const;
    const [member] = answered(await addMember(needs, caller, claim)).members;
    if (!member) throw new Error('nobody was added');
    const { name, documentKind, documentNumber } = person;
    const heard = () =>
      confirmRider(
        needs,
        { ...staffAt('bus1'), role: 'desk' },
        { name, documentKind, documentNumber, code: member.code ?? '' },
      );
    return { caller, memberId: member.memberId, person, heard };
  };

  it('W-20 is theirs: the tap names them and nobody else, and the one who bound it keeps their own', async () => {
    const { caller, memberId, person, heard } = await withMember();
    answered(await heard());
    const card = issued(7);
    const bound = answered(await bindCard(needs, caller, { ...card, memberId }));
    expect(answered(await listCards(needs, caller, { memberId })).cards).toEqual([bound]);
    expect(answered(await listCards(needs, caller, {})).cards).toEqual([]);
    const tapped = (await holderOf(needs, [card.kind], card.number))?.personId;
    expect(tapped).toBe(await needs.vault.findByDocument(person.documentKind, person.documentNumber));
    expect(tapped).not.toBe(caller.personId);
    expect(refusalOf(await bindCard(needs, caller, card))).toBe('card-bound-elsewhere');
    answered(await unbindCard(needs, caller, { cardId: bound.cardId, memberId }));
    expect(await holderOf(needs, [card.kind], card.number)).toBeUndefined();
  });

  it('waits for the member’s own consent, and is nobody else’s to bind, see or unbind', async () => {
    const { caller, memberId, heard } = await withMember();
    const card = { ...issued(8), memberId };
    expect(refusalOf(await bindCard(needs, caller, card))).toBe('member-unconfirmed');
    answered(await heard());
    const { cardId } = answered(await bindCard(needs, caller, card));
    const stranger = await holder('stranger');
    expect(refusalOf(await bindCard(needs, stranger, card))).toBe('member-unknown');
    expect(refusalOf(await listCards(needs, stranger, { memberId }))).toBe('member-unknown');
    expect(refusalOf(await unbindCard(needs, stranger, { cardId, memberId }))).toBe('member-unknown');
    expect(refusalOf(await unbindCard(needs, caller, { cardId }))).toBe('card-unknown');
  });
});
