import { bindCard } from '@tongcheng/cloudfunctions/app/cards/bind-card';
import { listCards } from '@tongcheng/cloudfunctions/app/cards/list-cards';
import { accounts } from '@tongcheng/cloudfunctions/app/identity/account-record';
import { addMember } from '@tongcheng/cloudfunctions/app/identity/add-member';
import { confirmRider } from '@tongcheng/cloudfunctions/app/identity/confirm-rider';
import { decideAccount } from '@tongcheng/cloudfunctions/app/identity/decide-account';
import { deleteAccount } from '@tongcheng/cloudfunctions/app/identity/delete-account';
import { destroyClosed } from '@tongcheng/cloudfunctions/app/identity/erasure/destroy-closed';
import { listFamily } from '@tongcheng/cloudfunctions/app/identity/list-family';
import { listOwnAccounts } from '@tongcheng/cloudfunctions/app/identity/list-own-accounts';
import { listOwnDevices } from '@tongcheng/cloudfunctions/app/identity/list-own-devices';
import { refresh } from '@tongcheng/cloudfunctions/app/identity/refresh';
import { signOut } from '@tongcheng/cloudfunctions/app/identity/sign-out';
import { verifyIdentity } from '@tongcheng/cloudfunctions/app/identity/verify-identity';
import { withdrawConsent } from '@tongcheng/cloudfunctions/app/identity/withdraw-consent';
import { history } from '@tongcheng/cloudfunctions/app/rides/history';
import { type Journey, journeysOf } from '@tongcheng/cloudfunctions/app/rides/journeys/journeys-of';
import { recordScan } from '@tongcheng/cloudfunctions/app/rides/record-scan';
import { scans } from '@tongcheng/cloudfunctions/app/rides/scan-record';
import { exportOwn } from '@tongcheng/cloudfunctions/app/rights/export-own';
import { ownAccesses } from '@tongcheng/cloudfunctions/app/rights/own-accesses';
import type { RiderCaller } from '@tongcheng/shared/caller';
import type { RiderSession } from '@tongcheng/shared/identity/wire';
import { dayMs, minuteMs } from '@tongcheng/shared/time';
import { anyoneAt, aScan, staffAt } from '../world/callers';
import { enrolled, type FamilyTown, memberOf, openFamilyTown, person } from '../world/family-town';
import type { PlaceName } from '../world/places';
import { agreed, answered, authenticated, callerIn, claimOf, refusalOf } from '../world/rider';

jest.setTimeout(60_000);

let town: FamilyTown;
beforeEach(async () => {
  town = await openFamilyTown('second account');
});
afterEach(() => town.close());

const now = () => town.needs.clock.now();
const day = '2026-11-21';
const city = '420100';
const scan = async (caller: RiderCaller, place: PlaceName) => {
  town.needs.clock.pass(3 * minuteMs);
  return answered(await recordScan(town.needs, caller, aScan(town, place, now())));
};
const rides = async (caller: RiderCaller) =>
  answered(await history(town.needs, caller, { city, days: 1 })).days.flatMap((each) => each.rides);
const journeys = async () => {
  const all: Journey[] = [];
  for await (const journey of journeysOf(town.needs, city, day)) all.push(journey);
  return all;
};
/** Another account that knows all facts of the person. */
const second = (order = 0, name = 'second account'): Promise<RiderSession> =>
  authenticated(town.needs, name, person(order));
/** The same account as its next request finds it. */
const renewed = async (session: RiderSession) =>
  answered(await refresh(town.needs, anyoneAt('10.0.0.1'), { refreshToken: session.refreshToken }));
const codeOf = async (caller: RiderCaller) => answered(await listOwnAccounts(town.needs, caller, {})).code ?? '';
const desk = { ...staffAt('bus1'), role: 'desk' } as const;
const typedAtDesk = (order: number, code: string) => {
  const { name, documentKind, documentNumber } = claimOf(person(order));
  return { name, documentKind, documentNumber, code };
};

