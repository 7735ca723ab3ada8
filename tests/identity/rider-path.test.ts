import { consent } from '@tongcheng/cloudfunctions/app/identity/consent';
import { refresh } from '@tongcheng/cloudfunctions/app/identity/refresh';
import { signIn } from '@tongcheng/cloudfunctions/app/identity/sign-in';
import { signOut } from '@tongcheng/cloudfunctions/app/identity/sign-out';
import { verifyIdentity } from '@tongcheng/cloudfunctions/app/identity/verify-identity';
import { RiderSession } from '@tongcheng/shared/identity/wire';
import { idTime } from '@tongcheng/shared/ids';
import { wholeDayOf } from '@tongcheng/shared/time';
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
  needs = await instanceOver(place.store, undefined, `rider path ${turn}`);
  await needs.services.open();
});
afterEach(() => needs.services.close());
afterAll(place.close);

const subject = () => `subject-of-test-${turn}`;
const anyone = anyoneAt('10.0.0.1');
/** Another document for each test, so that attempts and persons do not meet. */
const somebody = (order: number) => ({
  ...wang,
  documentKind: 'passport' as const,
  documentNumber: `E9${turn}0000${order}`,
});

describe('signing in', () => {
  it('a code of the platform gives a session, once', async () => {
    const code = needs.services.codes.issue(subject());
    const session = answered(await signIn(needs, anyone, { provider: 'web', code, city: '420100' }));
    expect(RiderSession.safeParse(session).success).toBe(true);
    expect(session.account).toMatchObject({ authenticated: false, boundCards: 0, standing: { identity: false } });
    expect(refusalOf(await signIn(needs, anyone, { provider: 'web', code, city: '420100' }))).toBe('sign-in-refused');
  });

  it('X-01 X-03 the key that signs kept scans says the moment of signing in, also when renewed; the session that is stored says the day', async () => {
    const at = needs.clock.now();
    const session = await signedIn(needs, subject());
    const { sessionId } = await callerIn(needs, session);
    needs.clock.pass(3_600_000);
    const renewed = answered(await refresh(needs, anyone, { refreshToken: session.refreshToken }));
    expect(renewed.signing).toEqual(session.signing);
    expect(idTime(session.signing?.keyId ?? '')).toBe(at);
    expect(idTime(sessionId)).toBe(wholeDayOf(at));
    expect(wholeDayOf(at)).toBeLessThan(at);
  });

  it('a code older than a minute, an invented one and a platform that is not there are refused', async () => {
    const code = needs.services.codes.issue(subject());
    needs.clock.pass(61_000);
    for (const asked of [
      { provider: 'web', code, city: '420100' },
      { provider: 'web', code: 'invented', city: '420100' },
      { provider: 'wechat', code, city: '420100' },
    ] as const)
      expect(refusalOf(await signIn(needs, anyone, asked))).toBe('sign-in-refused');
  });

  it('the same person of a platform is the same account, also when signing in five times at once', async () => {
    const sessions = await Promise.all([1, 2, 3, 4, 5].map(() => signedIn(needs, subject())));
    expect(new Set(sessions.map(({ account }) => account.accountId)).size).toBe(1);
    expect(new Set(sessions.map(({ refreshToken }) => refreshToken)).size).toBe(5);
  });

  it('signing out here ends this session; everywhere ends all', async () => {
    const [here, there, third] = [
      await signedIn(needs, subject()),
      await signedIn(needs, subject()),
      await signedIn(needs, subject()),
    ];
    await signOut(needs, await callerIn(needs, here), { everywhere: false });
    needs.clock.pass(5_000);
    expect(await needs.callerOf(here.accessToken, 'x')).toBe('ended');
    await signOut(needs, await callerIn(needs, there), { everywhere: true });
    needs.clock.pass(5_000);
    expect(await needs.callerOf(third.accessToken, 'x')).toBe('ended');
    expect(refusalOf(await refresh(needs, anyone, { refreshToken: third.refreshToken }))).toBe('session-ended');
  });
});

describe('consent', () => {
  it('an older text than the one in force is not enough', async () => {
    const caller = await callerIn(needs, await signedIn(needs, subject()));
    expect(refusalOf(await consent(needs, caller, { version: '2020-01', sensitive: true }))).toBe('consent-outdated');
  });

  it('nothing is authenticated before it', async () => {
    const caller = await callerIn(needs, await signedIn(needs, subject()));
    expect(refusalOf(await verifyIdentity(needs, caller, claimOf(wang)))).toBe('consent-missing');
  });
});

