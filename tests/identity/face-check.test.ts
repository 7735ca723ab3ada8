import { accounts } from '@tongcheng/cloudfunctions/app/identity/account-record';
import { beginFaceCheck } from '@tongcheng/cloudfunctions/app/identity/begin-face-check';
import { finishFaceCheck } from '@tongcheng/cloudfunctions/app/identity/finish-face-check';
import { listOwnAccounts } from '@tongcheng/cloudfunctions/app/identity/list-own-accounts';
import { refresh } from '@tongcheng/cloudfunctions/app/identity/refresh';
import { verifyIdentity } from '@tongcheng/cloudfunctions/app/identity/verify-identity';
import { history } from '@tongcheng/cloudfunctions/app/rides/history';
import { recordScan } from '@tongcheng/cloudfunctions/app/rides/record-scan';
import { ownAccesses } from '@tongcheng/cloudfunctions/app/rights/own-accesses';
import type { RiderCaller } from '@tongcheng/shared/caller';
import { citizenCheck } from '@tongcheng/shared/identity/documents/citizen-number';
import { dayMs, hourMs, minuteMs } from '@tongcheng/shared/time';
import { anyoneAt, aScan } from '../world/callers';
import { enrolled, type FamilyTown, openFamilyTown, person } from '../world/family-town';
import { agreed, answered, authenticated, callerIn, claimOf, refusalOf } from '../world/rider';

jest.setTimeout(60_000);

let town: FamilyTown;
beforeEach(async () => {
  town = await openFamilyTown('face check');
});
afterEach(() => town.close());

const numbered = (head: string) => `${head}${citizenCheck(head)}`;
/** A person whom the register of faces knows; nobody real. */
const resident = { documentKind: 'resident-id', documentNumber: numbered('42010619900307234') } as const;
const holderOf = () => enrolled(town, 0, resident);

/** A second account that knows all facts of the first person, who is there already. */
async function claim(name = 'second account') {
  const session = await authenticated(town.needs, name, person(0, resident));
  return { session, caller: await callerIn(town.needs, session) };
}
const begun = async (caller: RiderCaller) => {
  const { url } = answered(await beginFaceCheck(town.needs, caller, {}));
  return new URL(url).searchParams.get('check') ?? '';
};
const see = (check: string, seen: 'the-person' | 'another-face') => town.needs.services.faces.see(check, seen);
const view = async (caller: RiderCaller) => answered(await listOwnAccounts(town.needs, caller, {}));

describe('X-22 a face check proves an account', () => {
  it('that only claimed: from then on it sees and may do what the person may', async () => {
    const holder = await holderOf();
    town.needs.clock.pass(3 * minuteMs);
    answered(await recordScan(town.needs, holder, aScan(town, 'bus1', town.needs.clock.now())));
    const { session, caller } = await claim();
    expect(await view(caller)).toMatchObject({ isProven: false, faceCheck: 'offered' });
    const check = await begun(caller);
    expect(await view(caller)).toMatchObject({ isProven: false, faceCheck: 'begun' });
    see(check, 'the-person');
    const after = answered(await finishFaceCheck(town.needs, caller, {}));
    expect(after).toMatchObject({ isProven: true, isChecked: true, speaksForPerson: true });
    expect([after.code, after.faceCheck]).toEqual([undefined, undefined]);
    const { refreshToken } = session;
    const renewed = answered(await refresh(town.needs, anyoneAt('10.0.0.1'), { refreshToken }));
    const now = await callerIn(town.needs, renewed);
    expect(now.personId).toBe(holder.personId);
    const { days } = answered(await history(town.needs, now, { city: '420100', days: 1 }));
    expect(days.flatMap(({ rides }) => rides)).toHaveLength(1);
    expect(await town.needs.store.get(accounts, caller.accountId)).not.toHaveProperty('sealedFaceCheck');
  });

  it('that came first and was never checked; the person finds the check among the accesses', async () => {
    const holder = await holderOf();
    see(await begun(holder), 'the-person');
    expect(answered(await finishFaceCheck(town.needs, holder, {}))).toMatchObject({ isChecked: true });
    expect(refusalOf(await beginFaceCheck(town.needs, holder, {}))).toBe('face-check-not-offered');
    const { accesses: found } = answered(await ownAccesses(town.needs, holder, {}));
    expect(found.map(({ purpose }) => purpose)).toEqual(['identity-proof']);
  });
});

