import { attemptCounts } from '@tongcheng/cloudfunctions/app/identity/attempt-record';
import { takeAttempt } from '@tongcheng/cloudfunctions/app/identity/attempts/take-attempt';
import { verifyIdentity } from '@tongcheng/cloudfunctions/app/identity/verify-identity';
import { people } from '@tongcheng/cloudfunctions/vault/records';
import { dayOf } from '@tongcheng/shared/time';
import { instanceOver, ownStore } from '../world/instance';
import { agreed, answered, authenticated, callerIn, claimOf, refusalOf, signedIn, wang } from '../world/rider';

const place = ownStore();
let needs: Awaited<ReturnType<typeof instanceOver>>;
let turn = 0;
beforeEach(async () => {
  turn += 1;
  needs = await instanceOver(place.store, undefined, `stranger ${turn}`);
  await needs.services.open();
});
afterEach(() => needs.services.close());
afterAll(place.close);

/** Somebody whose own phone the operators know. */
const victim = (order = 0) => ({
  ...wang,
  documentKind: 'passport' as const,
  documentNumber: `E6${turn}0000${order}`,
  phone: claimOf(wang).phone,
});
const register = (person: ReturnType<typeof victim>) =>
  needs.services.register.people.set(person.documentNumber, person);
const asker = async (subject: string, address?: string) =>
  callerIn(needs, await agreed(needs, `${subject}-stranger-${turn}`), address);

describe('name and number of a stranger', () => {
  it('lead to nothing, and tell nothing: not whether the person exists, rides, or has a status', async () => {
    register(victim(1));
    await authenticated(needs, `victim-of-${turn}`, victim(2));
    const wrongPhone = { phone: '13911112222' };
    const answers = [
      await verifyIdentity(needs, await asker('a'), { ...claimOf(victim(1)), ...wrongPhone }),
      await verifyIdentity(needs, await asker('b'), { ...claimOf(victim(2)), ...wrongPhone }),
      await verifyIdentity(needs, await asker('c'), { ...claimOf(victim(2)), name: '演示他人' }),
      await verifyIdentity(needs, await asker('d'), claimOf(victim(3))),
    ];
    expect(new Set(answers.map((answer) => JSON.stringify(answer)))).toEqual(
      new Set([JSON.stringify({ ok: false, failure: { code: 'real-name-mismatch' } })]),
    );
  });

  it('W-19 a child without a phone of its own is registered with the guardian’s', async () => {
    const { phone: _guardians, ...child } = victim(1);
    needs.services.register.people.set(child.documentNumber, child);
    expect(refusalOf(await verifyIdentity(needs, await asker('guardian'), claimOf(child)))).toBeUndefined();
  });
});

describe('a phone that changes', () => {
  it('is taken over from the registers’ word, for every account of the person', async () => {
    const session = await authenticated(needs, `mover-${turn}`, victim(1));
    const moved = { ...victim(1), phone: '13922223333' };
    const claim = { ...claimOf(moved), phone: moved.phone };
    const caller = await callerIn(needs, session);
    expect(refusalOf(await verifyIdentity(needs, caller, claim))).toBe('real-name-mismatch');
    register(moved);
    const changed = answered(await verifyIdentity(needs, caller, claim));
    expect(changed.account.maskedPhone).toBe('139****3333');
    const { personId = '' } = caller;
    expect((await needs.vault.reveal([personId], 'own-data')).get(personId)?.phone).toBe(moved.phone);
    expect(await place.store.count(people, { _id: personId })).toBe(1);
  });
});

describe('an authentication', () => {
  it('is learned of by the other tabs of the account within five seconds', async () => {
    const tab = await signedIn(needs, `tabs-${turn}`);
    needs.clock.pass(1_000);
    const session = await authenticated(needs, `tabs-${turn}`, victim(1));
    needs.clock.pass(5_000);
    expect(await needs.callerOf(tab.accessToken, 'x')).toBe('stale');
    expect(await callerIn(needs, session)).toMatchObject({ eligibility: { identity: true } });
  });

  it('that matches uses up no attempt of its address: a whole office shares one', async () => {
    const strict = { ...needs, attemptsADay: { ...needs.attemptsADay, account: 10, document: 5, address: 2 } };
    for (let order = 0; order < 6; order += 1) {
      register(victim(order));
      const caller = await asker(`colleague${order}`, '198.51.100.20');
      expect(refusalOf(await verifyIdentity(strict, caller, claimOf(victim(order))))).toBeUndefined();
    }
    for (const expected of ['real-name-mismatch', 'real-name-mismatch', 'too-many-tries'])
      expect(refusalOf(await verifyIdentity(strict, await asker(expected, '198.51.100.20'), claimOf(victim(9))))).toBe(
        expected,
      );
  });

  it('of guessers who change within their own IPv6 network counts as one address', async () => {
    const strict = { ...needs, attemptsADay: { ...needs.attemptsADay, account: 100, document: 100, address: 3 } };
    const answers: (string | undefined)[] = [];
    for (let order = 1; order <= 5; order += 1) {
      const caller = await asker(`six${order}`, `2001:db8:${turn}:1::${order}`);
      answers.push(refusalOf(await verifyIdentity(strict, caller, claimOf(victim(order)))));
    }
    expect(answers).toEqual([...Array(3).fill('real-name-mismatch'), 'too-many-tries', 'too-many-tries']);
  });

  it('of all together is bounded a minute, and says to try later', async () => {
    const strict = { ...needs, attemptsADay: { ...needs.attemptsADay, allAMinute: 2 } };
    const answers: (string | undefined)[] = [];
    for (let order = 0; order < 4; order += 1)
      answers.push(refusalOf(await verifyIdentity(strict, await asker(`all${order}`), claimOf(victim(order)))));
    expect(answers.slice(0, 2)).toEqual(['real-name-mismatch', 'real-name-mismatch']);
    expect(answers.slice(2)).toEqual(['real-name-unavailable', 'real-name-unavailable']);
    needs.clock.pass(60_000);
    expect(refusalOf(await verifyIdentity(strict, await asker('later'), claimOf(victim(5))))).toBe(
      'real-name-mismatch',
    );
  });

  it('the counts of the day are as the attempts were', async () => {
    for (let order = 0; order < 3; order += 1) await takeAttempt(needs, `exact ${turn}`, 2);
    const day = dayOf(needs.clock.now());
    const blind = await needs.vault.blindIndex('attempt', `${day}.exact ${turn}`);
    expect(await place.store.get(attemptCounts, `${day}.${blind}`)).toMatchObject({
      count: 2,
    });
  });
});
