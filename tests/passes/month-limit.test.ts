import { deleteAccount } from '@tongcheng/cloudfunctions/app/identity/delete-account';
import { beginCheck } from '@tongcheng/cloudfunctions/app/passes/begin-check';
import { finishCheck } from '@tongcheng/cloudfunctions/app/passes/finish-check';
import { monthIssues, takeIssue } from '@tongcheng/cloudfunctions/app/passes/month-issues';
import { passes } from '@tongcheng/cloudfunctions/app/passes/pass-record';
import { newDayId } from '@tongcheng/shared/ids';
import { lastDayOfMonth, monthOf } from '@tongcheng/shared/passes/terms';
import { dayMs, dayOf, hourMs } from '@tongcheng/shared/time';
import { startCloud, storeIn } from '../cloudbase/cloud';
import { enrolled, type FamilyTown } from '../world/family-town';
import { answered, refusalOf } from '../world/rider';
import { begun, checked, holderKey, openPassTown, passCities, place, residents, stranger, typed } from './pass-town';

jest.setTimeout(240_000);

let town: FamilyTown;
beforeEach(async () => {
  town = await openPassTown('the limit of a month');
  // The first of a month, at noon in Shanghai: three passes fit in before its end.
  town.needs.clock.set(Date.parse('2026-12-01T12:00:00+08:00'));
});
afterEach(() => town.close());

const next = () => town.needs.clock.pass(22 * hourMs);
const issued = async () =>
  (await Promise.all((await town.store.days(passes)).map((day) => town.store.count(passes, { day })))).reduce(
    (sum, count) => sum + count,
    0,
  );

describe('P-04 three issues in a calendar month', () => {
  it('and the fourth is refused, before anybody looks into a camera, until the month is over in Shanghai', async () => {
    const rider = await enrolled(town, 0, residents[0]);
    for (let issue = 0; issue < 3; issue += 1) {
      answered(await checked(town, rider));
      town.needs.clock.pass(dayMs);
    }
    const apply = { city: '110000', wants: 'apply', place } as const;
    expect(refusalOf(await beginCheck(town.needs, rider, apply))).toBe('pass-month-used');
    town.needs.clock.set(Date.parse('2026-12-31T23:59:59.999+08:00'));
    expect(refusalOf(await beginCheck(town.needs, rider, apply))).toBe('pass-month-used');
    town.needs.clock.pass(1);
    expect(answered(await checked(town, rider)).pass.state).toBe('valid');
  });

  it('the third is shown until it ends, though none can be had any more', async () => {
    const rider = await enrolled(town, 0, residents[0]);
    for (let issue = 0; issue < 2; issue += 1) {
      answered(await checked(town, rider));
      next();
    }
    const third = answered(await checked(town, rider)).pass;
    next();
    expect(answered(await checked(town, rider)).pass.passId).toBe(third.passId);
  });

  it('a pass of the last evening of a month stands on the first morning of the next, and takes none of its issues', async () => {
    const rider = await enrolled(town, 0, residents[0]);
    town.needs.clock.set(Date.parse('2026-12-31T23:30:00+08:00'));
    const late = answered(await checked(town, rider)).pass;
    town.needs.clock.set(Date.parse('2027-01-01T08:00:00+08:00'));
    expect(answered(await checked(town, rider)).pass.passId).toBe(late.passId);
    expect((await town.store.days(monthIssues)).includes('2027-01-31')).toBe(false);
  });

  it('is counted by the person: not by account, not by phone, not by the account that was deleted', async () => {
    const rider = await enrolled(town, 0, residents[0]);
    answered(await checked(town, rider));
    answered(await deleteAccount(town.needs, rider, {}));
    next();
    answered(await checked(town, await stranger(town, 'another phone'), { identity: typed() }));
    next();
    answered(await checked(town, await enrolled(town, 0, residents[0])));
    town.needs.clock.pass(dayMs);
    const last = await stranger(town, 'a fourth phone');
    expect(refusalOf(await checked(town, last, { identity: typed() }))).toBe('pass-month-used');
    // What is kept names nobody, and says neither account nor person.
    const [month] = (await town.store.find(monthIssues, { where: { day: '2026-12-31' }, limit: 10 })).items;
    expect(Object.keys(month ?? {}).sort()).toEqual(['_id', '_v', 'day', 'sealed']);
    expect(JSON.stringify(month)).not.toContain(residents[0].documentNumber);
  });

  it('another person has three of their own', async () => {
    answered(await checked(town, await stranger(town, 'first'), { identity: typed() }));
    answered(await checked(town, await stranger(town, 'second'), { identity: typed(residents[1]) }));
    expect(await issued()).toBe(2);
  });
});

