import { accounts } from '@tongcheng/cloudfunctions/app/identity/account-record';
import { addMember } from '@tongcheng/cloudfunctions/app/identity/add-member';
import { agreeAsGuardian } from '@tongcheng/cloudfunctions/app/identity/agree-as-guardian';
import { confirmRider } from '@tongcheng/cloudfunctions/app/identity/confirm-rider';
import { listOwnAccounts } from '@tongcheng/cloudfunctions/app/identity/list-own-accounts';
import { verifyIdentity } from '@tongcheng/cloudfunctions/app/identity/verify-identity';
import { recordScan } from '@tongcheng/cloudfunctions/app/rides/record-scan';
import { exportOwn } from '@tongcheng/cloudfunctions/app/rights/export-own';
import type { RiderCaller } from '@tongcheng/shared/caller';
import { citizenCheck } from '@tongcheng/shared/identity/documents/citizen-number';
import { wholeDayOf } from '@tongcheng/shared/time';
import type { RegisteredPerson } from '../../city/providers/people-register';
import { aScan, staffAt } from '../world/callers';
import { enrolled, type FamilyTown, openFamilyTown } from '../world/family-town';
import { agreed, answered, authenticated, callerIn, claimOf, refusalOf, wang } from '../world/rider';

jest.setTimeout(60_000);

let town: FamilyTown;
beforeEach(async () => {
  town = await openFamilyTown('guardian');
});
afterEach(() => town.close());

const numbered = (head: string) => `${head}${citizenCheck(head)}`;
/** A child of nine, and one of sixteen, by the numbers of their cards. */
const child: RegisteredPerson = { ...wang, name: '演示小乙', documentNumber: numbered('42010620170505001') };
const youth: RegisteredPerson = { ...wang, name: '演示小丙', documentNumber: numbered('42010620100505003') };

const typed = (code: string, person = child) => {
  const { name, documentKind, documentNumber } = claimOf(person);
  return { name, documentKind, documentNumber, code };
};
const codeOf = async (caller: RiderCaller) => answered(await listOwnAccounts(town.needs, caller, {})).code ?? '';

/** The child's phone after somebody ticked that a guardian agrees. */
async function childsPhone(): Promise<RiderCaller> {
  town.needs.services.register.people.set(child.documentNumber, child);
  const phone = await callerIn(town.needs, await agreed(town.needs, 'phone of the child'));
  expect(refusalOf(await verifyIdentity(town.needs, phone, claimOf(child)))).toBe('guardian-consent-missing');
  const session = answered(await verifyIdentity(town.needs, phone, { ...claimOf(child), guardianConsent: true }));
  expect(session.account).toMatchObject({ authenticated: true, unproven: 'guardian' });
  return callerIn(town.needs, session);
}

test('W-19 a tick on the child’s phone lets the child ride, and nothing else', async () => {
  const phone = await childsPhone();
  const ridden = answered(await recordScan(town.needs, phone, aScan(town, 'bus1', town.needs.clock.now())));
  expect(ridden).toMatchObject({ verdict: { decision: 'admit' }, flags: ['identity-claimed'] });
  const { documentNumber } = child;
  expect(refusalOf(await exportOwn(town.needs, phone, { form: 'json', documentNumber }))).toBe('identity-not-proven');
});

test('W-19 the account is the child’s once an adult agrees on a phone of their own, and who it was is kept', async () => {
  const phone = await childsPhone();
  const mother = await enrolled(town, 0);
  answered(await agreeAsGuardian(town.needs, mother, typed(await codeOf(phone))));
  expect(await town.needs.store.get(accounts, phone.accountId)).toMatchObject({
    personId: phone.claimedPersonId,
    guardianPersonId: mother.personId,
    guardianConsentedAt: wholeDayOf(town.needs.clock.now()),
  });
  expect(refusalOf(await agreeAsGuardian(town.needs, mother, typed(await codeOf(phone))))).toBe('proof-refused');
});

test('W-19 nobody agrees without the code, nobody unverified, nobody under age, and not without end', async () => {
  const phone = await childsPhone();
  const code = await codeOf(phone);
  const nobody = await callerIn(town.needs, await agreed(town.needs, 'nobody'));
  expect(refusalOf(await agreeAsGuardian(town.needs, nobody, typed(code)))).toBe('not-authenticated');
  const brother = await callerIn(town.needs, await authenticated(town.needs, 'brother', youth));
  expect(refusalOf(await agreeAsGuardian(town.needs, brother, typed(code)))).toBe('guardian-underage');
  const other = await enrolled(town, 0);
  const wrong = code === '123456' ? '654321' : '123456';
  const told: (string | undefined)[] = [];
  for (let go = 0; go < 10; go += 1) told.push(refusalOf(await agreeAsGuardian(town.needs, other, typed(wrong))));
  expect(told).toEqual(Array(10).fill('proof-refused'));
  expect(refusalOf(await agreeAsGuardian(town.needs, other, typed(code)))).toBe('too-many-tries');
});

test('W-19 of a child in a family only those who look after it agree; a desk does for any', async () => {
  const [mother, stranger] = [await enrolled(town, 0), await enrolled(town, 1)];
  town.needs.services.register.people.set(child.documentNumber, child);
  const asMember = { ...claimOf(child), relation: 'child', consent: true, guardianConsent: true } as const;
  answered(await addMember(town.needs, mother, asMember));
  const phone = await callerIn(town.needs, await agreed(town.needs, 'phone of the child'));
  const claim = { ...claimOf(child), guardianConsent: true };
  const session = answered(await verifyIdentity(town.needs, phone, claim));
  expect(session.account.unproven).toBe('claim');
  const code = await codeOf(await callerIn(town.needs, session));
  expect(refusalOf(await agreeAsGuardian(town.needs, stranger, typed(code)))).toBe('proof-refused');
  answered(await agreeAsGuardian(town.needs, mother, typed(code)));
  expect(await town.needs.store.get(accounts, phone.accountId)).toMatchObject({ guardianPersonId: mother.personId });
});

test('W-19 a desk that sees the child’s document agrees too', async () => {
  const phone = await childsPhone();
  answered(await confirmRider(town.needs, { ...staffAt('bus1'), role: 'desk' }, typed(await codeOf(phone))));
  const account = await town.needs.store.get(accounts, phone.accountId);
  expect(account).toMatchObject({ personId: phone.claimedPersonId, checked: 'desk' });
  expect(account).not.toHaveProperty('awaitsGuardian');
});
