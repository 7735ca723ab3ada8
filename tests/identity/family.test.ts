import { addMember } from '@tongcheng/cloudfunctions/app/identity/add-member';
import { confirmRider } from '@tongcheng/cloudfunctions/app/identity/confirm-rider';
import { consent } from '@tongcheng/cloudfunctions/app/identity/consent';
import { asMember } from '@tongcheng/cloudfunctions/app/identity/family/member-of';
import { families, memberships } from '@tongcheng/cloudfunctions/app/identity/family-record';
import { listFamily } from '@tongcheng/cloudfunctions/app/identity/list-family';
import { listOwnAccounts } from '@tongcheng/cloudfunctions/app/identity/list-own-accounts';
import { removeMember } from '@tongcheng/cloudfunctions/app/identity/remove-member';
import { verifyIdentity } from '@tongcheng/cloudfunctions/app/identity/verify-identity';
import { withdrawConsent } from '@tongcheng/cloudfunctions/app/identity/withdraw-consent';
import { personKeys } from '@tongcheng/cloudfunctions/vault/records';
import type { RiderCaller } from '@tongcheng/shared/caller';
import { citizenCheck } from '@tongcheng/shared/identity/documents/citizen-number';
import { maxFamilies, type Relation } from '@tongcheng/shared/identity/family';
import { minuteMs } from '@tongcheng/shared/time';
import type { RegisteredPerson } from '../../city/providers/people-register';
import { staffAt } from '../world/callers';
import { instanceOver, ownStore } from '../world/instance';
import { agreed, agreedTo, answered, authenticated, callerIn, claimOf, refusalOf, wang } from '../world/rider';

jest.setTimeout(60_000);

const place = ownStore();
let needs: Awaited<ReturnType<typeof instanceOver>>;
let turn = 0;

beforeEach(async () => {
  turn += 1;
  needs = await instanceOver(place.store, undefined, `family ${turn}`);
  await needs.services.open();
});
afterEach(() => needs.services.close());
afterAll(place.close);

/** Documents of each test's own, so that attempts and persons do not meet. */
const somebody = (order: number, more: Partial<RegisteredPerson> = {}): RegisteredPerson => ({
  ...wang,
  name: `演示家人${'甲乙丙丁戊己庚辛'.charAt(order)}`,
  documentKind: 'passport',
  documentNumber: `F7${String(turn).padStart(3, '0')}00${order}`,
  ...more,
});

/** A child of nine by the number of the card. */
const child: RegisteredPerson = {
  ...wang,
  name: '演示小乙',
  documentNumber: `42010620170505001${citizenCheck('42010620170505001')}`,
};

async function holder(order = 0): Promise<RiderCaller> {
  return callerIn(needs, await authenticated(needs, `holder-${turn}-${order}`, somebody(order)));
}

const adding = (caller: RiderCaller, person: RegisteredPerson, more: object = {}) => {
  needs.services.register.people.set(person.documentNumber, person);
  const relation: Relation = 'parent';
  return addMember(needs, caller, { ...claimOf(person), relation, consent: true, ...more });
};

const personOf = (person: RegisteredPerson) => needs.vault.findByDocument(person.documentKind, person.documentNumber);

test('X-09 X-22 each member is shown masked, without colour or test, under a key of their own', async () => {
  const caller = await holder();
  answered(await adding(caller, somebody(1, { colour: 'red' })));
  const family = answered(await adding(caller, somebody(2), { relation: 'partner' }));
  expect(family).toMatchObject({
    most: 5,
    members: [
      { relation: 'parent', maskedName: '演**', standing: { status: 'unavailable', test: 'unavailable' } },
      { relation: 'partner', standing: { status: 'unavailable', test: 'unavailable' } },
    ],
  });
  expect(JSON.stringify(family)).not.toContain(somebody(1).documentNumber);
  expect(await place.store.get(personKeys, (await personOf(somebody(1))) ?? '')).toBeDefined();
  expect(answered(await listFamily(needs, caller, {}))).toEqual(family);
});

