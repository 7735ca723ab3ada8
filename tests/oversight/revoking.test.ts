import { accessLog } from '@tongcheng/cloudfunctions/app/audit/access-entry';
import { createFirstOfficials } from '@tongcheng/cloudfunctions/app/oversight/first-officials';
import { officials } from '@tongcheng/cloudfunctions/app/oversight/official-record';
import { resetOfficial } from '@tongcheng/cloudfunctions/app/oversight/reset-official';
import { invitations } from '@tongcheng/cloudfunctions/app/oversight/staff-record';
import { makeCallerOf } from '@tongcheng/cloudfunctions/app/sessions/caller-of';
import { revocationList } from '@tongcheng/cloudfunctions/app/sessions/revocations';
import { InvitationRow, OfficialRow, StaffRow } from '@tongcheng/shared/oversight/wire';
import { hourMs } from '@tongcheng/shared/time';
import * as z from 'zod';
import { openTown, type Town } from '../world/town';
import { officialToken } from '../world/town-sessions';
import { codeAt } from './office';

let town: Town;
beforeEach(async () => {
  town = await openTown();
});
afterEach(async () => {
  expect(town.faults).toEqual([]);
  await town.close();
});

const venueIds = ['420100-bus-e1-01', '420100-bus-e1-02', '420100-bus-e1-03', '420100-bus-e1-04'];
const wanted = { city: '420100', role: 'inspector', venueIds, validHours: 48 };
const chief = (cities?: string[]) => officialToken(town, ['administrator'], cities, 10 * 60_000, undefined, 'other');
const Session = z.object({ accessToken: z.string(), refreshToken: z.string() });

const invite = async (more: Readonly<Record<string, unknown>> = {}) => {
  const told = await town.ask('oversight.create-invitation', { ...wanted, ...more }, chief());
  return z.object({ invitation: z.string() }).parse(told.value).invitation;
};
const accept = (invitation: string, displayName = '演示安检员') =>
  town.ask('oversight.accept-invitation', { invitation, displayName });
const signedIn = async (displayName?: string) => {
  // An address may try ten invitations a minute.
  town.pass(60_000);
  return Session.parse((await accept(await invite(), displayName)).value);
};
const listed = async (more: Readonly<Record<string, unknown>> = {}) => {
  const told = await town.ask('oversight.list-staff', { city: '420100', limit: 100, ...more }, chief());
  return z.object({ staff: z.array(StaffRow), next: z.string().optional() }).parse(told.value);
};
const openInvitations = async (more: Readonly<Record<string, unknown>> = {}) => {
  const told = await town.ask('oversight.list-invitations', { city: '420100', limit: 100, ...more }, chief());
  return z.object({ invitations: z.array(InvitationRow), next: z.number().optional() }).parse(told.value);
};
const officialRow = async (login: string) => {
  const told = await town.ask('oversight.list-officials', { city: '420100' }, chief());
  const all = z.object({ officials: z.array(OfficialRow) }).parse(told.value).officials;
  return all.find((each) => each.login === login);
};
/** Another host over the same store: it has a list of its own. */
const otherHost = () => makeCallerOf(town.needs.tokens, revocationList(town.needs));

