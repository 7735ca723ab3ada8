import { makeCallerOf } from '@tongcheng/cloudfunctions/app/sessions/caller-of';
import { revocationList } from '@tongcheng/cloudfunctions/app/sessions/revocations';
import { operators } from '@tongcheng/cloudfunctions/app/venues/operator-record';
import { signDepartureCode } from '@tongcheng/shared/coaches/departure-code';
import { StaffSession } from '@tongcheng/shared/oversight/sessions';
import * as z from 'zod';
import type { Town } from '../world/town';
import { officialToken, signIn } from '../world/town-sessions';
import { codeOf, newDeparture, openCoachTown, origin, outcomeOf, typed } from './coach-town';

let town: Town;
let taken = 0;
const operatorId = '01JDEFT0000000000000000000';
beforeAll(async () => {
  town = await openCoachTown();
  await town.needs.store.insert(operators, {
    ...{ _id: operatorId, city: origin, name: '演示客运', addedAt: 0, addedBy: 'x' },
  });
});
afterEach(() => expect(town.faults).toEqual([]));
afterAll(() => town.close());

const chief = () => officialToken(town, ['administrator'], [origin], 10 * 60_000, undefined, 'other');

/** A crew of the operator by an invitation, as an official makes them, and how a passenger comes to its coaches. */
async function joined(role: 'driver' | 'attendant' = 'driver') {
  // An address may try ten invitations a minute.
  town.pass(60_000);
  const asked = { city: origin, role, venueIds: [], operatorId, scope: { kind: 'operator' }, validHours: 1 };
  const made = await town.ask('oversight.create-invitation', asked, chief());
  const { invitation } = z.object({ invitation: z.string() }).parse(made.value);
  const session = StaffSession.parse(
    (await town.ask('oversight.accept-invitation', { invitation, displayName: '演示司乘' })).value,
  );
  const { keyId = '', key = '' } = session.signing ?? {};
  const sign = (code: Omit<Parameters<typeof signDepartureCode>[1], 'sessionId'>) =>
    signDepartureCode(Buffer.from(key, 'hex'), { ...code, sessionId: keyId });
  return { token: session.accessToken, staffId: session.staffId, sessionId: keyId, sign, session };
}

const passenger = async () => {
  taken += 1;
  return (await signIn(town, taken)).accessToken;
};

/** Ways in which somebody of a crew is out. */
const ways = {
  'revoked by an official': async ({ staffId }: Awaited<ReturnType<typeof joined>>) =>
    town.ask('oversight.revoke-staff', { staffId, reason: '离职 left' }, chief()),
  'leaving by themselves': async ({ token }: Awaited<ReturnType<typeof joined>>) =>
    town.ask('oversight.sign-out-staff', {}, token),
} as const;

for (const [way, leave] of Object.entries(ways))
  test(`L-02 ${way}: five seconds later nothing of theirs is taken on any host, and nobody on their coaches loses anything`, async () => {
    const crew = await joined();
    const colleague = await joined('attendant');
    const known = newDeparture(town, crew);
    const unsent = newDeparture(town, crew);
    expect(outcomeOf(await known.open())).toBe('ok');
    const phone = await passenger();
    expect(codeOf(await known.register(phone, typed(100 + taken)))).toBe('ok');
    const elsewhere = makeCallerOf(town.needs.tokens, revocationList(town.needs));
    expect(await elsewhere(crew.token, 'x')).toMatchObject({ kind: 'staff' });

    expect(codeOf(await leave(crew))).toBe('ok');
    town.pass(5_000);

    expect(await elsewhere(crew.token, 'x')).toBe('ended');
    const { refreshToken } = crew.session;
    expect(codeOf(await town.ask('oversight.refresh-staff', { refreshToken }))).toBe('session-ended');
    for (const told of [
      await known.tell({ kind: 'aboard-counted', aboard: 1 }),
      await known.manifest(),
      await town.ask('coaches.list-departures', { limit: 10 }, crew.token),
      await town.ask('coaches.show-departure-code', { city: origin, departureId: known.departureId }, crew.token),
      await unsent.open(),
    ])
      expect(codeOf(told)).toBe('not-signed-in');

    // The code of a departure that has arrived here goes on: its passengers stand before the coach.
    expect(codeOf(await known.look(await passenger()))).toBe('ok');
    expect(codeOf(await known.register(await passenger(), typed(200 + taken)))).toBe('ok');
    // One that only the phone knew is dead, and says what to do.
    expect(codeOf(await unsent.register(await passenger(), typed(300 + taken)))).toBe('departure-code-ended');
    expect(JSON.stringify(await unsent.look(phone))).toContain('请车站工作人员登记');

    // A colleague of the operator goes on with it.
    expect(JSON.stringify(await known.manifest({ ...crew, token: colleague.token }))).toContain('"registered":2');
    expect(outcomeOf(await known.tell({ kind: 'departed' }, { ...crew, token: colleague.token }))).toBe('ok');
    expect(JSON.stringify(await known.manifest({ ...crew, token: colleague.token }))).toContain('"phase":"departed"');
  });

test('L-02 what a revoked crew delivers late from a phone without network is refused, and the departure stands as it was', async () => {
  const crew = await joined();
  const departure = newDeparture(town, crew);
  await departure.open();
  const before = (await departure.manifest()).value;
  await ways['revoked by an official'](crew);
  town.pass(5_000);
  expect(codeOf(await departure.tell({ kind: 'cancelled', reason: 'weather' }))).toBe('not-signed-in');
  const colleague = await joined();
  expect((await departure.manifest({ ...crew, token: colleague.token })).value).toEqual(before);
});

test('L-02 the link of an invitation leads to the page where its role works: staff of coaches to the app, others to the verification screen', async () => {
  const venueIds = ['420100-bus-e1-01'];
  const stations = { kind: 'stations', stationIds: ['north'] };
  const linkOf = async (more: object) => {
    const asked = { city: origin, venueIds: [], validHours: 1, ...more };
    return z.object({ link: z.string() }).parse((await town.ask('oversight.create-invitation', asked, chief())).value)
      .link;
  };
  const coach = '/app/#/pages/crew/index?invitation=';
  for (const role of ['driver', 'attendant'])
    expect(await linkOf({ role, operatorId, scope: { kind: 'operator' } })).toContain(coach);
  for (const role of ['desk', 'ticket-seller', 'arrival-officer'])
    expect(await linkOf({ role, scope: stations })).toContain(coach);
  for (const role of ['desk', 'inspector', 'crew'])
    expect(await linkOf({ role, venueIds })).toContain('/verify/#invitation=');
});