describe('P-04 a thousand tries at once from ten accounts', () => {
  /** The services in this process: a thousand connections at once are another matter. */
  const atHand = () => {
    const { faces, register } = town.needs.services;
    const outcome = async (check: { checkId: string; documentNumber: string }) =>
      faces.outcome(check.checkId, check.documentNumber);
    const check = async ({ name, documentNumber }: { name: string; documentNumber: string }) =>
      register.find(documentNumber)?.name === name ? ('match' as const) : ('mismatch' as const);
    return { ...town.needs, faceCheck: { ...town.needs.faceCheck, outcome }, realName: { check } };
  };

  /** Each account begins one check and asks for its outcome a hundred times at once. */
  async function thousand(cityOf: (account: number) => string) {
    const tries: (() => ReturnType<typeof finishCheck>)[] = [];
    for (let account = 0; account < 10; account += 1) {
      const caller = await stranger(town, `account ${account}`);
      const { check, checkId } = await begun(town, caller, { city: cityOf(account), identity: typed() });
      town.needs.services.faces.see(checkId, 'the-person');
      const input = { check, holderKey: holderKey() };
      for (let count = 0; count < 100; count += 1) tries.push(() => finishCheck(atHand(), caller, input));
    }
    return Promise.all(tries.map((each) => each()));
  }

  it('in one city: one pass, the same for all', async () => {
    const answers = await thousand(() => '110000');
    expect(new Set(answers.map((each) => answered(each).pass.passId)).size).toBe(1);
    expect(await issued()).toBe(1);
  });

  it('in ten cities: exactly three', async () => {
    const answers = await thousand((account) => passCities[account] ?? '');
    const given = answers.flatMap((each) => (each.ok ? [each.value.pass.passId] : []));
    expect(new Set(given).size).toBe(3);
    expect(given).toHaveLength(300);
    expect(await issued()).toBe(3);
    expect(new Set(answers.map(refusalOf))).toEqual(new Set([undefined, 'pass-month-used']));
  });

  it('on the store of the cloud: exactly three', async () => {
    const now = town.needs.clock.now();
    const cloud = await startCloud(`${monthIssues.name}`);
    const store = storeIn(cloud);
    const needs = { store, vault: town.needs.vault };
    const tries = Array.from({ length: 1_000 }, (_, count) => ({
      passId: newDayId(now, town.needs.chance.bytes),
      city: passCities[count % passCities.length] ?? '',
      issuedBy: 'phone' as const,
    }));
    // Ten accounts with five devices each, every one as quick as it can: more connections at once the cloud's client does not open.
    const waiting = [...tries];
    const taken: Awaited<ReturnType<typeof takeIssue>>[] = [];
    const device = async () => {
      for (let mine = waiting.pop(); mine; mine = waiting.pop())
        taken.push(await takeIssue(needs, 'somebody', mine, now));
    };
    await Promise.all(Array.from({ length: 50 }, device));
    expect(taken).toHaveLength(1_000);
    await store.close();
    await cloud.close();
    expect(new Set(taken.map((each) => (each === 'used' ? each : each.passId))).size).toBe(4);
  });
});

test('P-04 months are those of Shanghai, whatever zone the machine is in', () => {
  const lastMoment = Date.parse('2026-12-31T15:59:59.999Z');
  expect([monthOf(lastMoment), monthOf(lastMoment + 1)]).toEqual(['2026-12', '2027-01']);
  for (const [day, last] of [
    ['2026-02-01', '2026-02-28'],
    ['2028-02-29', '2028-02-29'],
    ['2026-04-15', '2026-04-30'],
    ['2026-12-31', '2026-12-31'],
  ] as const) {
    const at = Date.parse(`${day}T12:00:00+08:00`);
    expect([dayOf(at), lastDayOfMonth(at)]).toEqual([day, last]);
  }
});