describe('staff', () => {
  test('X-24 who is signed in is listed with role, places and times, the latest first', async () => {
    await signedIn('甲');
    await signedIn('乙');
    const { staff } = await listed();
    expect(staff.map(({ displayName }) => displayName)).toEqual(['乙', '甲']);
    expect(staff[0]).toMatchObject({ role: 'inspector', scope: { kind: 'venues', venueIds }, invitedBy: 'other' });
    expect(staff[0]?.venues.map(({ venueId }) => venueId)).toEqual(venueIds.slice(0, 3));
    expect(Math.floor(((staff[0]?.sessionEndsAt ?? 0) - (staff[0]?.signedInAt ?? 0)) / hourMs)).toBe(12);
    expect((await listed({ search: '甲' })).staff).toHaveLength(1);
  });

  test('X-24 the list goes on page by page, and holds nobody who signed out or whose shift is over', async () => {
    const first = await signedIn('甲');
    await signedIn('乙');
    await signedIn('丙');
    const page = await listed({ limit: 2 });
    expect(page.staff.map(({ displayName }) => displayName)).toEqual(['丙', '乙']);
    expect((await listed({ limit: 2, after: page.next })).staff.map(({ displayName }) => displayName)).toEqual(['甲']);
    await town.ask('oversight.sign-out-staff', {}, first.accessToken);
    expect((await listed()).staff).toHaveLength(2);
    town.pass(12 * hourMs);
    expect((await listed()).staff).toEqual([]);
  });

  test('X-24 revoked, their token ends on every host within five seconds and is not renewed; on record first', async () => {
    const session = await signedIn();
    const elsewhere = otherHost();
    expect(await elsewhere(session.accessToken, 'x')).toMatchObject({ kind: 'staff' });
    const staffId = (await listed()).staff[0]?.staffId ?? '';
    const revoke = { staffId, reason: '离职 left' };
    expect(await town.ask('oversight.revoke-staff', revoke, chief(['420200']))).toMatchObject({
      failure: { code: 'staff-not-yours' },
    });
    expect(await town.ask('oversight.revoke-staff', revoke, chief())).toMatchObject({ ok: true });
    town.pass(5_000);
    expect(await elsewhere(session.accessToken, 'x')).toBe('ended');
    expect(await town.ask('oversight.get-own-staff', {}, session.accessToken)).toMatchObject({ status: 401 });
    const { refreshToken } = session;
    expect(await town.ask('oversight.refresh-staff', { refreshToken })).toMatchObject({
      failure: { code: 'session-ended' },
    });
    expect((await listed()).staff).toEqual([]);
    const { items } = await town.needs.store.find(accessLog, { where: {}, limit: 10 });
    expect(items.map(({ access }) => [access.purpose, access.what])).toEqual([['staff-access', staffId]]);
  });
});

describe('invitations', () => {
  test('X-24 open ones are listed, the first to end first, and a revoked one admits nobody', async () => {
    const [late, soon] = [await invite({ validHours: 100 }), await invite({ validHours: 10 })];
    await accept(await invite());
    const { invitations: rows } = await openInvitations();
    expect(rows.map(({ venues }) => venues.length)).toEqual([3, 3]);
    expect((rows[0]?.expiresAt ?? 0) < (rows[1]?.expiresAt ?? 0)).toBe(true);
    const page = await openInvitations({ limit: 1 });
    expect(page.invitations).toEqual(rows.slice(0, 1));
    expect((await openInvitations({ limit: 1, after: page.next })).invitations).toEqual(rows.slice(1));
    expect(JSON.stringify(rows)).not.toContain(soon.slice(0, 9));
    const revoke = { invitationId: rows[0]?.invitationId, reason: '发错人 wrong person' };
    expect(await town.ask('oversight.revoke-invitation', revoke, chief())).toMatchObject({ ok: true });
    expect(await accept(soon)).toMatchObject({ failure: { code: 'invitation-refused' } });
    expect((await openInvitations()).invitations).toHaveLength(1);
    expect(await accept(late)).toMatchObject({ ok: true });
  });

  test('X-24 one that was used meanwhile ends whoever signed in with it', async () => {
    const invitation = await invite();
    const invitationId = (await openInvitations()).invitations[0]?.invitationId ?? '';
    const { accessToken } = Session.parse((await accept(invitation)).value);
    await town.ask('oversight.revoke-invitation', { invitationId, reason: 'x' }, chief());
    town.pass(5_000);
    expect(await otherHost()(accessToken, 'x')).toBe('ended');
    expect(await town.needs.store.get(invitations, invitationId)).toMatchObject({ revokedBy: 'other' });
  });
});

test('X-24 an invitation that is revoked while somebody accepts it leaves them without a session', async () => {
  const invitation = await invite();
  const invitationId = (await openInvitations()).invitations[0]?.invitationId;
  const store = town.needs.store;
  const { insert } = store;
  const revokedMeanwhile = Object.assign(Object.create(store), {
    insert: async (...asked: Parameters<typeof insert>) => {
      if (asked[0].name === 'staff')
        await town.ask('oversight.revoke-invitation', { invitationId, reason: 'x' }, chief());
      return insert.call(store, ...asked);
    },
  });
  const body = JSON.stringify({ invitation, displayName: 'x' });
  const request = { name: 'oversight.accept-invitation', body, bodyBytes: body.length, address: '10.1.2.3' };
  const reply = await town.answer({ ...town.needs, store: revokedMeanwhile }, request);
  expect(JSON.parse(reply.body)).toMatchObject({ failure: { code: 'invitation-refused' } });
  expect((await listed()).staff).toEqual([]);
});

