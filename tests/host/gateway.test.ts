import { readdirSync, readFileSync } from 'node:fs';
import { connect } from 'node:net';
import { gzipSync } from 'node:zlib';
import { registerOf } from '../../city/people/register';
import { providersAtHand } from '../../host/city/providers';
import { type RunningHost, startHost } from '../../host/start-host';
import { people } from '../world/people';
import { environmentOf, newPlace, optionsIn, type Place, withEnvironment } from './place';
import { anyCode, post, scanOf, tokensOf } from './riders';

let place: Place;
let host: RunningHost;
let url: string;
let tokens: Awaited<ReturnType<typeof tokensOf>>;
const faults: string[] = [];

beforeAll(async () => {
  place = newPlace();
  const options = await optionsIn(place, { city: true, citiesFolder: place.cities });
  const { providers } = providersAtHand(registerOf(people), Date.now);
  const log = { event: (level: string, what: string) => level === 'fault' && faults.push(what) };
  host = await withEnvironment(environmentOf(place), () =>
    startHost(options, { say: () => undefined, overrides: { providers, log } }),
  );
  await host.settled;
  url = host.url;
  tokens = await tokensOf(options.keyFile);
}, 30_000);
afterAll(async () => {
  await host.stop();
  place.remove();
});
afterEach(() => expect(faults).toEqual([]));

const get = (path: string, headers: Record<string, string> = {}) =>
  fetch(`${url}${path}`, { headers, redirect: 'manual' });

/** One request written by hand, so that no client puts its path in order first. */
const byHand = (text: string): Promise<string> =>
  new Promise((resolve, reject) => {
    const socket = connect(Number(new URL(url).port), '127.0.0.1', () => socket.write(text));
    let back = '';
    socket.setEncoding('utf8').on('data', (part) => {
      back += part;
    });
    socket.on('close', () => resolve(back)).on('error', reject);
    socket.setTimeout(4_000, () => socket.destroy());
  });
const getByHand = (path: string) => byHand(`GET ${path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n`);

describe('headers', () => {
  test.each(['/app/', '/verify/', '/console/', '/wall/', '/mail/', '/docs/'])(
    '%s has a policy that lets nothing foreign in',
    async (path) => {
      const reply = await get(path);
      expect(reply.status).toBe(200);
      const policy = reply.headers.get('content-security-policy') ?? '';
      for (const part of [
        "default-src 'none'",
        "frame-ancestors 'none'",
        "base-uri 'self'",
        "connect-src 'self'",
        "form-action 'none'",
      ])
        expect(policy).toContain(part);
      const [, scripts = ''] = /script-src ([^;]*)/.exec(policy) ?? [];
      // The page that reads codes may compile WebAssembly, which runs no text as script; no other page may (decision 148).
      expect(scripts.includes("'wasm-unsafe-eval'")).toBe(path === '/app/');
      expect(scripts.replace("'wasm-unsafe-eval'", '')).not.toMatch(/unsafe|\*|http/);
      const [, styles = ''] = /style-src ([^;]*)/.exec(policy) ?? [];
      expect([path, styles.includes('unsafe')]).toEqual([path, path === '/app/']);
      expect(reply.headers.get('cache-control') ?? 'no-cache').toMatch(/no-cache|no-store/);
    },
  );

  test.each([
    '/',
    '/app/',
    '/docs/',
    '/health',
    '/openapi.json',
    '/nothing',
    '/api/nothing',
    '/objects/x',
    '/R/X',
    '/mail/messages.json',
    '/city/wall.json',
  ])('%s cannot be sniffed, framed or told on', async (path) => {
    const { headers } = await get(path);
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('x-frame-options')).toBe('DENY');
    expect(headers.get('referrer-policy')).toBe('no-referrer');
    expect(headers.get('access-control-allow-origin')).toBeNull();
    expect(headers.get('x-powered-by') ?? headers.get('server')).toBeNull();
  });

  test('answers of operations, good and bad, are never stored and always JSON', async () => {
    for (const [name, body] of [
      ['venues.get-city', {}],
      ['cards.list-cards', {}],
      ['nothing', {}],
      ['venues.look-at-code', 'no json'],
      ['x'.repeat(300), {}],
    ] as const) {
      const { headers } = await post(url, name, body);
      expect([name, headers.get('cache-control'), headers.get('content-type')]).toEqual([
        name,
        'no-store',
        'application/json; charset=utf-8',
      ]);
      expect(headers.get('content-encoding')).toBeNull();
    }
  });

  test('hashed files are kept for ever, pages are asked for again, scripts travel small', async () => {
    const page = await (await get('/app/')).text();
    const script = /js\/app\.[0-9a-f]{8}\.js/.exec(page)?.[0];
    const reply = await get(`/app/${script}`, { 'accept-encoding': 'gzip' });
    expect([reply.status, reply.headers.get('cache-control'), reply.headers.get('content-encoding')]).toEqual([
      200,
      'public, max-age=31536000, immutable',
      'gzip',
    ]);
    expect(reply.headers.get('content-type')).toMatch(/javascript/);
    expect(reply.headers.get('vary')).toMatch(/accept-encoding/i);
    expect((await get('/app/', { 'accept-encoding': 'gzip' })).headers.get('cache-control')).toBe('no-cache');
    const plain = await get(`/app/${script}`, { 'accept-encoding': 'identity' });
    expect((await plain.arrayBuffer()).byteLength).toBe((await reply.arrayBuffer()).byteLength);
  });
});

