import { addMember } from '@tongcheng/cloudfunctions/app/identity/add-member';
import { confirmRider } from '@tongcheng/cloudfunctions/app/identity/confirm-rider';
import { listFamily } from '@tongcheng/cloudfunctions/app/identity/list-family';
import { listOwnAccounts } from '@tongcheng/cloudfunctions/app/identity/list-own-accounts';
import { history } from '@tongcheng/cloudfunctions/app/rides/history';
import { recordScan } from '@tongcheng/cloudfunctions/app/rides/record-scan';
import { registerFor } from '@tongcheng/cloudfunctions/app/rides/register-for';
import { exportOwn } from '@tongcheng/cloudfunctions/app/rights/export-own';
import type { RiderCaller } from '@tongcheng/shared/caller';
import { minuteMs } from '@tongcheng/shared/time';
import { aScan, idAt, staffAt } from '../world/callers';
import { enrolled, type FamilyTown, memberOf, openFamilyTown, person } from '../world/family-town';
import { answered, claimOf, refusalOf } from '../world/rider';

jest.setTimeout(60_000);

let town: FamilyTown;
beforeEach(async () => {
  town = await openFamilyTown('helping');
});
afterEach(() => town.close());

const now = () => town.needs.clock.now();
const desk = { ...staffAt('bus1', 'bus2'), role: 'desk' } as const;
const scan = async (caller: RiderCaller, place: 'bus1' | 'bus2', memberId?: string) => {
  town.needs.clock.pass(3 * minuteMs);
  return answered(
    await recordScan(town.needs, caller, aScan(town, place, now(), memberId === undefined ? {} : { memberId })),
  );
};
/** Staff register somebody by the document in their hand. */
const byStaff = async (order: number) => {
  const { name, documentKind, documentNumber } = claimOf(person(order));
  const at = now();
  const whom = { by: 'document', name, documentKind, documentNumber } as const;
  const entry = { scanId: idAt(at), venueId: 'bus-1', enteredAt: at, sentAt: at, whom };
  answered(await registerFor(town.needs, desk, entry));
};
const ridesOf = async (caller: RiderCaller, memberId?: string) =>
  answered(
    await history(town.needs, caller, { city: '420100', days: 1, ...(memberId !== undefined && { memberId }) }),
  ).days.flatMap(({ rides }) => rides.map(({ venue }) => venue.venueId));
const added = (caller: RiderCaller, order: number, code?: string) =>
  addMember(town.needs, caller, {
    ...claimOf(person(order)),
    ...{ relation: 'parent', consent: true },
    ...(code !== undefined && { code }),
  });

test('X-22 whoever adds somebody learns no colour, no test and no ride of before, nor what others register for them', async () => {
  town.needs.services.register.people.set(person(1).documentNumber, person(1, { colour: 'red' }));
  await byStaff(1);
  const helper = await enrolled(town, 0);
  const member = await memberOf(town, helper, 1, { colour: 'red' });
  const family = JSON.stringify(answered(await listFamily(town.needs, helper, {})));
  expect(family).not.toMatch(/red|green|negative/);
  await byStaff(1);
  expect(await ridesOf(helper, member)).toEqual([]);
  const { documentNumber } = person(0);
  const exported = answered(await exportOwn(town.needs, helper, { form: 'json', documentNumber }));
  expect(Buffer.from(exported.base64, 'base64').toString()).not.toContain('bus-1');
});

test('X-22 the helper sees the verdict of a ride that they make together, and that ride alone; another family sees its own', async () => {
  const [mother, father] = [await enrolled(town, 0), await enrolled(town, 2)];
  const [hers, his] = [await memberOf(town, mother, 1), await memberOf(town, father, 1)];
  const reply = await scan(mother, 'bus1', hers);
  expect(reply).toMatchObject({ verdict: { colour: 'green' }, flags: ['identity-claimed'] });
  await scan(father, 'bus2', his);
  expect([await ridesOf(mother, hers), await ridesOf(father, his)]).toEqual([['bus-1'], ['bus-2']]);
});

test('X-22 a desk that sees the member’s document hears their consent: then their scans say nothing more', async () => {
  const helper = await enrolled(town, 0);
  const member = await memberOf(town, helper, 1);
  const [shown] = answered(await listFamily(town.needs, helper, {})).members;
  const { name, documentKind, documentNumber } = claimOf(person(1));
  const typed = { name, documentKind, documentNumber };
  const wrong = shown?.code === '123456' ? '654321' : '123456';
  expect(refusalOf(await confirmRider(town.needs, desk, { ...typed, code: wrong }))).toBe('proof-refused');
  answered(await confirmRider(town.needs, desk, { ...typed, code: shown?.code ?? '' }));
  expect(answered(await listFamily(town.needs, helper, {})).members[0]).not.toHaveProperty('code');
  expect((await scan(helper, 'bus1', member)).flags).toEqual([]);
});

test('X-22 whoever has an account agrees by the code that it shows, and keeps account, facts and rides to themselves', async () => {
  const [helper, grown] = [await enrolled(town, 0), await enrolled(town, 1)];
  await scan(grown, 'bus1');
  const { consentCode = '', code } = answered(await listOwnAccounts(town.needs, grown, {}));
  expect(code).not.toBe(consentCode);
  const wrong = consentCode === '123456' ? '654321' : '123456';
  for (const typed of [undefined, wrong, code])
    expect(refusalOf(await added(helper, 1, typed))).toBe('member-has-account');
  const [member] = answered(await added(helper, 1, consentCode)).members;
  expect(member).not.toHaveProperty('code');
  expect((await scan(helper, 'bus2', member?.memberId)).flags).toEqual([]);
  expect(await ridesOf(helper, member?.memberId)).toEqual(['bus-2']);
  expect((await ridesOf(grown)).sort()).toEqual(['bus-1', 'bus-2']);
});