describe('officials', () => {
  const begin = async () => {
    const made = await createFirstOfficials(town.needs, ['420100'], async () => undefined);
    const deputy = made.find(({ login }) => login === 'deputy');
    if (!deputy) throw new Error('no deputy');
    const signIn = ({ password, totpSecret } = deputy) => {
      town.pass(30_000);
      const totp = codeAt({ ...deputy, totpSecret }, town.needs.clock.now());
      return town.ask('oversight.sign-in-official', { login: 'deputy', password, totp });
    };
    return { deputy, signIn };
  };

  test('X-24 are listed with roles, places and open sessions, and revoked within five seconds on every host', async () => {
    const { signIn } = await begin();
    const session = Session.parse((await signIn()).value);
    const row = await officialRow('deputy');
    expect(row).toMatchObject({ roles: ['bureau', 'health', 'auditor'], sessions: 1, revocable: true });
    const elsewhere = otherHost();
    expect(await elsewhere(session.accessToken, 'x')).toMatchObject({ kind: 'official' });
    const revoke = { officialId: row?.officialId, reason: '调离 moved' };
    expect(await town.ask('oversight.revoke-official', revoke, chief())).toMatchObject({ ok: true });
    town.pass(5_000);
    expect(await elsewhere(session.accessToken, 'x')).toBe('ended');
    const { refreshToken } = session;
    expect(await town.ask('oversight.refresh-official', { refreshToken })).toMatchObject({
      failure: { code: 'session-ended' },
    });
    expect(await signIn()).toMatchObject({ failure: { code: 'credentials-refused' } });
    expect(await officialRow('deputy')).toMatchObject({
      sessions: 0,
      revocable: false,
      revokedAt: expect.any(Number),
    });
  });

  test('X-24 a revoked official is let in again by new credentials, and by nothing else', async () => {
    const { signIn } = await begin();
    const { officialId } = (await officialRow('deputy')) ?? {};
    await town.ask('oversight.revoke-official', { officialId, reason: 'x' }, chief());
    const shown: Parameters<typeof signIn>[0][] = [];
    await resetOfficial(town.needs, 'deputy', ['420100'], async (credentials) => {
      shown.push(...credentials);
    });
    expect(await signIn()).toMatchObject({ failure: { code: 'credentials-refused' } });
    expect(await signIn(shown[0])).toMatchObject({ ok: true });
    expect(await town.needs.store.get(officials, 'deputy')).not.toHaveProperty('revokedAt');
  });

  test('X-24 nobody revokes themselves, or somebody who also acts where they do not', async () => {
    await begin();
    const { officialId } = (await officialRow('deputy')) ?? {};
    const own = officialToken(town, ['administrator'], ['420100'], 600_000, undefined, officialId);
    const ask = (token: string) => town.ask('oversight.revoke-official', { officialId, reason: 'x' }, token);
    expect(await ask(own)).toMatchObject({ status: 409, failure: { code: 'official-is-you' } });
    const held = await town.needs.store.get(officials, 'deputy');
    if (!held) throw new Error('no deputy');
    const { _v, ...record } = held;
    await town.needs.store.update(officials, { ...record, cities: ['420100', '420200'] }, _v);
    expect(await officialRow('deputy')).toMatchObject({ revocable: false });
    expect(await ask(chief())).toMatchObject({ failure: { code: 'official-unknown' } });
    expect(await ask(chief(['420100', '420200']))).toMatchObject({ ok: true });
  });

  test('X-24 one who is revoked between password and session is left without a session', async () => {
    const { deputy, signIn } = await begin();
    const { officialId } = (await officialRow('deputy')) ?? {};
    const store = town.needs.store;
    const { get } = store;
    let reads = 0;
    const revokedMeanwhile = Object.assign(Object.create(store), {
      get: async (...asked: Parameters<typeof get>) => {
        if (asked[0].name === 'officials') reads += 1;
        if (reads === 2) {
          reads += 1;
          await town.ask('oversight.revoke-official', { officialId, reason: 'x' }, chief());
        }
        return get.call(store, ...asked);
      },
    });
    const totp = codeAt(deputy, town.needs.clock.now());
    const body = JSON.stringify({ login: 'deputy', password: deputy.password, totp });
    const request = { name: 'oversight.sign-in-official', body, bodyBytes: body.length, address: '10.1.2.3' };
    const reply = await town.answer({ ...town.needs, store: revokedMeanwhile }, request);
    expect(JSON.parse(reply.body)).toMatchObject({ failure: { code: 'credentials-refused' } });
    expect(await officialRow('deputy')).toMatchObject({ sessions: 0 });
    expect(await signIn()).toMatchObject({ failure: { code: 'credentials-refused' } });
  });
});
