import { accounts } from '@tongcheng/cloudfunctions/app/identity/account-record';
import { beginHealthCodeHandover } from '@tongcheng/cloudfunctions/app/identity/begin-health-code-handover';
import { finishHealthCodeHandover } from '@tongcheng/cloudfunctions/app/identity/finish-health-code-handover';
import type { RiderCaller } from '@tongcheng/shared/caller';
import { minuteMs } from '@tongcheng/shared/time';
import { enrolled, type FamilyTown, openFamilyTown, person } from '../world/family-town';
import { agreed, answered, callerIn, refusalOf, signedIn } from '../world/rider';

jest.setTimeout(60_000);

let town: FamilyTown;
beforeEach(async () => {
  town = await openFamilyTown('health code');
});
afterEach(() => town.close());

const holder = person(0, { phone: '13900000001' });
const register = (who = holder) => town.needs.services.register.people.set(who.documentNumber, who);
/** An account that agreed to the notice and is nobody yet. */
const newcomer = async (name = 'newcomer') => callerIn(town.needs, await agreed(town.needs, name));
const begin = (caller: RiderCaller) => beginHealthCodeHandover(town.needs, caller, {});
const finish = (caller: RiderCaller) => finishHealthCodeHandover(town.needs, caller, {});
/** The consent that the page of the platform is about. */
const begun = async (caller: RiderCaller) => {
  const { pages } = answered(await begin(caller));
  return new URLSearchParams(pages.web?.split('?')[1]).get('consent') ?? '';
};
const agree = (consentId: string, who = holder) =>
  town.needs.services.handovers.decide(consentId, { documentNumber: who.documentNumber });

describe('W-02 an identity arrives from the health code', () => {
  it('once its holder agreed on the platform’s page; the status comes with it, and the consent is let go', async () => {
    register();
    const caller = await newcomer();
    const consentId = await begun(caller);
    expect(refusalOf(await finish(caller))).toBe('health-code-pending');
    agree(consentId);
    const session = answered(await finish(caller));
    expect(session.account).toMatchObject({ authenticated: true, standing: { status: { colour: 'green' } } });
    expect(session.account.maskedName?.charAt(0)).toBe(holder.name.charAt(0));
    expect(await town.needs.store.get(accounts, caller.accountId)).not.toHaveProperty('healthCodeConsent');
    expect(refusalOf(await finish(caller))).toBe('health-code-refused');
    expect(refusalOf(await begin(await callerIn(town.needs, session)))).toBe('already-authenticated');
  });

  it('as if typed: where the person has an account, the new one is a claim that proves nothing (decision 159)', async () => {
    const first = await enrolled(town, 0);
    register();
    const caller = await newcomer();
    agree(await begun(caller));
    const { account } = answered(await finish(caller));
    expect(account.unproven).toBeDefined();
    const held = await town.needs.store.get(accounts, caller.accountId);
    expect([held?.personId, held?.claimedPersonId]).toEqual([undefined, first.personId]);
    expect(held).not.toHaveProperty('broughtAt');
  });
});

describe('W-02 no identity arrives', () => {
  it('when the holder does not agree, or only after the consent is over', async () => {
    register();
    const caller = await newcomer();
    town.needs.services.handovers.decide(await begun(caller), 'refused');
    expect(refusalOf(await finish(caller))).toBe('health-code-refused');
    const late = await begun(caller);
    town.needs.clock.pass(10 * minuteMs);
    agree(late);
    expect(refusalOf(await finish(caller))).toBe('health-code-refused');
  });

  it('by the consent that another account asked for', async () => {
    register();
    const [one, other] = [await newcomer(), await newcomer('another')];
    agree(await begun(one));
    await begun(other);
    expect(refusalOf(await finish(other))).toBe('health-code-pending');
    expect(answered(await finish(one)).account.authenticated).toBe(true);
  });

  it('where the platform has too little: no phone of their own, or a child', async () => {
    const { phone: _phone, ...bare } = holder;
    const lacking = { ...bare, documentNumber: 'G81000008' };
    register(lacking);
    const caller = await newcomer();
    agree(await begun(caller), lacking);
    expect(refusalOf(await finish(caller))).toBe('health-code-incomplete');
  });

  it('before the notice is agreed to, nor more often than ten times a day', async () => {
    const stranger = await callerIn(town.needs, await signedIn(town.needs, 'stranger'));
    expect(refusalOf(await begin(stranger))).toBe('consent-missing');
    const caller = await newcomer();
    for (let n = 0; n < 10; n += 1) await begun(caller);
    expect(refusalOf(await begin(caller))).toBe('too-many-tries');
  });

  it('while the platform is away, which counts as no try; from one that hands over nothing it is not offered', async () => {
    register();
    const caller = await newcomer();
    const consentId = await begun(caller);
    agree(consentId);
    town.needs.services.faults['health-code'].away = true;
    for (let n = 0; n < 12; n += 1) expect(refusalOf(await begin(caller))).toBe('health-code-unavailable');
    expect(refusalOf(await finish(caller))).toBe('health-code-unavailable');
    town.needs.services.faults['health-code'].away = false;
    const { of } = town.needs.healthStatus;
    const bare = { ...town.needs, healthStatus: { of } };
    expect(refusalOf(await beginHealthCodeHandover(bare, caller, {}))).toBe('health-code-handover-not-offered');
    expect(refusalOf(await finishHealthCodeHandover(bare, caller, {}))).toBe('health-code-handover-not-offered');
  });
});
