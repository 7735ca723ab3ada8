import { existsSync, readFileSync } from 'node:fs';
import { createServer, type IncomingMessage } from 'node:http';
import { connect } from 'node:net';
import fastify from 'fastify';
import { makeApiHandler } from '../../host/api-handler';
import { listen } from '../../host/listen';
import { makeLoadLimit } from '../../host/load-limit';
import { refuseOverload } from '../../host/refusals';

/** A limit with a clock that the test moves. */
function limitOf(max: number) {
  let now = 0;
  const pass = (ms: number) => {
    now += ms;
  };
  return { ...makeLoadLimit(() => now, max), pass };
}

test('X-23 work beyond the limit is refused, and there is room again when some has ended', () => {
  const limit = limitOf(2);
  const ends = [limit.begin(200), limit.begin(200)];
  expect(limit.refuse()).toBe(2);
  for (const end of ends) end();
  expect(limit.refuse()).toBeUndefined();
});

test('X-23 a batch takes as much room as it costs', () => {
  const limit = limitOf(10);
  const end = limit.begin(10 * 4_096);
  expect(limit.refuse()).toBeDefined();
  end();
  expect(limit.refuse()).toBeUndefined();
});

test('X-23 the more are refused the later they are told to come again, at half the rate that is answered, and never later than half a minute', () => {
  const limit = limitOf(1);
  limit.begin(1);
  const told = Array.from({ length: 5_000 }, () => limit.refuse() ?? 0);
  expect(told[0]).toBe(2);
  expect([...told].sort((a, b) => a - b)).toEqual(told);
  // A hundred a second at least are taken to be answered: fifty of those who come again in each.
  expect(told.filter((seconds) => seconds === 10)).toHaveLength(50);
  expect(told.at(-1)).toBe(30);
  limit.pass(60_000);
  limit.pass(60_000);
  expect(limit.refuse()).toBe(2);
});

test('X-23 over HTTP: 503 with Retry-After and words in both languages, before the body is read; the others are answered, the connection stays', async () => {
  const waiting: (() => void)[] = [];
  const handler = makeApiHandler({
    answer: () =>
      new Promise((resolve) => {
        waiting.push(() => resolve({ status: 200, body: '{"ok":true}' }));
      }),
    addressOf: () => '127.0.0.1',
    refuse: () => ({ status: 503, body: '' }),
    refuseOverload: refuseOverload({ clock: { now: () => 5 }, log: { event: () => undefined } }),
    limit: makeLoadLimit(() => 0, 2),
    isClosing: () => false,
  });
  let arrived = () => {};
  const server = createServer((request: IncomingMessage, response) => {
    handler(request, response);
    arrived();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const url = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}/api/rides.record-scan`;
  const ask = () => fetch(url, { method: 'POST', body: '{}' });
  const taken = [ask(), ask()];
  while (waiting.length < 2)
    await new Promise<void>((resolve) => {
      arrived = resolve;
      setImmediate(resolve);
    });
  const refused = await ask();
  expect([refused.status, refused.headers.get('retry-after'), refused.headers.get('connection')]).toEqual([
    503,
    '2',
    'keep-alive',
  ]);
  expect(await refused.json()).toMatchObject({
    ok: false,
    failure: {
      code: 'overloaded',
      retry: 'later',
      zh: expect.stringMatching(/\p{Script=Han}/u),
      details: { retryAfterSeconds: 2 },
    },
  });
  for (const end of waiting) end();
  expect((await Promise.all(taken)).map(({ status }) => status)).toEqual([200, 200]);
  const again = ask();
  while (waiting.length < 3) await new Promise(setImmediate);
  waiting[2]?.();
  expect((await again).status).toBe(200);
  server.closeAllConnections();
  server.close();
});

const hasListOfSockets = existsSync('/proc/net/tcp');
(hasListOfSockets ? test : test.skip)(
  'X-23 a thousand connections that come at once all wait to be taken: none has to repeat itself',
  async () => {
    const gateway = fastify();
    const { port } = new URL(await listen(gateway, { port: 0, address: '127.0.0.1' }));
    const sockets = Array.from({ length: 1_000 }, () =>
      connect(Number(port), '127.0.0.1').on('error', () => undefined),
    );
    // They are asked for at the end of this tick; the kernel answers at once, and the loop takes none before its next turn.
    await new Promise<void>((resume) => process.nextTick(resume));
    expect(waitingOn(Number(port))).toBe(1_000);
    for (const socket of sockets) socket.destroy();
    await gateway.close();
  },
);

/** Connections that wait on a listening port, as the kernel counts them. */
function waitingOn(port: number): number {
  const local = `:${port.toString(16).toUpperCase().padStart(4, '0')}`;
  const rows = readFileSync('/proc/net/tcp', 'utf8')
    .split('\n')
    .map((row) => row.trim().split(/\s+/));
  const listening = rows.find(([, address = '', , state]) => address.endsWith(local) && state === '0A');
  return Number.parseInt(listening?.[4]?.split(':')[1] ?? '', 16);
}
