import { bindCard } from '@tongcheng/cloudfunctions/app/cards/bind-card';
import { cardClaims, cardHolders } from '@tongcheng/cloudfunctions/app/cards/card-record';
import { listCards } from '@tongcheng/cloudfunctions/app/cards/list-cards';
import { refresh } from '@tongcheng/cloudfunctions/app/identity/refresh';
import { updateEligibility } from '@tongcheng/cloudfunctions/app/identity/update-eligibility';
import { verifyIdentity } from '@tongcheng/cloudfunctions/app/identity/verify-identity';
import { withdrawConsent } from '@tongcheng/cloudfunctions/app/identity/withdraw-consent';
import { people, personKeys } from '@tongcheng/cloudfunctions/vault/records';
import { minuteMs } from '@tongcheng/shared/time';
import { anyoneAt } from '../world/callers';
import { instanceOver, ownStore } from '../world/instance';
import {
  agreed,
  agreedTo,
  answered,
  authenticated,
  callerIn,
  claimOf,
  refusalOf,
  signedIn,
  wang,
} from '../world/rider';

jest.setTimeout(60_000);

const place = ownStore();
let needs: Awaited<ReturnType<typeof instanceOver>>;
let turn = 0;

beforeEach(async () => {
  turn += 1;
  needs = await instanceOver(place.store, undefined, `eligibility ${turn}`);
  await needs.services.open();
});
afterEach(() => needs.services.close());
afterAll(place.close);

const subject = () => `subject-of-eligibility-${turn}`;
const anyone = anyoneAt('10.0.0.1');
/** Another document for each test, so that attempts and persons do not meet. */
const somebody = (order: number) => ({
  ...wang,
  documentKind: 'passport' as const,
  documentNumber: `E8${turn}0000${order}`,
});

describe('eligibility', () => {
  it('W-07 a status in the other channel is told, not invented', async () => {
    const session = await authenticated(needs, subject(), { ...somebody(1), colour: null, elsewhere: 'alipay' });
    expect(session.account.standing).toEqual({
      identity: true,
      status: null,
      statusElsewhere: 'alipay',
      test: expect.objectContaining({ result: 'negative' }),
    });
  });

  it('W-06 a change at the source arrives by asking, and an older token says that it is stale', async () => {
    const person = somebody(1);
    const session = await authenticated(needs, subject(), person);
    const elsewhere = await signedIn(needs, subject());
    needs.services.register.people.set(person.documentNumber, { ...person, colour: 'red' });
    needs.clock.pass(1_000);
    const updated = answered(await updateEligibility(needs, await callerIn(needs, session), {}));
    expect(updated.account.standing.status).toMatchObject({ colour: 'red' });
    needs.clock.pass(5_000);
    expect(await needs.callerOf(elsewhere.accessToken, 'x')).toBe('stale');
    expect(await callerIn(needs, updated)).toMatchObject({ eligibility: { status: { colour: 'red' } } });
  });

  it('W-04 is asked of nobody without an identity; once authenticated the same session may ask', async () => {
    const caller = await callerIn(needs, await agreed(needs, subject()));
    expect(refusalOf(await updateEligibility(needs, caller, {}))).toBe('not-authenticated');
    const person = somebody(1);
    needs.services.register.people.set(person.documentNumber, person);
    const session = answered(await verifyIdentity(needs, caller, claimOf(person)));
    const updated = answered(await updateEligibility(needs, await callerIn(needs, session), {}));
    expect(updated.account.standing.status).toMatchObject({ colour: 'green' });
  });

  it('is asked again at a renewal after ten minutes, not before', async () => {
    const person = somebody(1);
    const session = await authenticated(needs, subject(), person);
    needs.services.register.people.set(person.documentNumber, { ...person, colour: 'yellow' });
    needs.clock.pass(5 * minuteMs);
    const soon = answered(await refresh(needs, anyone, { refreshToken: session.refreshToken }));
    expect(soon.account.standing.status).toMatchObject({ colour: 'green' });
    needs.clock.pass(6 * minuteMs);
    const later = answered(await refresh(needs, anyone, { refreshToken: soon.refreshToken }));
    expect(later.account.standing.status).toMatchObject({ colour: 'yellow' });
  });

  it('the platform away at the first time: unavailable, and the authentication stands', async () => {
    needs.services.faults['health-code'].away = true;
    const session = await authenticated(needs, subject(), somebody(1));
    expect(session.account.standing).toEqual({ identity: true, status: 'unavailable', test: 'unavailable' });
    needs.services.faults['health-code'].away = false;
    const back = answered(await updateEligibility(needs, await callerIn(needs, session), {}));
    expect(back.account.standing.status).toMatchObject({ colour: 'green' });
  });

  it('the platform away later: what was known stays, with its own expiry', async () => {
    const session = await authenticated(needs, subject(), somebody(1));
    needs.services.faults['health-code'].malformed = true;
    needs.clock.pass(11 * minuteMs);
    const renewed = answered(await refresh(needs, anyone, { refreshToken: session.refreshToken }));
    expect(renewed.account.standing).toEqual(session.account.standing);
  });
});