describe('X-22 who knows name, number and phone of somebody with an account', () => {
  it('rides at once, as that person, with the verdict that is due to them', async () => {
    await enrolled(town, 0, { colour: 'red' });
    const session = await authenticated(town.needs, 'second account', person(0, { colour: 'red' }));
    const claim = await callerIn(town.needs, session);
    const { verdict, flags } = await scan(claim, 'bus1');
    expect(verdict).toMatchObject({ decision: 'refuse', colour: 'red' });
    expect(flags).toEqual(['identity-claimed']);
  });

  it('W-07 has the person’s pseudonym in reports and tracing, with rides of its own', async () => {
    const holder = await enrolled(town, 0);
    const claim = await callerIn(town.needs, await second());
    expect((await scan(holder, 'bus1')).meaning).toBe('board');
    expect((await scan(claim, 'bus1')).meaning).toBe('board');
    expect((await scan(holder, 'bus1')).meaning).toBe('alight');
    town.needs.clock.pass(dayMs);
    const [journey, ...others] = await journeys();
    expect(others).toEqual([]);
    expect(journey?.scans.map(({ meaning }) => meaning)).toEqual(['board', 'board', 'alight']);
    expect(journey?.rides.map(({ closedBy }) => closedBy)).toEqual(['scan', 'longest-ride']);
  });

  it('learns by registering neither colour nor test nor the phone of the person', async () => {
    await authenticated(town.needs, 'subject-0', { ...person(0, { colour: 'red' }), phone: '13900000001' });
    const session = await authenticated(town.needs, 'second account', person(0, { colour: 'red' }));
    expect(session.account).toMatchObject({
      authenticated: true,
      unproven: 'claim',
      boundCards: 0,
      standing: { identity: true, status: 'unavailable', test: 'unavailable' },
    });
    expect(session.account).not.toHaveProperty('maskedPhone');
    const claims = Buffer.from(session.accessToken.split('.')[1] ?? '', 'base64url').toString();
    expect(claims).not.toMatch(/red|negative/);
  });

  it('sees its own rides only, and those who are the person never see its', async () => {
    const holder = await enrolled(town, 0);
    await scan(holder, 'bus1');
    const claim = await callerIn(town.needs, await second());
    expect(await rides(claim)).toEqual([]);
    await scan(claim, 'bus2');
    await scan(claim, 'bus2');
    expect((await rides(claim)).map(({ venue, scanIds }) => [venue.venueId, scanIds.length])).toEqual([['bus-2', 2]]);
    expect((await rides(holder)).map(({ venue }) => venue.venueId)).toEqual(['bus-1']);
    expect(answered(await ownAccesses(town.needs, claim, {})).accesses).toEqual([]);
  });

  it('reads, changes and destroys nothing else', async () => {
    const holder = await enrolled(town, 0);
    await memberOf(town, holder, 1);
    const { needs } = town;
    needs.services.register.cards.set('t-union:3104800000001234567', 'known');
    const card = { kind: 't-union', number: '3104800000001234567' };
    const before = (await needs.vault.reveal([holder.personId ?? ''], 'own-data')).get(holder.personId ?? '');
    const moved = { ...person(0), phone: '13922223333' };
    needs.services.register.people.set(moved.documentNumber, moved);
    const bare = await callerIn(needs, await agreed(needs, 'second account'));
    const claim = await callerIn(
      needs,
      answered(await verifyIdentity(needs, bare, { ...claimOf(moved), phone: moved.phone })),
    );
    const documentNumber = person(0).documentNumber;
    expect([
      refusalOf(await bindCard(needs, claim, card)),
      refusalOf(await listFamily(needs, claim, {})),
      refusalOf(await addMember(needs, claim, { ...claimOf(person(2)), relation: 'parent', consent: true })),
      refusalOf(await exportOwn(needs, claim, { form: 'json', documentNumber })),
      refusalOf(await decideAccount(needs, claim, { accountId: holder.accountId, agree: false })),
    ]).toEqual(Array(5).fill('identity-not-proven'));
    expect(answered(await listCards(needs, claim, {})).cards).toEqual([]);
    expect(answered(await listOwnDevices(needs, claim, {})).devices).toHaveLength(1);
    expect(answered(await listOwnAccounts(needs, claim, {})).others).toEqual([]);
    answered(await signOut(needs, claim, { everywhere: true }));
    answered(await withdrawConsent(needs, await callerIn(needs, await second()), {}));
    answered(await deleteAccount(needs, await callerIn(needs, await second()), {}));
    needs.clock.pass(2 * 60 * minuteMs);
    await destroyClosed(needs);
    const after = (await needs.vault.reveal([holder.personId ?? ''], 'own-data')).get(holder.personId ?? '');
    expect(after).toEqual(before);
    expect(await needs.store.get(accounts, holder.accountId)).toMatchObject({ personId: holder.personId });
    expect(answered(await listFamily(needs, holder, {})).members).toHaveLength(1);
  });

  it('is told of to the person at their next request, until they say something about it', async () => {
    const mine = await authenticated(town.needs, 'subject-0', person(0));
    town.needs.clock.pass(1_000);
    const claim = await callerIn(town.needs, await second());
    town.needs.clock.pass(5_000);
    expect(await town.needs.callerOf(mine.accessToken, 'x')).toBe('stale');
    const told = await renewed(mine);
    expect(told.account.claims).toBe(1);
    const holder = await callerIn(town.needs, told);
    const { others } = answered(await listOwnAccounts(town.needs, holder, {}));
    expect(others).toEqual([
      { accountId: claim.accountId, provider: 'web', isProven: false, isChecked: false, joinedOn: day },
    ]);
    answered(await decideAccount(town.needs, holder, { accountId: claim.accountId, agree: false }));
    expect((await renewed(told)).account.claims).toBeUndefined();
  });

  it('repeats its registration without a new alert', async () => {
    const mine = await authenticated(town.needs, 'subject-0', person(0));
    const claim = await callerIn(town.needs, await second());
    town.needs.clock.pass(5_000);
    const told = await renewed(mine);
    town.needs.clock.pass(1_000);
    answered(await verifyIdentity(town.needs, claim, claimOf(person(0))));
    town.needs.clock.pass(5_000);
    expect(await town.needs.callerOf(told.accessToken, 'x')).toMatchObject({ kind: 'rider' });
  });
});

