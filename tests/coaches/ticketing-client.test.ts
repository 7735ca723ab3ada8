import { execFile } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ticketFailures, ticketOutcomes } from '@tongcheng/shared/coaches/ticketing-api';
import type { edgeFailures } from '@tongcheng/shared/edge-failures';
import { openapi, partnerEndpoints } from '@tongcheng/shared/openapi';
import { dayOf, hourMs } from '@tongcheng/shared/time';
import { generateSync } from 'otplib';
import { type RunningHost, startHost } from '../../host/start-host';
import { environmentOf, newPlace, optionsIn, type Place, withEnvironment } from '../host/place';
import { post } from '../host/riders';
import { leaksIn } from '../world/leaks';
import { planted } from './coach-town';
import { cancelledTicket, soldTicket } from './ticket-seller';

jest.setTimeout(90_000);

let place: Place;
let host: RunningHost;
beforeAll(async () => {
  place = newPlace();
  const file = join(place.cities, '420100', 'settings.json');
  const settings: unknown = JSON.parse(readFileSync(file, 'utf8'));
  writeFileSync(file, JSON.stringify({ ...Object(settings), capabilities: { city: {}, coaches: {} } }));
  const options = await optionsIn(place);
  host = await withEnvironment(environmentOf(place), () => startHost(options, { say: () => undefined }));
});
afterAll(async () => {
  await host.stop();
  place.remove();
});

/** Runs the sample client; its code and what it said. */
const client = (...given: readonly string[]) =>
  new Promise<{ code: number; said: string }>((resolve) => {
    execFile(process.execPath, ['docs/samples/hand-in-tickets.mjs', ...given], (fault, out, err) =>
      resolve({ code: typeof fault?.code === 'number' ? fault.code : 0, said: `${out}${err}` }),
    );
  });

const valueIn = (text: string, field: string): string => new RegExp(`"${field}":"([^"]+)"`).exec(text)?.[1] ?? '';

async function administrator(): Promise<string> {
  const [chief] = host.first.credentials;
  if (!chief) throw new Error('no credentials');
  const totp = generateSync({ secret: chief.totpSecret });
  const { text } = await post(host.url, 'oversight.sign-in-official', {
    login: chief.login,
    password: chief.password,
    totp,
  });
  return valueIn(text, 'accessToken');
}

const asked = async (name: string, body: unknown, token: string): Promise<string> => {
  const reply = await fetch(`${host.url}/api/${name}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    body: JSON.stringify(body),
  });
  return reply.text();
};

test('L-04 the sample client makes a key, hands tickets in to a running host, and what it handed in stands in no file of it', async () => {
  const keyFile = join(place.folder, 'partner.pem');
  const made = await client('key', keyFile);
  const token = await administrator();
  const registered = await asked(
    'partners.register-partner',
    {
      ...{ kind: 'ticketing-network', name: '演示售票系统', scopes: [{ level: 'city', code: '420100' }] },
      ...{ keyId: 'k1', publicKey: made.said.trim() },
    },
    token,
  );
  const partnerId = valueIn(registered, 'partnerId');
  const own = await client('own', host.url, partnerId, 'k1', keyFile);
  expect(own).toMatchObject({ code: 0 });
  expect(own.said).toContain('演示售票系统');

  const at = Date.now() + hourMs;
  const secrets = { documentNumber: 'E46270284', name: '演示购票人丁', phone: '13946270285' };
  const ticketsFile = join(place.folder, 'tickets.json');
  const hand = async (tickets: readonly unknown[]) => {
    writeFileSync(ticketsFile, JSON.stringify(tickets));
    return client('send', host.url, partnerId, 'k1', keyFile, ticketsFile);
  };
  const passenger = { ...planted.passenger, ...secrets };
  const many = Array.from({ length: 203 }, (_, order) => soldTicket(at, `TKT-${order}`, { passenger }));
  const first = await hand(many);
  expect(first.said.match(/ kept$/gm)).toHaveLength(203);
  expect(first.code).toBe(0);
  const again = await hand([...many.slice(0, 2), soldTicket(at, 'TKT-X', { city: '420200' })]);
  expect(again).toMatchObject({ code: 1 });
  expect(again.said).toMatch(/TKT-0 v1 same\nTKT-1 v1 same\nTKT-X v1 city-unknown .+/);
  expect((await hand([cancelledTicket(dayOf(at), 'TKT-0')])).said).toContain('TKT-0 v2 kept');
  expect(await asked('coaches.count-tickets', { city: '420100', day: dayOf(at) }, token)).toContain('"sold":202');

  writeFileSync(ticketsFile, '[]');
  expect(leaksIn(join(place.folder, 'data'), [...Object.values(secrets), 'TKT-1'])).toEqual([]);
  expect(leaksIn(join(place.folder, 'data'), ['C123']).length).toBeGreaterThan(0);

  const end = { partnerId, keyId: 'k1', reason: 'test' };
  expect(await asked('partners.revoke-partner-key', end, token)).toContain('"ok":true');
  const after = await hand(many.slice(0, 1));
  expect(after).toMatchObject({ code: 1 });
  expect(after.said).toContain('signature-refused');
});

test('X-13 partner systems have a page and a document of their own: their operations and nothing else', async () => {
  const document = await (await fetch(`${host.url}/docs/openapi-partners.json`)).text();
  expect(JSON.parse(document)).toEqual(JSON.parse(JSON.stringify(openapi(partnerEndpoints))));
  expect(Object.keys(openapi(partnerEndpoints).paths).sort()).toEqual([
    '/api/cards.get-list',
    '/api/cards.hand-in-list',
    '/api/cards.hand-in-top-ups',
    '/api/cards.link-by-partner',
    '/api/cards.put-list-in-force',
    '/api/coaches.hand-in-tickets',
    '/api/partners.get-own-partner',
  ]);
  const page = await fetch(`${host.url}/docs/partners`);
  expect(page.headers.get('content-type')).toContain('text/html');
  const text = await page.text();
  expect(text).toContain('openapi-partners.json');
  expect(text).toContain('coaches.hand-in-tickets');
  expect(text).not.toContain('rides.record-scan');
});

test('the page for ticketing systems names every answer that a ticket or a request can get', () => {
  const page = readFileSync('docs/ticketing-systems.md', 'utf8');
  const ofRequests = [
    'invalid-input',
    'too-large',
    'signature-refused',
    'request-too-old',
    'not-allowed',
    'too-many-requests',
  ];
  const passing = ['overloaded', 'storage-refused', 'fault'] as const satisfies readonly (keyof typeof edgeFailures)[];
  for (const code of [...ticketFailures, ...ticketOutcomes, ...ofRequests, ...passing])
    expect(page).toContain(`\`${code}\``);
});