describe('authenticating', () => {
  it('W-01 W-02 on the web the rider types it in; identity, status and masks arrive in the session', async () => {
    const session = await authenticated(needs, subject());
    expect(RiderSession.safeParse(session).success).toBe(true);
    expect(session.account).toMatchObject({
      authenticated: true,
      maskedName: '演**',
      maskedDocument: `4${'*'.repeat(15)}45`,
      maskedPhone: '139****0001',
      standing: { identity: true, status: { colour: 'green', source: 'provincial-health-code' } },
    });
    const caller = await callerIn(needs, session);
    expect(caller).toMatchObject({ maskedName: '演**', eligibility: { identity: true, test: { result: 'negative' } } });
    expect(caller.personId).toBeDefined();
    expect(JSON.stringify(session)).not.toContain('小明');
    expect(Buffer.from(session.accessToken.split('.')[1] ?? '', 'base64url').toString()).not.toContain('199003');
  });

  it.each([
    ['a wrong check digit', { documentNumber: '420106199003072346' }, 'document-refused', { reason: 'check-digit' }],
    ['a formula as a name', { name: '=HYPERLINK("x")' }, 'name-refused', { reason: 'characters' }],
    ['a name with a direction mark', { name: '演\u202e示' }, 'name-refused', { reason: 'characters' }],
    ['no phone', { phone: '12345' }, 'phone-refused', undefined],
    ['another kind', { documentKind: 'taiwan-travel-permit' as const }, 'document-refused', { reason: 'kind' }],
  ])('W-05 %s is told at its field', async (_what, typed, code, details) => {
    const caller = await callerIn(needs, await agreed(needs, subject()));
    const answer = await verifyIdentity(needs, caller, { ...claimOf(wang), ...typed });
    expect(answer).toMatchObject({ ok: false, failure: { code, ...(details ? { details } : {}) } });
  });

  it('W-05 every kind of document authenticates by its own rule', async () => {
    const documents = [
      ['hmt-residence-permit', '810000199203041235'],
      ['foreign-permanent-residence', '911398199012310021'],
      ['hk-macao-travel-permit', 'H1234567800'],
      ['taiwan-travel-permit', '12345678'],
      ['passport', 'E12345678'],
      ['other', '演示证1号'],
    ] as const;
    for (const [documentKind, documentNumber] of documents) {
      const session = await authenticated(needs, `${subject()}-${documentKind}`, {
        ...wang,
        documentKind,
        documentNumber,
      });
      expect(session.account).toMatchObject({ authenticated: true, documentKind });
    }
  });

  it('X-22 an account that has its person asks no register about another document: whoever is signed in cannot search by it', async () => {
    const caller = await callerIn(needs, await authenticated(needs, subject()));
    const other = { ...claimOf(wang), documentKind: 'passport' as const, documentNumber: 'E70099001' };
    for (let time = 0; time < 6; time += 1)
      expect(refusalOf(await verifyIdentity(needs, caller, other))).toBe('already-authenticated');
    const bare = await callerIn(needs, await agreed(needs, `${subject()}-bare`));
    expect(refusalOf(await verifyIdentity(needs, bare, other))).toBe('real-name-mismatch');
    expect(answered(await verifyIdentity(needs, caller, claimOf(wang))).account.authenticated).toBe(true);
  });

  it('W-19 a child needs the consent of a guardian', async () => {
    const child = { ...wang, documentNumber: '420106201511222340' };
    const number = ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'X'].map(
      (check) => child.documentNumber.slice(0, 17) + check,
    );
    const caller = await callerIn(needs, await agreed(needs, subject()));
    const answers = await Promise.all(
      number.map((documentNumber) => verifyIdentity(needs, caller, { ...claimOf(child), documentNumber })),
    );
    expect(answers.filter((answer) => refusalOf(answer) === 'guardian-consent-missing')).toHaveLength(1);
    const valid = number[answers.findIndex((answer) => refusalOf(answer) === 'guardian-consent-missing')] ?? '';
    needs.services.register.people.set(valid, { ...child, documentNumber: valid });
    const claim = { ...claimOf(child), documentNumber: valid, guardianConsent: true };
    expect(answered(await verifyIdentity(needs, caller, claim)).account.authenticated).toBe(true);
  });

  it('another name or an unknown document does not match, and says the same of both', async () => {
    const [known, unknown] = [somebody(1), somebody(2)];
    needs.services.register.people.set(known.documentNumber, known);
    const caller = await callerIn(needs, await agreed(needs, subject()));
    for (const claim of [{ ...claimOf(known), name: '别人' }, claimOf(unknown)])
      expect(refusalOf(await verifyIdentity(needs, caller, claim))).toBe('real-name-mismatch');
  });

  it('happens once: repeated it answers the same, with another document it is refused', async () => {
    const session = await authenticated(needs, subject(), somebody(1));
    const caller = await callerIn(needs, session);
    const before = await callerIn(needs, await signedIn(needs, subject()));
    for (const who of [caller, before])
      expect(answered(await verifyIdentity(needs, who, claimOf(somebody(1)))).account).toMatchObject({
        authenticated: true,
      });
    needs.services.register.people.set(somebody(2).documentNumber, somebody(2));
    expect(refusalOf(await verifyIdentity(needs, caller, claimOf(somebody(2))))).toBe('already-authenticated');
  });

  it('two documents at once on one account leave one person', async () => {
    const both = [somebody(1), somebody(2)];
    for (const person of both) needs.services.register.people.set(person.documentNumber, person);
    const caller = await callerIn(needs, await agreed(needs, subject()));
    const answers = await Promise.all(both.map((person) => verifyIdentity(needs, caller, claimOf(person))));
    expect(answers.map(refusalOf).sort()).toEqual(['already-authenticated', undefined]);
  });

  it('one person on two platforms or phones is one person: the second says so, and is it once it is proven', async () => {
    const person = somebody(1);
    const first = await callerIn(needs, await authenticated(needs, `${subject()}a`, person));
    const second = await authenticated(needs, `${subject()}b`, person);
    const claim = await callerIn(needs, second);
    expect(claim.accountId).not.toBe(first.accountId);
    expect(claim).toMatchObject({ claimedPersonId: first.personId });
    expect(claim.personId).toBeUndefined();
    expect((await callerIn(needs, await agreedTo(needs, first, second))).personId).toBe(first.personId);
  });
});