describe('X-22 a claim is proven', () => {
  it('W-07 by a device of the person that types the code of the new one: then both see all', async () => {
    const holder = await enrolled(town, 0);
    await scan(holder, 'bus1');
    const session = await second();
    const claim = await callerIn(town.needs, session);
    await scan(claim, 'bus2');
    const accountId = claim.accountId;
    answered(await decideAccount(town.needs, holder, { accountId, agree: true, code: await codeOf(claim) }));
    town.needs.clock.pass(5_000);
    expect(await town.needs.callerOf(session.accessToken, 'x')).toBe('stale');
    const proven = await renewed(session);
    expect(proven.account.unproven).toBeUndefined();
    expect(proven.account.standing.status).toMatchObject({ colour: 'green' });
    const caller = await callerIn(town.needs, proven);
    expect(caller.personId).toBe(holder.personId);
    for (const each of [caller, holder])
      expect((await rides(each)).map(({ venue }) => venue.venueId).sort()).toEqual(['bus-1', 'bus-2']);
  });

  it('never by a wrong code, nor by a sixth', async () => {
    const holder = await enrolled(town, 0);
    const claim = await callerIn(town.needs, await second());
    const code = await codeOf(claim);
    const decide = (typed: string) =>
      decideAccount(town.needs, holder, { accountId: claim.accountId, agree: true, code: typed });
    const wrong = code === '123456' ? '654321' : '123456';
    const told: (string | undefined)[] = [];
    for (const typed of ['', wrong, wrong, wrong, wrong, code]) told.push(refusalOf(await decide(typed)));
    expect(told).toEqual([...Array(5).fill('proof-code-wrong'), 'too-many-tries']);
    town.needs.clock.pass(2 * dayMs);
    expect(refusalOf(await decide(code))).toBe('proof-code-wrong');
    answered(await decide(await codeOf(claim)));
  });

  it('by nobody else: another rider’s word about it is about an account that is unknown', async () => {
    await enrolled(town, 0);
    const claim = await callerIn(town.needs, await second());
    const stranger = await enrolled(town, 1);
    const code = await codeOf(claim);
    for (const agree of [true, false])
      expect(refusalOf(await decideAccount(town.needs, stranger, { accountId: claim.accountId, agree, code }))).toBe(
        'account-unknown',
      );
  });

  it('W-20 by the desk that sees document, person and phone; also after it was denied, and the person finds it on record', async () => {
    const holder = await enrolled(town, 0);
    const session = await second();
    const claim = await callerIn(town.needs, session);
    answered(await decideAccount(town.needs, holder, { accountId: claim.accountId, agree: false }));
    expect((await renewed(session)).account.unproven).toBe('denied');
    const code = await codeOf(claim);
    const refused = [
      { ...typedAtDesk(0, code), name: '演示别人' },
      typedAtDesk(0, code === '123456' ? '654321' : '123456'),
      typedAtDesk(5, code),
    ];
    for (const typed of refused) expect(refusalOf(await confirmRider(town.needs, desk, typed))).toBe('proof-refused');
    expect(answered(await confirmRider(town.needs, desk, typedAtDesk(0, code)))).toEqual({ maskedName: '演**' });
    const caller = await callerIn(town.needs, await renewed(await second()));
    expect(caller.personId).toBe(holder.personId);
    expect(answered(await ownAccesses(town.needs, caller, {})).accesses).toMatchObject([
      { who: 'desk', purpose: 'identity-proof' },
    ]);
  });
});

