import { officialRoles, staffRoles } from '@tongcheng/shared/access';
import { endpoints } from '@tongcheng/shared/api';
import type { Endpoint } from '@tongcheng/shared/endpoint';
import { openTown, type Town } from '../world/town';
import { enrolled, heldTokens, officialToken, signIn, staffToken } from '../world/town-sessions';

/** One kind of caller: how a token of it is had, and what it is, if it holds. */
interface Kind {
  readonly name: string;
  readonly token: string | undefined;
  readonly is: 'anyone' | 'rider' | 'nobody' | { readonly official: string } | { readonly staff: string };
}

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
function expected({ access }: Endpoint, { is }: Kind): 'in' | 'not-signed-in' | 'not-allowed' {
  // A token that no longer holds is no obstacle where anyone may call: sessions are renewed there.
  if (access.who === 'anyone') return 'in';
  if (is === 'nobody') return 'not-signed-in';
  if (is === 'anyone') return 'not-signed-in';
  const roles: readonly string[] = 'roles' in access ? access.roles : [];
  const mine = is === 'rider' ? '' : 'staff' in is ? is.staff : is.official;
  const who = is === 'rider' ? 'rider' : 'staff' in is ? 'staff' : 'official';
  return access.who === who && (who === 'rider' || roles.includes(mine)) ? 'in' : 'not-allowed';
}

/** The address is no body: whatever is asked fails after the door or not at all, and changes nothing. */
const bodies = ['{}', '[]', '{"unknown":1}'];

/** Asked with a body that fits, these would end the session that the rest of the table is asked with, five seconds later. */
const endsSession = /sign-out|withdraw|delete-account/;

test('every endpoint × every kind of caller: only whom the access row allows passes the door', async () => {
  let cells = 0;
  const wrong: string[] = [];
  const outcomes = new Set<string>();
  for (const endpoint of endpoints)
    for (const kind of kinds)
      for (const body of endsSession.test(endpoint.name) ? ['[]'] : bodies) {
        const told = await town.askRaw(endpoint.name, body, kind.token);
        const code = told.failure?.code;
        const outcome = code === 'not-signed-in' || code === 'not-allowed' ? code : 'in';
        outcomes.add(outcome);
        cells += 1;
        if (outcome !== expected(endpoint, kind)) wrong.push(`${endpoint.name} ${kind.name} ${body}: ${outcome}`);
      }
  expect(wrong).toEqual([]);
  expect(outcomes.size).toBe(3);
  expect(cells).toBeGreaterThanOrEqual(1_000);
  expect(town.faults).toEqual([]);
});

test('a token of a master key of another installation opens nothing', async () => {
  const other = await openTown();
  const stolen = officialToken(other, officialRoles);
  await other.close();
  for (const endpoint of endpoints.filter(({ access }) => access.who !== 'anyone'))
    expect((await town.ask(endpoint.name, {}, stolen)).failure?.code).toBe('not-signed-in');
});
