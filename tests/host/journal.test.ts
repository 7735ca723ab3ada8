import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fstatSync, openSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { generateSync } from 'otplib';
import * as z from 'zod';
import { until } from '../world/until';
import { bundleHost } from './child';
import { environmentOf, newPlace, optionsIn, type Place } from './place';
import { post } from './riders';

jest.setTimeout(180_000);

let place: Place;
let host: ChildProcess | undefined;
beforeEach(() => {
  place = newPlace();
});
afterEach(() => {
  host?.kill('SIGKILL');
  place.remove();
});

const Session = z.object({
  value: z.object({ accessToken: z.string(), refreshToken: z.string(), browser: z.string().optional() }),
});
const Venues = z.object({ value: z.object({ venues: z.array(z.object({ venueId: z.string() })) }) });
const Invitation = z.object({ value: z.object({ invitation: z.string() }) });

/** A host whose output is a file that it must take for systemd's journal. */
async function startInJournal(url: string, args: readonly string[]): Promise<string> {
  const journal = join(place.folder, 'journal.log');
  const file = openSync(journal, 'w');
  const { dev, ino } = fstatSync(file, { bigint: true });
  const env = { ...process.env, ...environmentOf(place), JOURNAL_STREAM: `${dev}:${ino}` };
  host = spawn(process.execPath, [bundleHost(), ...args], { env, stdio: ['ignore', file, file] });
  await until(
    () =>
      fetch(`${url}/health`).then(
        (reply) => reply.ok,
        () => false,
      ),
    120_000,
  );
  return journal;
}

test('no credential of a first start and a working day is in the journal: they lie in a file of the owner', async () => {
  const { port, dataFolder, keyFile, publicUrl: url } = await optionsIn(place);
  const args = ['--port', String(port), '--data', dataFolder, '--key-file', keyFile, '--cities', place.cities];
  const journal = await startInJournal(url, [...args, '--no-city']);
  const shown = `${keyFile}.sign-in`;
  await until(() => readFileSync(journal, 'utf8').includes(shown));
  expect(statSync(shown).mode & 0o777).toBe(0o600);
  const text = readFileSync(shown, 'utf8');
  const [, password = ''] = text.match(/chief\s+密码 password (\S+)/) ?? [];
  const [, secret = ''] = text.match(/one-time code secret (\S+)/) ?? [];
  const totp = generateSync({ secret });
  const ask = async (name: string, body: object, token?: string) =>
    JSON.parse((await post(url, name, body, token)).text);
  const official = Session.parse(await ask('oversight.sign-in-official', { login: 'chief', password, totp })).value;
  const { accessToken } = official;
  const { venues } = Venues.parse(await ask('venues.list-venues', { city: '420100', limit: 1 }, accessToken)).value;
  const wanted = { city: '420100', role: 'desk', venueIds: venues.map(({ venueId }) => venueId), validHours: 1 };
  const { invitation } = Invitation.parse(await ask('oversight.create-invitation', wanted, accessToken)).value;
  const staff = Session.parse(await ask('oversight.accept-invitation', { invitation, displayName: '演示' })).value;
  await ask('oversight.refresh-staff', { refreshToken: staff.refreshToken });
  await ask('oversight.sign-in-official', { login: password, password: secret, totp });
  host?.kill('SIGTERM');
  if (host) await once(host, 'close');
  const kept = readFileSync(journal, 'utf8');
  expect(kept.length).toBeGreaterThan(100);
  const secrets = [password, password.replaceAll('-', ''), secret, accessToken, official.refreshToken];
  secrets.push(official.browser ?? '', invitation, staff.accessToken, staff.refreshToken);
  expect(secrets.filter((each) => each.length < 12)).toEqual([]);
  expect(secrets.filter((each) => kept.includes(each))).toEqual([]);
});
