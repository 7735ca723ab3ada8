import { acceptInvitation } from '@tongcheng/cloudfunctions/app/oversight/accept-invitation';
import { createInvitation } from '@tongcheng/cloudfunctions/app/oversight/create-invitation';
import { refreshStaff } from '@tongcheng/cloudfunctions/app/oversight/refresh-staff';
import { signOutStaff } from '@tongcheng/cloudfunctions/app/oversight/sign-out-staff';
import { invitations, staffMembers } from '@tongcheng/cloudfunctions/app/oversight/staff-record';
import type { VenueRecord } from '@tongcheng/cloudfunctions/app/venues/records';
import { StaffSession } from '@tongcheng/shared/oversight/sessions';
import { hourMs, minuteMs } from '@tongcheng/shared/time';
import { anOfficial, anyoneAt } from '../world/callers';
import { instanceOver, ownStore } from '../world/instance';
import { places } from '../world/places';
import { answered, refusalOf } from '../world/rider';

jest.setTimeout(60_000);

const place = ownStore();
afterAll(place.close);
const known = new Map<string, VenueRecord>(Object.values(places).map((venue) => [venue._id, venue]));
const wuhan = [...known.values()].filter(({ city }) => city === '420100');
const elsewhere = [...known.values()].find(({ city }) => city !== '420100');

let needs: Awaited<ReturnType<typeof instanceOver>> & { venueOf: (id: string) => Promise<VenueRecord | undefined> };
let turn = 0;
beforeEach(async () => {
  turn += 1;
  needs = {
    ...(await instanceOver(place.store, undefined, `invitations ${turn}`)),
    venueOf: async (id) => known.get(id),
  };
});

const chief = anOfficial({ officialId: 'CHIEF', roles: ['administrator'] });
const anyone = anyoneAt('10.0.0.2');
const wanted = () => ({
  city: '420100',
  role: 'inspector' as const,
  venueIds: wuhan.slice(0, 2).map(({ _id }) => _id),
  validHours: 24,
});
const accept = (invitation: string, address: string = anyone.address) =>
  acceptInvitation(needs, anyoneAt(address), { invitation, displayName: '演示安检员' });

describe('inviting staff', () => {
  it('gives a code that is typed easily, a link and an end; only a digest is kept', async () => {
    const invited = answered(await createInvitation(needs, chief, wanted()));
    expect(invited.invitation).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){2}$/);
    expect(invited.link).toContain(invited.invitation);
    expect(invited.expiresAt).toBe(needs.clock.now() + 24 * hourMs);
    const { items } = await place.store.find(invitations, { where: {}, limit: 100 });
    expect(JSON.stringify(items)).not.toContain(invited.invitation.slice(0, 9));
  });

  it('only to venues that exist, of the official’s own city', async () => {
    expect(refusalOf(await createInvitation(needs, chief, { ...wanted(), city: '210100' }))).toBe('city-unknown');
    expect(refusalOf(await createInvitation(needs, chief, { ...wanted(), venueIds: ['nowhere'] }))).toBe(
      'venue-unknown',
    );
    if (!elsewhere) throw new Error('no venue of another city to try');
    const mixed = { ...wanted(), venueIds: [...wanted().venueIds, elsewhere._id] };
    expect(refusalOf(await createInvitation(needs, chief, mixed))).toBe('venue-unknown');
  });
});

describe('accepting an invitation', () => {
  const invited = async () => answered(await createInvitation(needs, chief, wanted())).invitation;

  it('opens a session at the venues of the invitation, however it is typed', async () => {
    for (const typed of [
      (code: string) => code,
      (code: string) => ` ${code.toLowerCase().replaceAll('-', ' ')} `,
      lookAlike,
    ]) {
      const session = answered(await accept(typed(await invited())));
      expect(StaffSession.safeParse(session).success).toBe(true);
      expect(session.venues.map(({ venueId }) => venueId)).toEqual(wanted().venueIds);
      const caller = await needs.callerOf(session.accessToken, 'x');
      expect(caller).toMatchObject({ kind: 'staff', role: 'inspector', city: '420100', venueIds: wanted().venueIds });
    }
  });

  it('once, also when five accept at once', async () => {
    const code = await invited();
    const answers = await Promise.all([1, 2, 3, 4, 5].map((order) => accept(code, `10.9.0.${order}`)));
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(refusalOf(await accept(code))).toBe('invitation-refused');
  });

  it('not after its end, and not an invented one', async () => {
    const code = await invited();
    needs.clock.pass(24 * hourMs);
    expect(refusalOf(await accept(code))).toBe('invitation-refused');
    expect(refusalOf(await accept('ABCD-EFGH-JKMN'))).toBe('invitation-refused');
  });

  it('X-24 a network in which somebody guesses is told so, until when, and a right code is taken from it all the same', async () => {
    const [code, another] = [await invited(), await invited()];
    const guess = (order: number) => accept(`GUES-S000-00${10 + order}`, '198.51.100.7');
    for (let order = 0; order < 10; order += 1) expect(refusalOf(await guess(order))).toBe('invitation-refused');
    const until = (Math.floor(needs.clock.now() / minuteMs) + 1) * minuteMs;
    expect(await guess(10)).toMatchObject({ failure: { code: 'invitation-limited', details: { until } } });
    expect((await accept(code, '198.51.100.7')).ok).toBe(true);
    expect((await accept(another)).ok).toBe(true);
    needs.clock.pass(minuteMs);
    expect(refusalOf(await guess(11))).toBe('invitation-refused');
  });

  it('the session is renewed through the shift and no longer, and ends by signing out', async () => {
    const session = answered(await accept(await invited()));
    needs.clock.pass(11 * hourMs);
    const renewed = answered(await refreshStaff(needs, anyone, { refreshToken: session.refreshToken }));
    expect(renewed).toMatchObject({ staffId: session.staffId, displayName: '演示安检员' });
    const caller = await needs.callerOf(renewed.accessToken, 'x');
    if (typeof caller === 'string' || caller.kind !== 'staff') throw new Error('no staff');
    await signOutStaff(needs, caller, {});
    needs.clock.pass(5_000);
    expect(await needs.callerOf(renewed.accessToken, 'x')).toBe('ended');
    const other = answered(await accept(await invited(), '10.0.0.3'));
    needs.clock.pass(12 * hourMs);
    expect(refusalOf(await refreshStaff(needs, anyone, { refreshToken: other.refreshToken }))).toBe('session-ended');
  });

  it('X-24 the session ends with the member of staff: who is no longer one is given no new token', async () => {
    const session = answered(await accept(await invited()));
    const renewed = answered(await refreshStaff(needs, anyone, { refreshToken: session.refreshToken }));
    await place.store.delete(staffMembers, session.staffId);
    expect(refusalOf(await refreshStaff(needs, anyone, { refreshToken: renewed.refreshToken }))).toBe('session-ended');
  });
});

/** Read from paper: O for nought, l for one. */
const lookAlike = (code: string) => code.replaceAll('0', 'O').replaceAll('1', 'l');