describe('X-22 a face check proves nothing', () => {
  it('while nobody looked into the camera, nor when somebody else did', async () => {
    await holderOf();
    const { caller } = await claim();
    const check = await begun(caller);
    expect(refusalOf(await finishFaceCheck(town.needs, caller, {}))).toBe('face-check-pending');
    see(check, 'another-face');
    expect(refusalOf(await finishFaceCheck(town.needs, caller, {}))).toBe('face-check-failed');
    expect(refusalOf(await finishFaceCheck(town.needs, caller, {}))).toBe('face-check-failed');
    expect(await view(caller)).toMatchObject({ isProven: false, faceCheck: 'offered' });
  });

  it('by the check of another account, were it passed by the very person', async () => {
    await holderOf();
    const [one, other] = [await claim(), await claim('third account')];
    see(await begun(one.caller), 'the-person');
    await begun(other.caller);
    expect(refusalOf(await finishFaceCheck(town.needs, other.caller, {}))).toBe('face-check-pending');
  });

  it('when its seal was copied from another account’s record', async () => {
    await holderOf();
    const [one, other] = [await claim(), await claim('third account')];
    see(await begun(one.caller), 'the-person');
    await begun(other.caller);
    const { store } = town.needs;
    const { sealedFaceCheck = '' } = (await store.get(accounts, one.caller.accountId)) ?? {};
    const held = await store.get(accounts, other.caller.accountId);
    if (!held) throw new Error('no account');
    const { _v, ...record } = held;
    await store.update(accounts, { ...record, sealedFaceCheck }, _v);
    await expect(finishFaceCheck(town.needs, other.caller, {})).rejects.toThrow();
    expect((await store.get(accounts, other.caller.accountId))?.personId).toBeUndefined();
  });

  it('after its time', async () => {
    const holder = await holderOf();
    see(await begun(holder), 'the-person');
    town.needs.clock.pass(2 * hourMs);
    expect(refusalOf(await finishFaceCheck(town.needs, holder, {}))).toBe('face-check-failed');
  });

  it('of a child, for whom a guardian agrees (W-19), nor of a document that no register of faces knows', async () => {
    const child = { ...person(2, resident), documentNumber: numbered('42010620170505001') };
    town.needs.services.register.people.set(child.documentNumber, child);
    const phone = await callerIn(town.needs, await agreed(town.needs, 'phone of the child'));
    const claimed = await verifyIdentity(town.needs, phone, { ...claimOf(child), guardianConsent: true });
    for (const caller of [await callerIn(town.needs, answered(claimed)), await enrolled(town, 1)]) {
      expect((await view(caller)).faceCheck).toBeUndefined();
      expect(refusalOf(await beginFaceCheck(town.needs, caller, {}))).toBe('face-check-not-offered');
      expect(refusalOf(await finishFaceCheck(town.needs, caller, {}))).toBe('face-check-not-offered');
    }
  });
});

describe('a face check', () => {
  it('is for whoever said who they are, and where an installation has the service', async () => {
    const bare = await callerIn(town.needs, await agreed(town.needs, 'nobody yet'));
    expect(refusalOf(await beginFaceCheck(town.needs, bare, {}))).toBe('not-authenticated');
    expect(refusalOf(await finishFaceCheck(town.needs, bare, {}))).toBe('not-authenticated');
    const holder = await holderOf();
    const without = { ...town.needs, faceCheck: undefined };
    expect(answered(await listOwnAccounts(without, holder, {})).faceCheck).toBeUndefined();
    expect(refusalOf(await beginFaceCheck(without, holder, {}))).toBe('face-check-not-offered');
    expect(refusalOf(await finishFaceCheck(without, holder, {}))).toBe('face-check-not-offered');
  });

  it('is begun five times a day at most; what the service did not answer does not count', async () => {
    const holder = await holderOf();
    const faults = town.needs.services.faults['face-check'];
    faults.away = true;
    expect(refusalOf(await beginFaceCheck(town.needs, holder, {}))).toBe('face-check-unavailable');
    faults.away = false;
    const checks = [];
    for (let time = 0; time < 5; time += 1) checks.push(await begun(holder));
    expect(refusalOf(await beginFaceCheck(town.needs, holder, {}))).toBe('too-many-tries');
    faults.away = true;
    expect(refusalOf(await finishFaceCheck(town.needs, holder, {}))).toBe('face-check-unavailable');
    faults.away = false;
    see(checks[0] ?? '', 'the-person');
    expect(refusalOf(await finishFaceCheck(town.needs, holder, {}))).toBe('face-check-pending');
    see(checks.at(-1) ?? '', 'the-person');
    expect(answered(await finishFaceCheck(town.needs, holder, {}))).toMatchObject({ isChecked: true });
    town.needs.clock.pass(dayMs);
  });
});