test('W-17 the reader of codes comes from here alone: its thread has a policy of its own, its program the right type; both are kept for ever', async () => {
  const files = readdirSync('dist/h5/js');
  const [thread, program] = [/^code-reader\..*\.js$/, /^zxing-reader\..*\.wasm$/].map((name) =>
    files.find((file) => name.test(file)),
  );
  const script = await get(`/app/js/${thread}`);
  expect(script.headers.get('content-security-policy')).toBe(
    "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'",
  );
  const text = await script.text();
  expect(text).toContain(program);
  const wasm = await get(`/app/js/${program}`, { 'accept-encoding': 'gzip' });
  expect([wasm.headers.get('content-type'), wasm.headers.get('content-encoding')]).toEqual([
    'application/wasm',
    'gzip',
  ]);
  for (const { headers } of [script, wasm])
    expect(headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
  expect(
    Buffer.from(await wasm.arrayBuffer())
      .subarray(0, 4)
      .toString('latin1'),
  ).toBe('\0asm');
  const kept = await (await get('/app/sw.js')).text();
  for (const file of [thread, program]) expect(kept).toContain(`js/${file}`);
});

test('X-09 phones fetch elder mode’s clips beside the web app, as sound, and ask again only whether they changed', async () => {
  const reply = await get('/app/voice/zh/admit.mp3?12345678');
  expect([reply.status, reply.headers.get('content-type'), reply.headers.get('cache-control')]).toEqual([
    200,
    'audio/mpeg',
    'no-cache',
  ]);
  expect(Buffer.from(await reply.arrayBuffer()).equals(readFileSync('miniprogram/voice/made/zh/admit.mp3'))).toBe(true);
  const tag = reply.headers.get('etag') ?? '';
  expect((await get('/app/voice/zh/admit.mp3', { 'if-none-match': tag, 'cache-control': 'max-age=0' })).status).toBe(
    304,
  );
  expect((await get('/app/voice/zh/nobody-says-this.mp3')).status).toBe(404);
});

/** Files of the built console that open together: these, and what each imports at once. */
const openedTogether = (files: readonly string[], known: readonly string[] = []): readonly string[] =>
  files.reduce((seen, file) => {
    if (seen.includes(file)) return seen;
    const text = readFileSync(`dist/console/${file}`, 'utf8');
    const names = [...text.matchAll(/(?:\bfrom|\bimport)"\.\/(?:parts\/)?([\w-]+\.js)"/g)].map(
      (hit) => `parts/${hit[1]}`,
    );
    return openedTogether(names, [...seen, file]);
  }, known);

const kilobytes = (files: readonly string[]) =>
  files.reduce((sum, file) => sum + gzipSync(readFileSync(`dist/console/${file}`)).length, 0) / 1_000;

/** The script or the styles that a page opens with. */
const entryOf = (page: string, ending: 'css' | 'js') =>
  new RegExp(`"../console/(${page}-\\w{8}\\.${ending})"`).exec(
    readFileSync(`dist/console/${page === 'main' ? 'console' : page}.html`, 'utf8'),
  )?.[1] ?? '';

const partOf = (screen: string) =>
  `parts/${readdirSync('dist/console/parts').find((name) => name.startsWith(`${screen}-`) && name.endsWith('.js'))}`;

test('the console’s sign-in is at most 120 KB, with frame and first section 450 KB; the verification screen has no part of the kit', () => {
  const styles = entryOf('main', 'css');
  const signIn = openedTogether([entryOf('main', 'js')]);
  expect(signIn.length).toBeGreaterThan(2);
  expect(kilobytes([styles, ...signIn])).toBeLessThanOrEqual(120);
  const reports = openedTogether([partOf('signed-in-console'), partOf('reports-screen')], signIn);
  expect(kilobytes([styles, ...reports])).toBeLessThanOrEqual(450);
  const hasKit = (file: string) => readFileSync(`dist/console/${file}`, 'utf8').includes('anticon');
  expect([reports.some(hasKit), signIn.some(hasKit), openedTogether([entryOf('verify', 'js')]).some(hasKit)]).toEqual([
    true,
    false,
    false,
  ]);
});

describe('refusals of the gateway itself', () => {
  test('a body larger than anything allowed', async () => {
    const { status, text } = await post(url, 'venues.import-venues', `"${'x'.repeat(3 * 1024 * 1024)}"`);
    expect(status).toBe(413);
    expect(JSON.parse(text)).toMatchObject({
      ok: false,
      failure: { code: 'too-large', zh: expect.any(String), en: expect.any(String) },
      serverAt: expect.any(Number),
    });
  });

  test('a body larger than its operation allows, smaller than the gateway’s own limit', async () => {
    for (const name of ['venues.look-at-code', 'rides.record-scan', 'identity.sign-in'])
      expect([name, (await post(url, name, `{"x":"${'x'.repeat(70_000)}"}`)).status]).toEqual([name, 413]);
    expect(
      (await post(url, 'venues.import-venues', { city: '420100', csv: 'x'.repeat(200_000) }, tokens.official())).status,
    ).toBe(422);
  });

  test.each(['GET', 'PUT', 'DELETE', 'PATCH', 'OPTIONS'])('%s of an operation', async (method) => {
    const reply = await fetch(`${url}/api/venues.get-city`, { method });
    expect(reply.status).toBe(404);
    expect(await reply.json()).toMatchObject({ ok: false, failure: { code: 'unknown-operation' } });
  });

  test('an address that no URL can be, in the same form', async () => {
    const back = await getByHand('/api/%ff%fe');
    expect(back).toMatch(/^HTTP\/1\.1 40\d/);
    expect(back).toMatch(/"code":"(invalid-input|unknown-operation)"/);
    expect(await getByHand('/app/%ff')).toMatch(/^HTTP\/1\.1 40\d/);
    expect(await getByHand('/R/%ff')).toMatch(/^HTTP\/1\.1 40\d/);
  });

  test('a page that is not there, as a sentence in both languages', async () => {
    const reply = await get('/nothing?<script>alert(1)</script>');
    expect(reply.status).toBe(404);
    expect(reply.headers.get('content-type')).toBe('text/plain; charset=utf-8');
    expect(await reply.text()).toMatch(/没有这个页面。 There is no such page\./);
  });

  test('content types of any kind are read as text and parsed by the edge alone', async () => {
    for (const type of [
      'text/plain',
      'application/x-www-form-urlencoded',
      'multipart/form-data; boundary=x',
      'application/json; charset=gbk',
    ]) {
      const reply = await fetch(`${url}/api/venues.get-city`, {
        method: 'POST',
        headers: { 'content-type': type },
        body: '{}',
      });
      expect([type, reply.status]).toEqual([type, 200]);
    }
    const without = await byHand(
      'POST /api/venues.get-city HTTP/1.1\r\nHost: x\r\nContent-Length: 2\r\nConnection: close\r\n\r\n{}',
    );
    expect(without).toMatch(/^HTTP\/1\.1 (200|400|415)/);
    expect(without).toMatch(/"ok":/);
  });

  test('requests that two servers could read as different ones are cut off', async () => {
    const both =
      'POST /api/venues.get-city HTTP/1.1\r\nHost: x\r\nContent-Length: 2\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\nGET /health HTTP/1.1\r\nHost: x\r\n\r\n';
    const twice = 'POST /api/venues.get-city HTTP/1.1\r\nHost: x\r\nContent-Length: 2\r\nContent-Length: 4\r\n\r\n{}{}';
    for (const text of [both, twice]) expect(await byHand(text)).toMatch(/^HTTP\/1\.1 400/);
  });

  test('headers without an end are cut off', async () => {
    expect(await byHand(`GET /health HTTP/1.1\r\nHost: x\r\nX: ${'x'.repeat(100_000)}\r\n\r\n`)).toMatch(
      /^HTTP\/1\.1 431/,
    );
  });

  test('what is no HTTP is answered in words, though the caller goes on sending', async () => {
    expect(await byHand(`谁 are you\r\n${'x'.repeat(3_000_000)}`)).toMatch(
      /^HTTP\/1\.1 400[\s\S]*no request that can be read/,
    );
  });
});

const outside = [
  '../package.json',
  '..%2fpackage.json',
  '%2e%2e/package.json',
  '%2e%2e%2fpackage.json',
  '..%5cpackage.json',
  '....//package.json',
  '/etc/passwd',
  '//etc/passwd',
  '%00',
  'js/%2e%2e/%2e%2e/%2e%2e/package.json',
  '.hidden',
  'index.html',
  'wall.html',
  'nothing.js',
];
test.each(['/app/', '/console/', '/verify/', '/open/', '/wall/', '/objects/', '/mail/1/', '/mail/', '/R/', '/docs/'])(
  'nothing outside its folder leaves by %s',
  async (prefix) => {
    for (const path of outside) {
      const back = await getByHand(`${prefix}${path}`);
      if (prefix === '/R/') expect(back).toMatch(/^HTTP\/1\.1 (302|4\d\d)/);
      else
        expect([prefix + path, back.slice(0, 12)]).toEqual([prefix + path, expect.stringMatching(/^HTTP\/1\.1 4\d\d/)]);
      expect(back).not.toMatch(/"workspaces"|root:x/);
    }
  },
);

describe('files by link', () => {
  const key = 'reports/420100/2026-11-20/v1-full.xlsx';
  const linkOf = async (ttlSeconds: number) => {
    await host.container.objects.put(key, new TextEncoder().encode('演示 a demonstration'), 'text/html');
    return (await host.container.objects.link(key, { ttlSeconds, fileName: '日报"\r\n.xlsx' })).url;
  };

  test('a good link downloads, is never stored and never shown as a page', async () => {
    const reply = await fetch(await linkOf(60));
    expect([reply.status, await reply.text()]).toEqual([200, '演示 a demonstration']);
    expect(reply.headers.get('cache-control')).toBe('no-store');
    expect(reply.headers.get('content-disposition')).toMatch(/^attachment; filename\*=UTF-8''[\x21-\x7e]+$/);
    expect(reply.headers.get('content-encoding')).toBeNull();
  });

  test('an expired or changed link is gone, in both languages', async () => {
    const good = await linkOf(60);
    const changed = [...good].flatMap((character, at) =>
      at > url.length + 9 && at % 5 === 0
        ? [`${good.slice(0, at)}${character === 'x' ? 'y' : 'x'}${good.slice(at + 1)}`]
        : [],
    );
    for (const link of [await linkOf(-1), good.split('?')[0] ?? '', `${good}0`, ...changed]) {
      const reply = await fetch(link);
      expect([link, reply.status]).toEqual([link, 410]);
      expect(await reply.text()).toMatch(/失效.*expired/);
    }
  });

  test('a link to what was deleted is gone', async () => {
    const link = await linkOf(60);
    await host.container.objects.delete(key);
    const reply = await fetch(link);
    expect([reply.status, await reply.text()]).toEqual([410, expect.stringMatching(/不在.*not here/)]);
  });
});

test('a posted code opens the app at the scan, whatever is in it', async () => {
  for (const path of ['/R/ABC123', '/r/ABC123', '/R/ABC123/', '/R/ABC123?from=singlemessage&isappinstalled=0'])
    expect((await get(path)).headers.get('location')).toBe('/app/#/pages/scan/index?code=ABC123');
  for (const path of ['/R/%0d%0aset-cookie:x', '/R/%22%3e%3cscript%3e', '/R/%E4%B9%98']) {
    const location = (await get(path)).headers.get('location') ?? '';
    expect(location).toMatch(/^\/app\/#\/pages\/scan\/index\?code=[\w%.~'()*!-]*$/);
  }
});

test('the same scan ten times at once over HTTP is one record and ten equal answers', async () => {
  const token = tokens.rider('ten');
  const scan = scanOf(await anyCode(url, tokens.official()));
  const answers = await Promise.all(Array.from({ length: 10 }, () => post(url, 'rides.record-scan', scan, token)));
  expect(answers.map(({ status }) => status)).toEqual(Array.from({ length: 10 }, () => 200));
  expect(new Set(answers.map(({ text }) => text.replace(/,"serverAt":\d+\}$/, ''))).size).toBe(1);
  const history = await post(url, 'rides.history', { city: '420100', days: 1 }, token);
  expect(JSON.parse(history.text)).toMatchObject({ value: { days: [{ scans: 1 }] } });
  const other = await post(url, 'rides.record-scan', { ...scan, party: 3 }, token);
  expect(JSON.parse(other.text)).toMatchObject({ ok: false, failure: { code: 'scan-conflict' } });
});

test('a caller’s address is that of the connection: a header of theirs changes nothing', async () => {
  const seen: string[] = [];
  const limited = host.container.mayAsk;
  const patched = Object.assign(host.container, {
    mayAsk: (caller: { readonly address: string }) => {
      seen.push(caller.address);
      return true;
    },
  });
  await fetch(`${url}/api/venues.get-city`, {
    method: 'POST',
    headers: { 'x-forwarded-for': '203.0.113.7', forwarded: 'for=203.0.113.7', 'x-real-ip': '203.0.113.7' },
    body: '{}',
  });
  Object.assign(patched, { mayAsk: limited });
  expect(seen).toEqual(['127.0.0.1']);
});