describe('withdrawing consent', () => {
  it('the person is erased, cards are freed, other phones learn of it; the account goes on without identity', async () => {
    const person = somebody(1);
    const session = await authenticated(needs, subject(), person);
    const caller = await callerIn(needs, session);
    const other = await agreedTo(needs, caller, await authenticated(needs, `${subject()}b`, person));
    needs.services.register.cards.set('t-union:3104800000001234567', 'known');
    answered(await bindCard(needs, caller, { kind: 't-union', number: '3104800000001234567' }));
    needs.clock.pass(1_000);
    const bare = answered(await withdrawConsent(needs, caller, {}));
    expect(bare.account).toEqual({
      accountId: caller.accountId,
      authenticated: false,
      boundCards: 0,
      standing: { identity: false, status: null, test: null },
    });
    expect(await place.store.get(personKeys, caller.personId ?? '')).toBeUndefined();
    expect(await place.store.get(people, caller.personId ?? '')).toBeUndefined();
    expect(await place.store.get(cardHolders, caller.personId ?? '')).toBeUndefined();
    expect(await place.store.count(cardClaims, { personId: caller.personId ?? '' })).toBe(0);
    needs.clock.pass(5_000);
    expect(await needs.callerOf(other.accessToken, 'x')).toBe('stale');
    expect(await needs.callerOf(session.accessToken, 'x')).toBe('stale');
    const after = answered(await refresh(needs, anyone, { refreshToken: other.refreshToken }));
    expect(after.account).toMatchObject({ authenticated: false });
    const again = await authenticated(needs, `${subject()}c`, person);
    const newcomer = await callerIn(needs, again);
    expect(newcomer.personId).not.toBe(caller.personId);
    expect(answered(await listCards(needs, newcomer, {})).cards).toEqual([]);
    expect(answered(await bindCard(needs, newcomer, { kind: 't-union', number: '3104800000001234567' }))).toBeDefined();
  });

  it('withdrawn with an older token that knows no person yet, the person is erased all the same', async () => {
    const before = await callerIn(needs, await agreed(needs, subject()));
    const after = await callerIn(needs, await authenticated(needs, subject(), somebody(1)));
    expect(before.personId).toBeUndefined();
    answered(await withdrawConsent(needs, before, {}));
    expect(await needs.vault.masked(after.personId ?? '')).toBeUndefined();
  });

  it('interrupted after the key was destroyed, the account heals at its next renewal', async () => {
    const session = await authenticated(needs, subject(), somebody(1));
    const { personId } = await callerIn(needs, session);
    await needs.vault.forget(personId ?? '');
    const renewed = answered(await refresh(needs, anyone, { refreshToken: session.refreshToken }));
    expect(renewed.account).toMatchObject({ authenticated: false });
    expect((await authenticated(needs, subject(), somebody(1))).account.authenticated).toBe(true);
  });

  it('an answer of the source that arrives after the withdrawal changes nothing', async () => {
    const caller = await callerIn(needs, await authenticated(needs, subject(), somebody(1)));
    needs.clock.pass(1_000);
    const person = somebody(1);
    needs.services.register.people.set(person.documentNumber, { ...person, colour: 'red' });
    const slow = {
      ...needs.vault,
      sealFor: async (personId: string, recordId: string, value: string) => {
        const sealed = await needs.vault.sealFor(personId, recordId, value);
        answered(await withdrawConsent(needs, caller, {}));
        return sealed;
      },
    };
    await updateEligibility({ ...needs, vault: slow }, caller, {});
    needs.clock.pass(1_000);
    const again = await authenticated(needs, subject(), somebody(1));
    expect(again.account).toMatchObject({ authenticated: true, standing: { status: { colour: 'green' } } });
  });
});
