import { readFileSync } from 'node:fs';
import { officialRoles, type StaffRole } from '@tongcheng/shared/access';
import { endpoints } from '@tongcheng/shared/api';
import { type Answered, openTown, type Town } from '../world/town';
import { officialToken, signIn, staffToken } from '../world/town-sessions';
import { elsewhere, everythingIn, type Owned, ownedIn, ownVenue } from './owned-town';
import { deviceRows, officialRows, partnerRows, type Refused, type Row, riderRows, staffRows } from './ownership-rows';

let town: Town;
let owned: Owned;
beforeAll(async () => {
  town = await openTown();
  owned = await ownedIn(town);
}, 120_000);
afterAll(() => town.close());
afterEach(() => expect(town.faults).toEqual([]));

/** Roles of staff at venues; the others are refused by the access row (access-matrix.test.ts). */
const venueRoles = ['crew', 'inspector', 'desk'] as const satisfies readonly StaffRole[];

type Rows = Readonly<Record<string, Row>>;

/** What came of a question: `ok`, or the code of its refusal; of a batch, what came of its one part. */
const outcome = (told: Answered): string =>
  told.failure?.code ?? JSON.stringify(told.value).match(/"failure":\{"code":"([^"]+)"/)?.[1] ?? 'ok';

const refusals = (rows: Rows): readonly (readonly [string, Refused])[] =>
  Object.entries(rows).flatMap(([name, row]) => ('code' in row ? [[name, row] as const] : []));

/** Asks every question that is refused, with each of these tokens; each outcome that is another than the row's. */
async function wronglyAnswered(rows: Rows, strangers: readonly string[]): Promise<readonly string[]> {
  const wrong: string[] = [];
  for (const [name, { body, code }] of refusals(rows))
    for (const [place, token] of strangers.entries()) {
      const got = outcome(await town.ask(name, body, token));
      if (got !== code) wrong.push(`${name} by stranger ${place}: ${got}, not ${code}`);
    }
  return wrong;
}

/** Asks the same questions as their owner; each that is not answered. */
async function withheld(rows: Rows, token: string): Promise<readonly string[]> {
  const wrong: string[] = [];
  for (const [name, { body, owner, ownerGets = 'ok' }] of refusals(rows)) {
    const got = outcome(await town.ask(name, body, owner ?? token));
    if (got !== ownerGets) wrong.push(`${name} by its owner: ${got}`);
  }
  return wrong;
}

test.each(['official', 'staff', 'rider', 'device', 'partner'])(
  'every endpoint of the kind %s has its row, and no other',
  (who) => {
    const rows = {
      ...{ official: officialRows(town, owned), staff: staffRows(town, owned), rider: riderRows(town, owned) },
      ...{ device: deviceRows, partner: partnerRows },
    };
    const declared = endpoints.filter(({ access }) => access.who === who).map(({ name }) => name);
    expect(Object.keys(Object.entries(rows).find(([kind]) => kind === who)?.[1] ?? {}).sort()).toEqual(declared.sort());
  },
);

test('endpoints of no other kind of caller stand outside these tables', () => {
  const kinds = new Set(endpoints.map(({ access }) => access.who));
  expect([...kinds].sort()).toEqual(['anyone', 'device', 'official', 'partner', 'rider', 'staff']);
});

test('whatever is proved in a file of its own is proved there', () => {
  const rows = Object.values<Row>({ ...staffRows(town, owned), ...riderRows(town, owned) });
  const proved = rows.flatMap((row) => ('provedIn' in row ? [row] : []));
  expect(proved.length).toBeGreaterThan(5);
  for (const { provedIn, refusal } of proved) expect(readFileSync(provedIn, 'utf8')).toContain(`'${refusal}'`);
});

describe('officials', () => {
  test('of other cities, with every role, are refused what the first city owns, and change nothing', async () => {
    const before = await everythingIn(town);
    const strangers = [['420200'], [], ['42010'], ['420100 '], ['420000']].map((cities) =>
      officialToken(town, officialRoles, cities),
    );
    const rows = officialRows(town, owned);
    expect(await wronglyAnswered(rows, strangers)).toEqual([]);
    for (const [name, { mixed }] of refusals(rows))
      if (mixed) expect([name, outcome(await town.ask(name, mixed.body, strangers[0]))]).toEqual([name, mixed.code]);
    expect(await everythingIn(town)).toBe(before);
  });

  test('of the first city get it by the same questions', async () => {
    expect(await withheld(officialRows(town, owned), owned.official)).toEqual([]);
  });
});

describe('staff', () => {
  test('of other venues or another city, in every role, are refused what a venue owns, and change nothing', async () => {
    const before = await everythingIn(town);
    const strangers = venueRoles.flatMap((role) => [
      staffToken(town, role, ['420100-bus-e1-02']),
      staffToken(town, role, []),
      staffToken(town, role, [elsewhere], '420200'),
      staffToken(town, role, [ownVenue], '420200'),
    ]);
    expect(await wronglyAnswered(staffRows(town, owned), strangers)).toEqual([]);
    expect(await everythingIn(town)).toBe(before);
  });

  test('of the venue get it by the same questions', async () => {
    expect(await withheld(staffRows(town, owned), owned.staff)).toEqual([]);
  });
});

describe('riders', () => {
  test('X-09 X-14 X-15 are refused what is another’s: scans, cards, family, devices, appeals, export', async () => {
    expect(await wronglyAnswered(riderRows(town, owned), [owned.other])).toEqual([]);
  });

  test('get their own by the same questions, and each sees only their own', async () => {
    const rows: Rows = riderRows(town, owned);
    for (const [name, row] of Object.entries(rows)) {
      if ('ofCaller' in row || 'provedIn' in row) continue;
      const { body, owner } = 'code' in row ? row : { body: row.separate.body, owner: ownerOf(name) };
      const own = await town.ask(name, body, owner ?? owned.rider.token);
      expect([name, outcome(own)]).toEqual([name, 'ok']);
      if (!('separate' in row)) continue;
      expect(JSON.stringify(own.value)).toContain(row.separate.shows);
      const others = await town.ask(name, body, owned.other);
      expect([name, outcome(others)]).toEqual([name, 'ok']);
      expect(JSON.stringify(others.value)).not.toContain(row.separate.shows);
    }
  });

  test('cannot choose an account in a body', async () => {
    const stranger = (await signIn(town, 13)).accessToken;
    for (const more of [{ accountId: 'x' }, { personId: 'x' }, { caller: { kind: 'rider' } }])
      expect(await town.ask('cards.list-cards', more, stranger)).toMatchObject({ failure: { code: 'invalid-input' } });
  });
});

/** The appeal is the guest's, and an official opened it. */
const ownerOf = (name: string) =>
  ['appeals.own-appeals', 'rights.own-accesses'].includes(name) ? owned.guest : undefined;