test('X-09 the same person added again is the same member, and the family is the same on the rider’s other platform', async () => {
  const caller = await holder();
  const once = answered(await adding(caller, somebody(1)));
  expect(answered(await adding(caller, somebody(1)))).toEqual(once);
  const other = await agreedTo(needs, caller, await authenticated(needs, `other-phone-${turn}`, somebody(0)));
  const elsewhere = await callerIn(needs, other);
  expect(answered(await listFamily(needs, elsewhere, {})).members).toHaveLength(1);
});

test('X-09 at most five members, however many are added at once', async () => {
  const caller = await holder();
  const done = await Promise.all([1, 2, 3, 4, 5, 6, 7].map((order) => adding(caller, somebody(order))));
  expect(done.filter(({ ok }) => ok)).toHaveLength(5);
  expect(done.map(refusalOf).filter((code) => code === 'family-limit')).toHaveLength(2);
  expect((await place.store.get(families, caller.personId ?? ''))?.members).toHaveLength(5);
  expect(await place.store.count(memberships, { holderId: caller.personId ?? '' })).toBe(5);
});

test('W-19 a child under fourteen joins with the consent of the guardian only', async () => {
  const caller = await holder();
  expect(refusalOf(await adding(caller, child, { relation: 'child' }))).toBe('guardian-consent-missing');
  const family = answered(await adding(caller, child, { relation: 'child', guardianConsent: true }));
  expect(family.members).toMatchObject([{ relation: 'child', documentKind: 'resident-id' }]);
  expect((await place.store.get(families, caller.personId ?? ''))?.members[0]?.guardian).toBe(true);
});

test('X-09 a name and a number that do not fit together add nobody, and the day’s attempts are as for oneself', async () => {
  const caller = await holder();
  const person = somebody(1);
  needs.services.register.people.set(person.documentNumber, person);
  const wrong = { ...claimOf(person), name: '演示别人', relation: 'parent', consent: true } as const;
  const told: (string | undefined)[] = [];
  for (let go = 0; go < 6; go += 1) told.push(refusalOf(await addMember(needs, caller, wrong)));
  expect(told).toEqual([...Array(5).fill('real-name-mismatch'), 'too-many-tries']);
  expect(answered(await listFamily(needs, caller, {})).members).toEqual([]);
  expect(await personOf(person)).toBeUndefined();
});

test('X-09 whoever has an account of their own cannot be added; told only to those who know all facts', async () => {
  const caller = await holder();
  await authenticated(needs, `grown-up-${turn}`, somebody(1));
  const guessed = await adding(caller, somebody(1), { name: '演示别人' });
  expect(refusalOf(guessed)).toBe('real-name-mismatch');
  expect(refusalOf(await adding(caller, somebody(1)))).toBe('member-has-account');
  expect(refusalOf(await adding(caller, somebody(0)))).toBe('member-is-you');
});

test('X-09 so many families may look after one person, and no more; those who do already lose nothing', async () => {
  const callers = await Promise.all(Array.from({ length: maxFamilies + 1 }, (_, order) => holder(order)));
  const [first, ...others] = callers;
  const late = others.pop();
  if (!first || !late) throw new Error('too few families');
  for (const caller of [first, ...others]) answered(await adding(caller, somebody(6)));
  expect(refusalOf(await adding(late, somebody(6)))).toBe('member-elsewhere');
  expect(answered(await listFamily(needs, late, {})).members).toEqual([]);
  expect(answered(await listFamily(needs, first, {})).members).toHaveLength(1);
});

test('X-09 a member who gets an account of their own and proves it leaves the family and stays the same person', async () => {
  const caller = await holder();
  answered(await adding(caller, somebody(1)));
  const before = await personOf(somebody(1));
  const own = await callerIn(needs, await authenticated(needs, `grown-up-${turn}`, somebody(1)));
  expect(own).toMatchObject({ claimedPersonId: before });
  expect(answered(await listFamily(needs, caller, {})).members).toHaveLength(1);
  const { code = '' } = answered(await listOwnAccounts(needs, own, {}));
  const { name, documentKind, documentNumber } = somebody(1);
  const typed = { name, documentKind, documentNumber, code };
  answered(await confirmRider(needs, { ...staffAt('bus1'), role: 'desk' }, typed));
  expect(answered(await listFamily(needs, caller, {})).members).toEqual([]);
  expect(await place.store.count(memberships, { personId: before ?? '' })).toBe(0);
});

