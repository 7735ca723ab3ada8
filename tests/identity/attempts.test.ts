import { httpRealName } from '@tongcheng/cloudfunctions/adapters/providers-http/real-name';
import { attemptCounts } from '@tongcheng/cloudfunctions/app/identity/attempt-record';
import { takeAttempt } from '@tongcheng/cloudfunctions/app/identity/attempts/take-attempt';
import { verifyIdentity } from '@tongcheng/cloudfunctions/app/identity/verify-identity';
import { makeLimits } from '@tongcheng/cloudfunctions/app/sessions/limits';
import { dayMs, dayOf } from '@tongcheng/shared/time';
import { standingClock } from '../world/clock';
import { instanceOver, ownStore } from '../world/instance';
import { agreed, authenticated, callerIn, claimOf, refusalOf, wang } from '../world/rider';

jest.setTimeout(60_000);

const place = ownStore();
let needs: Awaited<ReturnType<typeof instanceOver>>;
let turn = 0;

beforeEach(async () => {
  turn += 1;
  needs = await instanceOver(place.store, undefined, `attempts ${turn}`);
  await needs.services.open();
});
afterEach(() => needs.services.close());
afterAll(place.close);

const passport = (order: number) => ({
  ...wang,
  documentKind: 'passport' as const,
  documentNumber: `E7${turn}000${order}`,
});
const asking = async (subject: string, address = `10.1.${turn}.1`) =>
  callerIn(needs, await agreed(needs, `${subject}-of-attempts-${turn}`), address);

describe('attempts of the identity check', () => {
  it('an account has ten a day, and tomorrow again', async () => {
    const caller = await asking('account');
    const answers: (string | undefined)[] = [];
    for (let order = 0; order < 12; order += 1)
      answers.push(refusalOf(await verifyIdentity(needs, caller, claimOf(passport(order)))));
    expect(answers).toEqual([...Array(10).fill('real-name-mismatch'), 'too-many-tries', 'too-many-tries']);
    needs.clock.pass(dayMs);
    expect(refusalOf(await verifyIdentity(needs, caller, claimOf(passport(99))))).toBe('real-name-mismatch');
  });

  it('a document has five a day, over all accounts: its holder’s name is not found by guessing', async () => {
    needs.services.register.people.set(passport(1).documentNumber, passport(1));
    const answers: (string | undefined)[] = [];
    for (let guess = 0; guess < 7; guess += 1) {
      const claim = { ...claimOf(passport(1)), name: `演示${'甲乙丙丁戊己庚'.charAt(guess)}` };
      answers.push(refusalOf(await verifyIdentity(needs, await asking(`guesser${guess}`), claim)));
    }
    expect(answers).toEqual([...Array(5).fill('real-name-mismatch'), 'too-many-tries', 'too-many-tries']);
  });

  it('an address has its own', async () => {
    const strict = { ...needs, attemptsADay: { ...needs.attemptsADay, account: 100, document: 100, address: 3 } };
    const answers: (string | undefined)[] = [];
    for (let order = 0; order < 5; order += 1) {
      const caller = await asking(`neighbour${order}`, '203.0.113.9');
      answers.push(refusalOf(await verifyIdentity(strict, caller, claimOf(passport(order)))));
    }
    expect(answers).toEqual([...Array(3).fill('real-name-mismatch'), 'too-many-tries', 'too-many-tries']);
  });

  it('all together have so many a minute: past that the register is not asked, and no attempt is lost', async () => {
    const strict = { ...needs, attemptsADay: { ...needs.attemptsADay, document: 1, allAMinute: 2 } };
    const answers: (string | undefined)[] = [];
    for (let order = 0; order < 4; order += 1) {
      const caller = await asking(`crowd${order}`, `203.0.113.${20 + order}`);
      answers.push(refusalOf(await verifyIdentity(strict, caller, claimOf(passport(order)))));
    }
    expect(answers).toEqual([...Array(2).fill('real-name-mismatch'), 'real-name-unavailable', 'real-name-unavailable']);
    needs.clock.pass(60_000);
    const later = await asking('crowd later', '203.0.113.30');
    expect(refusalOf(await verifyIdentity(strict, later, claimOf(passport(3))))).toBe('real-name-mismatch');
  });

  it('made all at once they are counted one by one', async () => {
    const answers = await Promise.all(Array.from({ length: 20 }, () => takeAttempt(needs, `at once ${turn}`, 5)));
    expect(answers.filter(Boolean)).toHaveLength(5);
  });

  it('while the register is away none is lost', async () => {
    const caller = await asking('patient');
    needs.services.register.people.set(passport(1).documentNumber, passport(1));
    needs.services.faults['real-name'].away = true;
    for (let order = 0; order < 12; order += 1)
      expect(refusalOf(await verifyIdentity(needs, caller, claimOf(passport(1))))).toBe('real-name-unavailable');
    needs.services.faults['real-name'].away = false;
    const afterRest = { ...needs, realName: httpRealName(needs.services.to) };
    expect(refusalOf(await verifyIdentity(afterRest, caller, claimOf(passport(1))))).toBeUndefined();
  });

  it('counts hold nothing that could be read: no number, no address', async () => {
    await authenticated(needs, `blind-${turn}`, passport(5));
    const day = dayOf(needs.clock.now());
    const { items } = await place.store.find(attemptCounts, { where: { day }, limit: 1_000 });
    const text = JSON.stringify(items);
    expect(items.length).toBeGreaterThan(2);
    for (const secret of [passport(5).documentNumber, '10.0.0.1', wang.name]) expect(text).not.toContain(secret);
  });
});

describe('limits in memory', () => {
  it('allow so many in a window, then again in the next', () => {
    const clock = standingClock();
    const limits = makeLimits(clock);
    const take = (key: string) => limits.take(key, { max: 3, perSeconds: 10 });
    expect([take('a'), take('a'), take('a'), take('a'), take('b')]).toEqual([true, true, true, false, true]);
    clock.pass(10_000);
    expect(take('a')).toBe(true);
    expect(limits.take('none', { max: 0, perSeconds: 1 })).toBe(false);
  });

  it('memory stays bounded under a flood of keys', () => {
    const limits = makeLimits(standingClock());
    for (let key = 0; key < 120_000; key += 1) limits.take(`address ${key}`, { max: 1, perSeconds: 60 });
    expect(limits.take('address 119999', { max: 1, perSeconds: 60 })).toBe(false);
  });
});
