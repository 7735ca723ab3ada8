import { revoke } from '@tongcheng/cloudfunctions/app/sessions/revocations';
import { endSessionsOf, openSession, renewSession } from '@tongcheng/cloudfunctions/app/sessions/sessions';
import { makeTokens } from '@tongcheng/cloudfunctions/app/sessions/tokens';
import { unknownEligibility } from '@tongcheng/shared/eligibility';
import { minuteMs } from '@tongcheng/shared/time';
import * as fc from 'fast-check';
import { standingClock } from '../world/clock';
import { instanceOver, ownStore, testMaster } from '../world/instance';

jest.setTimeout(60_000);

const clock = standingClock();
const tokens = makeTokens(testMaster, clock);
const rider = (session: string, lifeMs = 10 * minuteMs) =>
  ({
    kind: 'rider',
    session,
    issuedAt: clock.now(),
    expiresAt: clock.now() + lifeMs,
    account: 'ACCOUNT',
    standing: unknownEligibility,
  }) as const;

describe('access tokens', () => {
  const token = tokens.issue(rider('SESSION'));

  it('say what was signed into them, until they expire', () => {
    expect(tokens.read(token)).toEqual(rider('SESSION'));
    expect(tokens.read(tokens.issue(rider('SESSION', 1)))).toBeDefined();
    expect(tokens.read(tokens.issue(rider('SESSION', 0)))).toBeUndefined();
  });

  it('of another key, and what is no token at all, identify no caller', () => {
    const other = makeTokens(new Uint8Array(32).fill(7), clock);
    for (const forged of [
      other.issue(rider('SESSION')),
      '',
      '.',
      'a1.',
      'a1..',
      token.slice(3),
      `${token}.`,
      'a1.e30.',
    ])
      expect(tokens.read(forged)).toBeUndefined();
  });

  it('cut anywhere identify no caller', () => {
    for (let length = 0; length < token.length; length += 1)
      expect(tokens.read(token.slice(0, length))).toBeUndefined();
  });

  it('with any character changed, added or taken identify no caller: a token has one form only', () => {
    const characters = fc.constantFrom(...'ABCxyz019-_.=+/ \n\u00e9');
    const place = fc.nat(token.length);
    fc.assert(
      fc.property(place, characters, fc.constantFrom(0, 1), (at, character, taken) => {
        const forged = token.slice(0, at) + character + token.slice(at + taken);
        return forged === token || tokens.read(forged) === undefined;
      }),
      { numRuns: 20_000 },
    );
  });
});

describe('sessions', () => {
  const place = ownStore();
  afterAll(place.close);
  const open = async () => {
    const needs = await instanceOver(place.store, standingClock(), `${Math.random()}`);
    return { needs, first: await openSession(needs, 'rider', `subject-${needs.chance.bytes(4).join('')}`) };
  };
  const renewed = async (needs: Awaited<ReturnType<typeof open>>['needs'], refreshToken: string) => {
    const answer = await renewSession(needs, 'rider', refreshToken);
    if (answer === 'ended') throw new Error('the session ended');
    needs.clock.pass(minuteMs);
    return answer.refreshToken;
  };

  it('are renewed again and again, each time by the newest token', async () => {
    const { needs, first } = await open();
    let token = first.refreshToken;
    for (let turn = 0; turn < 20; turn += 1) token = await renewed(needs, token);
  });

  it.each([1, 2, 5])('end when a refresh token comes back %i renewals later: somebody has a copy', async (later) => {
    const { needs, first } = await open();
    let token = first.refreshToken;
    for (let turn = 0; turn < later; turn += 1) token = await renewed(needs, token);
    expect(await renewSession(needs, 'rider', first.refreshToken)).toBe('ended');
    expect(await renewSession(needs, 'rider', token)).toBe('ended');
    const access = needs.tokens.issue({ ...rider(first.sessionId), issuedAt: needs.clock.now() });
    needs.clock.pass(5_000);
    expect(await needs.callerOf(access, 'here')).toBe('ended');
  });

  it('stay whole when tabs renew together, whichever token they keep', async () => {
    for (const kept of [0, 1, 2]) {
      const { needs, first } = await open();
      const answers = await Promise.all([1, 2, 3].map(() => renewSession(needs, 'rider', first.refreshToken)));
      needs.clock.pass(10 * minuteMs);
      const answer = answers[kept];
      if (!answer || answer === 'ended') throw new Error('a tab was signed out');
      await renewed(needs, await renewed(needs, answer.refreshToken));
    }
  });

  it('do not end by an invented token, and are of one kind', async () => {
    const { needs, first } = await open();
    const [id = '', family = '', turn = ''] = first.refreshToken.split('.');
    for (const invented of [id, `${id}.`, `${id}.${turn}.${family}`, `${id}.x.y`, '', '..', `no.${family}.${turn}`])
      expect(await renewSession(needs, 'rider', invented)).toBe('ended');
    expect(await renewSession(needs, 'official', first.refreshToken)).toBe('ended');
    await renewed(needs, first.refreshToken);
  });

  it('end everywhere within five seconds, in another instance too', async () => {
    const { needs, first } = await open();
    const other = await instanceOver(place.store, needs.clock, 'other');
    const access = needs.tokens.issue({ ...rider(first.sessionId), issuedAt: needs.clock.now() });
    expect(await other.callerOf(access, 'there')).toMatchObject({ kind: 'rider', sessionId: first.sessionId });
    await endSessionsOf(needs, first.subject);
    needs.clock.pass(5_000);
    expect(await other.callerOf(access, 'there')).toBe('ended');
    expect(await renewSession(other, 'rider', first.refreshToken)).toBe('ended');
  });

  it('a stale token is told apart from an ended one, and a newer token of the account holds', async () => {
    const { needs, first } = await open();
    const claims = (issuedAt: number) => ({ ...rider(first.sessionId), issuedAt, account: first.subject });
    const old = needs.tokens.issue(claims(needs.clock.now()));
    needs.clock.pass(1);
    await revoke(needs, { about: first.subject, effect: 'stale' });
    needs.clock.pass(5_000);
    expect(await needs.callerOf(old, 'here')).toBe('stale');
    expect(await needs.callerOf(needs.tokens.issue(claims(needs.clock.now())), 'here')).toMatchObject({
      kind: 'rider',
    });
  });

  it('a revocation is still known after midnight', async () => {
    const { needs, first } = await open();
    needs.clock.pass(16 * 60 * minuteMs - 10_000);
    const access = needs.tokens.issue({ ...rider(first.sessionId), expiresAt: needs.clock.now() + 10 * minuteMs });
    await endSessionsOf(needs, first.subject);
    needs.clock.pass(60_000);
    expect(await needs.callerOf(access, 'here')).toBe('ended');
  });
});