test('X-09 a member’s status is asked again after ten minutes, not before; its source away changes nothing', async () => {
  const caller = await holder();
  const [member] = answered(await adding(caller, somebody(1))).members;
  const colour = async () => (await asMember(needs, caller, member?.memberId ?? ''))?.eligibility.status;
  expect(await colour()).toMatchObject({ colour: 'green' });
  needs.services.register.people.set(somebody(1).documentNumber, somebody(1, { colour: 'yellow' }));
  needs.clock.pass(9 * minuteMs);
  expect(await colour()).toMatchObject({ colour: 'green' });
  needs.clock.pass(2 * minuteMs);
  expect(await colour()).toMatchObject({ colour: 'yellow' });
  needs.services.faults['health-code'].away = true;
  needs.clock.pass(20 * minuteMs);
  expect(await colour()).toMatchObject({ colour: 'yellow' });
});

test('X-14 a member taken out is erased, unless another family looks after them', async () => {
  const [one, other] = [await holder(0), await holder(5)];
  const family = answered(await adding(one, somebody(1)));
  answered(await adding(other, somebody(1)));
  const person = (await personOf(somebody(1))) ?? '';
  const memberId = family.members[0]?.memberId ?? '';
  expect(refusalOf(await removeMember(needs, other, { memberId }))).toBe('member-unknown');
  answered(await removeMember(needs, one, { memberId }));
  expect(await needs.vault.masked(person)).toBeDefined();
  const rest = answered(await listFamily(needs, other, {})).members[0]?.memberId ?? '';
  expect(answered(await removeMember(needs, other, { memberId: rest }))).toEqual({});
  expect(await needs.vault.masked(person)).toBeUndefined();
  expect(await place.store.get(personKeys, person)).toBeUndefined();
});

test('X-14 with the holder’s consent the family ends too', async () => {
  const caller = await holder();
  answered(await adding(caller, somebody(1)));
  const person = (await personOf(somebody(1))) ?? '';
  answered(await withdrawConsent(needs, caller, {}));
  expect(await needs.vault.masked(person)).toBeUndefined();
  expect(await place.store.get(families, caller.personId ?? '')).toBeUndefined();
  expect(await place.store.count(memberships, { holderId: caller.personId ?? '' })).toBe(0);
});

test('nobody without an identity of their own has a family', async () => {
  const bare = await callerIn(needs, await agreed(needs, `nobody-${turn}`));
  expect(refusalOf(await adding(bare, somebody(1)))).toBe('not-authenticated');
  expect(refusalOf(await listFamily(needs, bare, {}))).toBe('not-authenticated');
  needs.services.register.people.set(somebody(2).documentNumber, somebody(2));
  answered(await verifyIdentity(needs, bare, claimOf(somebody(2))));
  expect(answered(await adding(bare, somebody(3))).members).toHaveLength(1);
});

test('X-09 W-29 who agreed to an older consent text adds nobody until they agree to the one in force', async () => {
  const caller = await holder();
  const later = { ...needs, consentVersion: '2027-03' };
  needs.services.register.people.set(somebody(1).documentNumber, somebody(1));
  const claim = { ...claimOf(somebody(1)), relation: 'parent', consent: true } as const;
  expect(refusalOf(await addMember(later, caller, claim))).toBe('consent-missing');
  expect(await personOf(somebody(1))).toBeUndefined();
  answered(await consent(later, caller, { version: '2027-03', sensitive: true }));
  expect(answered(await addMember(later, caller, claim)).members).toHaveLength(1);
});

test('X-09 a full family asks no register about a sixth; its members may be added again, and a place that is free is asked for', async () => {
  const caller = await holder();
  for (const order of [1, 2, 3, 4, 5]) answered(await adding(caller, somebody(order)));
  const misnamed = () => adding(caller, somebody(6), { name: '演示别人' });
  expect(refusalOf(await misnamed())).toBe('family-limit');
  const [first] = answered(await adding(caller, somebody(5))).members;
  answered(await removeMember(needs, caller, { memberId: first?.memberId ?? '' }));
  expect(refusalOf(await misnamed())).toBe('real-name-mismatch');
  expect(answered(await adding(caller, somebody(6))).members).toHaveLength(5);
});