describe('X-22 who was registered by somebody else first', () => {
  it('rides at once; checked at a desk they speak for themselves, and may take the other out', async () => {
    const stranger = await enrolled(town, 0);
    const session = await second();
    const mine = await callerIn(town.needs, session);
    expect((await scan(mine, 'bus1')).verdict.decision).toBe('admit');
    answered(await confirmRider(town.needs, desk, typedAtDesk(0, await codeOf(mine))));
    const told = await renewed(session);
    expect(told.account.claims).toBe(1);
    const proven = await callerIn(town.needs, told);
    await scan(proven, 'bus2');
    expect(await rides(stranger)).toEqual([]);
    expect(await rides(proven)).toHaveLength(2);
    answered(await deleteAccount(town.needs, stranger, {}));
    expect(await town.needs.vault.masked(proven.personId ?? '')).toBeDefined();
    const again = await callerIn(town.needs, await second(0, 'subject-0'));
    expect(again.personId).toBeUndefined();
    answered(await decideAccount(town.needs, proven, { accountId: again.accountId, agree: false }));
    expect(await rides(proven)).toHaveLength(2);
  });

  it('takes an account out that came first; it is left without an identity', async () => {
    const stranger = await enrolled(town, 0);
    const session = await second();
    const claim = await callerIn(town.needs, session);
    answered(await confirmRider(town.needs, desk, typedAtDesk(0, await codeOf(claim))));
    const proven = await callerIn(town.needs, await renewed(session));
    const decided = answered(await decideAccount(town.needs, proven, { accountId: stranger.accountId, agree: false }));
    expect(decided.others).toEqual([]);
    expect(await town.needs.store.get(accounts, stranger.accountId)).not.toHaveProperty('personId');
    await scan(await callerIn(town.needs, await renewed(session)), 'bus1');
    const { items } = await town.needs.store.find(scans, { where: { day }, limit: 10 });
    expect(items.map(({ apart }) => apart)).toEqual([undefined]);
  });
});

describe('X-22 somebody who is known without having an account', () => {
  it('X-14 after withdrawing is theirs again from then on: what was before stays hidden, until a desk looked', async () => {
    const before = await enrolled(town, 0);
    await scan(before, 'bus1');
    answered(await withdrawConsent(town.needs, before, {}));
    const session = await second();
    expect(session.account.unproven).toBe('past');
    const back = await callerIn(town.needs, session);
    expect(back.personId).toBe(before.personId);
    expect(await rides(back)).toEqual([]);
    await scan(back, 'bus2');
    expect((await rides(back)).map(({ venue }) => venue.venueId)).toEqual(['bus-2']);
    answered(await confirmRider(town.needs, desk, typedAtDesk(0, await codeOf(back))));
    const proven = await callerIn(town.needs, await renewed(session));
    expect((await rides(proven)).map(({ venue }) => venue.venueId).sort()).toEqual(['bus-1', 'bus-2']);
  });

  it('X-09 and looked after by a family stays there, and the claim learns nothing, until it is proven', async () => {
    const holder = await enrolled(town, 0);
    await memberOf(town, holder, 1);
    const session = await second(1);
    expect(session.account.unproven).toBe('claim');
    expect(answered(await listFamily(town.needs, holder, {})).members).toHaveLength(1);
    const claim = await callerIn(town.needs, session);
    answered(await confirmRider(town.needs, desk, typedAtDesk(1, await codeOf(claim))));
    expect(answered(await listFamily(town.needs, holder, {})).members).toEqual([]);
  });
});
