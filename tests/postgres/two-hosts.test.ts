import { importCity } from '@tongcheng/cloudfunctions/app/venues/import/import-city';
import { openTwoHosts, settingsKeeping } from './hosts-of-one-town';
import { listen } from './routing';

jest.setTimeout(60_000);

let town: Awaited<ReturnType<typeof openTwoHosts>>;
beforeAll(async () => {
  town = await openTwoHosts();
});
afterAll(() => town.close());

/** What the second host says just before the bound, and at it: what it held was read when the bound began. */
async function around<T>(boundMs: number, ask: () => Promise<T>): Promise<readonly [T, T]> {
  town.pass(boundMs - 1);
  const before = await ask();
  town.pass(1);
  return [before, await ask()];
}

test('who signs out everywhere at one host is out at the other within two seconds', async () => {
  const { one, other, ask } = town;
  const bearer = await town.rider(0);
  const cards = () => ask(other, 'cards.list-cards', {}, bearer);
  town.pass(60_000);
  expect(await cards()).toMatchObject({ ok: true });
  await ask(one, 'identity.sign-out', { everywhere: true }, bearer);
  const [before, after] = await around(2_000, cards);
  expect(before).toMatchObject({ ok: true });
  expect(after).toMatchObject({ ok: false, failure: { code: 'not-signed-in' } });
});

test('W-18 a code that was replaced at one host is refused at the other within five seconds', async () => {
  const { one, other, ask, code, venueId } = town;
  town.pass(60_000);
  const state = async () => (await other.resolveCode(code)).state;
  expect(await state()).toBe('valid');
  expect(await ask(one, 'venues.replace-code', { venueId }, town.official())).toMatchObject({ ok: true });
  expect(await around(5_000, state)).toEqual(['valid', 'revoked']);
});

test('settings that change at one host hold at the other within five seconds', async () => {
  const { one, other } = town;
  town.pass(60_000);
  const kept = async () => (await other.cityOf('420100'))?.retentionDays;
  expect(await kept()).toBe(30);
  await importCity(one, settingsKeeping(21), []);
  expect(await around(5_000, kept)).toEqual([30, 21]);
});

test('X-03 a day that one host destroys is closed at the other within five seconds', async () => {
  const { one, other } = town;
  town.pass(60_000);
  const isOpen = async () => (await other.vault.day('420100', '2026-11-01')) !== undefined;
  expect(await isOpen()).toBe(true);
  await one.vault.destroyDay('420100', '2026-11-01');
  expect(await around(5_000, isOpen)).toEqual([true, false]);
});

test('a repeat scan costs PostgreSQL one read and one write, a try again one read: every statement counted', async () => {
  const fresh = await openTwoHosts();
  const bearer = await fresh.rider(1);
  const send = (scan: unknown) => fresh.ask(fresh.one, 'rides.record-scan', scan, bearer);
  expect(await send(fresh.scan())).toMatchObject({ ok: true });
  fresh.pass(1_000);
  const repeated = fresh.scan();
  const sent = listen();
  try {
    expect(await send(repeated)).toMatchObject({ ok: true });
    const told = () => sent.inOrder.map((text) => text.replace(/^(\w+).*?"(c_[^":]+).*$/s, '$1 $2'));
    expect(told()).toEqual(['SELECT c_scans', 'INSERT c_scans']);
    expect(await send(repeated)).toMatchObject({ ok: true });
    expect(told()).toEqual(['SELECT c_scans', 'INSERT c_scans', 'SELECT c_scans']);
  } finally {
    sent.stop();
    await fresh.close();
  }
});
