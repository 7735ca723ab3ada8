import { deviceKinds, officialRoles, partnerKinds, staffRoles } from '@tongcheng/shared/access';
import { endpoints } from '@tongcheng/shared/api';
import type { Endpoint } from '@tongcheng/shared/endpoint';
import { openPartner } from '../world/key-holders';
import { openTown, type Town } from '../world/town';
import { deviceToken, enrolled, heldTokens, officialToken, signIn, staffToken } from '../world/town-sessions';

/** One kind of caller: how a token of it is had, and what it is, if it holds. */
interface Kind {
  readonly name: string;
  readonly token: string | undefined;
  readonly is:
    | 'anyone'
    | 'rider'
    | 'nobody'
    | { readonly official: string }
    | { readonly staff: string }
    | { readonly device: string };
}

/** Some 90 endpoints times some 30 kinds of caller times three bodies, on a machine that may be busy. */
jest.setTimeout(120_000);

const all: readonly Endpoint[] = endpoints;

let town: Town;
let kinds: readonly Kind[];

beforeAll(async () => {
  town = await openTown();
  kinds = await everyKind();
  // Every instance asks for ended sessions again within five seconds.
  town.pass(5_000);
});
afterAll(() => town.close());

async function everyKind(): Promise<readonly Kind[]> {
  const rider = (await signIn(town, 2)).accessToken;
  const bound = (await enrolled(town, 3)).accessToken;
  const venues = ['420100-bus-e1-01'];
  const chief = officialToken(town, officialRoles);
  const held = await heldTokens(town, venues);
  const nobody = {
    'an official’s token that ran out': officialToken(town, officialRoles, ['420100'], -1),
    'a staff token that ran out': staffToken(town, 'desk', venues, '420100', 0),
    'a changed token': `${chief.slice(0, -2)}${chief.endsWith('AA') ? 'BB' : 'AA'}`,
    'a token without its seal': chief.slice(0, chief.lastIndexOf('.')),
    'claims under another’s seal': `${chief.slice(0, chief.lastIndexOf('.'))}${rider.slice(rider.lastIndexOf('.'))}`,
    'a token of another form': `a2${chief.slice(2)}`,
    'an unsigned token': `a1.${Buffer.from('{"kind":"official"}').toString('base64url')}.`,
    'an empty token': '',
    'an ended session of a rider': await ended(
      'identity.sign-out',
      { everywhere: false },
      (await signIn(town, 4)).accessToken,
    ),
    'an ended session of an official': await ended('oversight.sign-out-official', {}, held.official),
    'an ended session of staff': await ended('oversight.sign-out-staff', {}, held.staff),
  };
  return [
    { name: 'anyone', token: undefined, is: 'anyone' },
    { name: 'a rider signed in', token: rider, is: 'rider' },
    { name: 'a rider authenticated', token: bound, is: 'rider' },
    ...staffRoles.map((staff) => ({ name: staff, token: staffToken(town, staff, venues), is: { staff } })),
    ...deviceKinds.map((device) => ({ name: device, token: deviceToken(town, device), is: { device } })),
    ...officialRoles.map((official) => ({ name: official, token: officialToken(town, [official]), is: { official } })),
    { name: 'an official without a role', token: officialToken(town, []), is: { official: 'none' } },
    ...Object.entries(nobody).map(([name, token]) => ({ name, token, is: 'nobody' as const })),
  ];
}

async function ended(how: string, body: unknown, token: string): Promise<string> {
  expect(await town.ask(how, body, token)).toMatchObject({ ok: true });
  return token;
}

/** What the access row says of a caller: let in, or refused with which code. */
function expected({ access }: Endpoint, { is }: Kind): 'in' | 'not-signed-in' | 'not-allowed' | 'unsigned' {
  // Partner systems have no token: whatever else is shown, an unsigned body gets nothing.
  if (access.who === 'partner') return 'unsigned';
  // A token that no longer holds is no obstacle where anyone may call: sessions are renewed there.
  if (access.who === 'anyone') return 'in';
  if (is === 'nobody') return 'not-signed-in';
  if (is === 'anyone') return 'not-signed-in';
  if (is === 'rider') return access.who === 'rider' ? 'in' : 'not-allowed';
  const allowed: readonly string[] = 'roles' in access ? access.roles : 'kinds' in access ? access.kinds : [];
  const [who = '', mine = ''] = Object.entries(is)[0] ?? [];
  return access.who === who && allowed.includes(mine) ? 'in' : 'not-allowed';
}

/** The address is no body: whatever is asked fails after the access check or not at all, and changes nothing. */
const bodies = ['{}', '[]', '{"unknown":1}'];

/** Asked with a body that fits, these would end the session that the rest of the table is asked with, five seconds later. */
const endsSession = /sign-out|withdraw|delete-account/;

test('every endpoint × every kind of caller: only whom the access row allows passes the access check', async () => {
  let cells = 0;
  const wrong: string[] = [];
  const outcomes = new Set<string>();
  for (const endpoint of endpoints)
    for (const kind of kinds)
      for (const body of endsSession.test(endpoint.name) ? ['[]'] : bodies) {
        const told = await town.askRaw(endpoint.name, body, kind.token);
        const code = told.failure?.code;
        const signed = endpoint.access.who !== 'partner';
        const outcome =
          code === 'not-signed-in' || code === 'not-allowed'
            ? code
            : !signed && (code === 'invalid-input' || code === 'signature-refused')
              ? 'unsigned'
              : 'in';
        outcomes.add(outcome);
        cells += 1;
        if (outcome !== expected(endpoint, kind)) wrong.push(`${endpoint.name} ${kind.name} ${body}: ${outcome}`);
      }
  expect(wrong).toEqual([]);
  expect(outcomes.size).toBe(4);
  expect(cells).toBeGreaterThanOrEqual(1_000);
  expect(town.faults).toEqual([]);
});

test('every endpoint × every kind of partner system: a signature opens what its kind may call, and nothing else', async () => {
  for (const kind of partnerKinds) {
    const partner = await openPartner(town, kind);
    for (const endpoint of all) {
      const told = await town.ask(endpoint.name, partner.request(endpoint.name, {}));
      const { access } = endpoint;
      const code = told.failure?.code ?? 'in';
      if (access.who === 'partner') {
        const isAllowed = access.kinds.includes(kind);
        expect([endpoint.name, kind, code === 'not-allowed']).toEqual([endpoint.name, kind, !isAllowed]);
        expect(code).not.toBe('signature-refused');
      } else if (access.who === 'anyone') expect([endpoint.name, code]).toEqual([endpoint.name, 'invalid-input']);
      else expect([endpoint.name, code]).toEqual([endpoint.name, 'not-signed-in']);
    }
  }
});

test('a token of a master key of another installation opens nothing', async () => {
  const other = await openTown();
  const stolen = officialToken(other, officialRoles);
  await other.close();
  for (const endpoint of endpoints.filter(({ access }) => access.who !== 'anyone' && access.who !== 'partner'))
    expect((await town.ask(endpoint.name, {}, stolen)).failure?.code).toBe('not-signed-in');
});
