import { httpCardIssuer } from '@tongcheng/cloudfunctions/adapters/providers-http/card-issuer';
import { bindCard } from '@tongcheng/cloudfunctions/app/cards/bind-card';
import { cardClaims } from '@tongcheng/cloudfunctions/app/cards/card-record';
import * as api from '@tongcheng/shared/cards/api';
import { instanceOver, ownStore } from '../world/instance';
import { authenticated, callerIn, refusalOf, wang } from '../world/rider';

const place = ownStore();
let needs: Awaited<ReturnType<typeof instanceOver>>;
beforeEach(async () => {
  needs = await instanceOver(place.store);
  await needs.services.open();
});
afterEach(() => needs.services.close());
afterAll(place.close);

const number = '3104800000007654321';
const rider = async (order: number) => {
  const person = { ...wang, documentKind: 'passport' as const, documentNumber: `E500000${order}` };
  return callerIn(needs, await authenticated(needs, `subject-of-card-${order}`, person));
};

describe('binding a card', () => {
  it('a number claimed by a person who was erased while binding is free', async () => {
    needs.services.register.cards.set(`t-union:${number}`, 'known');
    const _id = await needs.vault.blindIndex('card', `t-union:${number}`);
    await place.store.insert(cardClaims, { _id, personId: 'FORGOTTEN', cardId: 'CARD' });
    const caller = await rider(1);
    expect(refusalOf(await bindCard(needs, caller, { kind: 't-union', number }))).toBeUndefined();
    expect(await place.store.get(cardClaims, _id)).toMatchObject({ personId: caller.personId });
    expect(refusalOf(await bindCard(needs, await rider(2), { kind: 't-union', number }))).toBe('card-bound-elsewhere');
  });

  it('W-03 while the issuer is away no attempt is lost', async () => {
    const caller = await rider(3);
    needs.services.faults['card-issuer'].away = true;
    for (let order = 0; order < 21; order += 1)
      expect(refusalOf(await bindCard(needs, caller, { kind: 'wuhantong', number: '0123456789' }))).toBe(
        'card-issuer-unavailable',
      );
    needs.services.faults['card-issuer'].away = false;
    const rested = { ...needs, cardIssuer: httpCardIssuer(needs.services.to) };
    expect(refusalOf(await bindCard(rested, caller, { kind: 'wuhantong', number: '0123456789' }))).toBe('card-refused');
  });

  it('W-28 the kind, which rests readable, takes names of kinds only', () => {
    expect(api.bindCard.input.safeParse({ kind: 't-union', number }).success).toBe(true);
    for (const kind of ['演示王小明', 'T-Union', 'a b', ''])
      expect(api.bindCard.input.safeParse({ kind, number }).success).toBe(false);
  });
});
