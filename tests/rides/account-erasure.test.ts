import { accounts } from '@tongcheng/cloudfunctions/app/identity/account-record';
import { deleteAccount } from '@tongcheng/cloudfunctions/app/identity/delete-account';
import { destroyClosed } from '@tongcheng/cloudfunctions/app/identity/erasure/destroy-closed';
import { refresh } from '@tongcheng/cloudfunctions/app/identity/refresh';
import { withdrawConsent } from '@tongcheng/cloudfunctions/app/identity/withdraw-consent';
import { recordScan } from '@tongcheng/cloudfunctions/app/rides/record-scan';
import type { RiderCaller } from '@tongcheng/shared/caller';
import { dayMs, hourMs } from '@tongcheng/shared/time';
import { anyoneAt, aScan } from '../world/callers';
import { enrolled, type FamilyTown, memberOf, openFamilyTown, person } from '../world/family-town';
import { agreedTo, answered, authenticated, callerIn, refusalOf } from '../world/rider';

jest.setTimeout(60_000);

let town: FamilyTown;
beforeEach(async () => {
  town = await openFamilyTown('account erasure');
});
afterEach(() => town.close());

const ride = async (caller: RiderCaller, memberId?: string) =>
  answered(
    await recordScan(
      town.needs,
      caller,
      aScan(town, 'bus1', town.needs.clock.now(), memberId === undefined ? {} : { memberId }),
    ),
  );
const isKept = async (personId: string | undefined) => (await town.needs.vault.masked(personId ?? '')) !== undefined;
const later = async (days: number) => {
  town.needs.clock.pass(days * dayMs);
  await destroyClosed(town.needs);
};

test('X-14 a person who never rode is erased the moment the account is deleted', async () => {
  const caller = await enrolled(town, 0);
  expect(answered(await deleteAccount(town.needs, caller, {}))).toEqual({});
  expect(await isKept(caller.personId)).toBe(false);
});

test('the log tells the operator that a key was destroyed and until when copies of it remain, and names nobody', async () => {
  const lines: unknown[] = [];
  const log = { event: (...line: readonly unknown[]) => void lines.push(line) };
  const caller = await enrolled(town, 0);
  answered(await deleteAccount({ ...town.needs, log }, caller, {}));
  expect(lines).toEqual([['notice', 'the key of a person was destroyed', { copiesUntil: 'unknown' }]]);
});

test('X-14 W-28 who rode stays sealed until the last ride can no longer be traced, then the key is destroyed', async () => {
  const caller = await enrolled(town, 0);
  await ride(caller);
  expect(answered(await deleteAccount(town.needs, caller, {}))).toEqual({ keptUntil: '2026-12-22' });
  await later(30);
  expect(await isKept(caller.personId)).toBe(true);
  await later(1);
  expect(await isKept(caller.personId)).toBe(false);
});

test('X-14 sign-in ends at once, on every platform of the person, and the accounts are gone within the hour', async () => {
  const caller = await enrolled(town, 0);
  const second = await authenticated(town.needs, 'another platform', person(0));
  const other = await agreedTo(town.needs, caller, second);
  const otherAccount = (await callerIn(town.needs, other)).accountId;
  await ride(caller);
  answered(await deleteAccount(town.needs, caller, {}));
  town.needs.clock.pass(5_000);
  expect(await town.needs.callerOf(other.accessToken, 'x')).toBe('ended');
  const anyone = anyoneAt('x');
  expect(refusalOf(await refresh(town.needs, anyone, { refreshToken: other.refreshToken }))).toBe('session-ended');
  town.needs.clock.pass(hourMs);
  await destroyClosed(town.needs);
  for (const id of [caller.accountId, otherAccount]) expect(await town.needs.store.get(accounts, id)).toBeUndefined();
});

test('X-14 who comes back before that day is the same person, and nothing is destroyed', async () => {
  const caller = await enrolled(town, 0);
  await ride(caller);
  answered(await withdrawConsent(town.needs, caller, {}));
  const back = await enrolled(town, 0);
  expect(back.personId).toBe(caller.personId);
  await later(40);
  expect(await isKept(back.personId)).toBe(true);
});

test('X-14 an account that was deleted and signed in to again is not removed', async () => {
  const caller = await enrolled(town, 0);
  answered(await deleteAccount(town.needs, caller, {}));
  const again = await enrolled(town, 0);
  expect(again.accountId).toBe(caller.accountId);
  await later(1);
  expect(await town.needs.store.get(accounts, again.accountId)).toMatchObject({ personId: again.personId });
});

test('X-14 W-28 a member who rode with the family is kept for their own rides, not for the holder’s', async () => {
  const caller = await enrolled(town, 0);
  const rode = await memberOf(town, caller, 1);
  await memberOf(town, caller, 2);
  await ride(caller, rode);
  expect(answered(await withdrawConsent(town.needs, caller, {})).account.authenticated).toBe(false);
  const { vault } = town.needs;
  expect(await isKept(caller.personId)).toBe(false);
  expect(await vault.findByDocument('passport', person(1).documentNumber)).toBeDefined();
  expect(await vault.findByDocument('passport', person(2).documentNumber)).toBeUndefined();
  await later(31);
  expect(await vault.findByDocument('passport', person(1).documentNumber)).toBeUndefined();
});
