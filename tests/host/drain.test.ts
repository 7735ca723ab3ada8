import { once } from 'node:events';
import { createServer } from 'node:http';
import { connect, type Socket } from 'node:net';
import { join } from 'node:path';
import { openSqliteStore } from '@tongcheng/cloudfunctions/adapters/sqlite/open-sqlite-store';
import { scans as recorded } from '@tongcheng/cloudfunctions/app/rides/scan-record';
import { drainAtClose } from '../../host/drain';
import { serverTimeouts } from '../../host/gateway';
import { startHost } from '../../host/start-host';
import { until } from '../world/until';
import { bundleHost, startChild, untilAnswers } from './child';
import { environmentOf, newPlace, optionsIn, type Place, withEnvironment } from './place';
import { anyCode, scanOf, tokensOf } from './riders';

let place: Place;
beforeEach(() => {
  place = newPlace();
});
afterEach(() => place.remove());

/** A connection with what came back on it, and how it ended. */
function caller(port: number) {
  const socket: Socket = connect(port, '127.0.0.1');
  let back = '';
  let fault: string | undefined;
  socket.setEncoding('utf8').on('data', (text) => {
    back += text;
  });
  socket.on('error', ({ message }) => {
    fault = message;
  });
  const ended = new Promise<{ back: string; fault: string | undefined }>((resolve) => {
    socket.on('close', () => resolve({ back, fault }));
  });
  return { socket, ended, connected: once(socket, 'connect') };
}

const request = (method: string, path: string, body: string, token = ''): string =>
  `${method} ${path} HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer ${token}\r\nContent-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`;

test('SIGTERM: requests that were sent and not yet read are answered whole, on kept connections and new ones, none is reset', async () => {
  const options = await optionsIn(place);
  const child = startChild(bundleHost(), options, environmentOf(place));
  await untilAnswers(child, options.publicUrl);
  const tokens = await tokensOf(options.keyFile);
  const code = await anyCode(options.publicUrl, tokens.official());
  const kept = Array.from({ length: 60 }, () => caller(options.port));
  const silent = caller(options.port);
  for (const { socket, connected } of [...kept, silent]) {
    await connected;
    socket.write(request('GET', '/health/live', ''));
    await once(socket, 'data');
  }
  // The program stands still, so all of it waits in the kernel when the signal comes.
  child.process.kill('SIGSTOP');
  const fresh = Array.from({ length: 20 }, () => caller(options.port));
  await Promise.all(fresh.map(({ connected }) => connected));
  const scans = [...kept, ...fresh].map((one, at) => {
    const scan = scanOf(code);
    const isScan = at % 16 !== 0;
    one.socket.write(
      isScan
        ? request('POST', '/api/rides.record-scan', JSON.stringify(scan), tokens.rider(`r${at}`))
        : request('GET', '/openapi.json', ''),
    );
    return isScan ? [scan.scanId] : [];
  });
  child.process.kill('SIGTERM');
  child.process.kill('SIGCONT');
  for (const { ended } of [...kept, ...fresh]) {
    const { back, fault } = await ended;
    expect(fault).toBeUndefined();
    const last = back.slice(back.lastIndexOf('HTTP/1.1 '));
    expect(last).toMatch(/^HTTP\/1\.1 200 OK\r\n/);
    const [head = '', body = ''] = last.split('\r\n\r\n');
    expect(Buffer.byteLength(body)).toBe(Number(/content-length: (\d+)/i.exec(head)?.[1]));
  }
  expect(await silent.ended).toMatchObject({ fault: undefined });
  expect(await child.ended).toBe(0);
  expect(child.said()).not.toContain('"level":"fault"');
  const store = openSqliteStore({ folder: join(options.dataFolder, 'store') });
  const days = await store.days(recorded);
  const stored = await Promise.all(days.map((day) => store.count(recorded, { day })));
  expect(stored.reduce((sum, count) => sum + count, 0)).toBe(scans.flat().length);
  await store.close();
}, 180_000);

test('with --drain-seconds a SIGTERM is said to whoever balances while riders are served on, and a second one ends the wait', async () => {
  const options = await optionsIn(place);
  const child = startChild(bundleHost(), options, environmentOf(place), ['--drain-seconds', '120']);
  await untilAnswers(child, options.publicUrl);
  const ready = () => fetch(`${options.publicUrl}/health/ready`).then(({ status }) => status);
  expect(await ready()).toBe(200);
  child.process.kill('SIGTERM');
  await until(async () => (await ready()) === 503);
  const body = '{"city":"420100"}';
  const answer = await fetch(`${options.publicUrl}/api/venues.get-city`, { method: 'POST', body });
  expect([answer.status, answer.headers.get('connection')]).toEqual([200, 'close']);
  expect(child.said()).not.toContain('正在停止 stopping');
  child.process.kill('SIGTERM');
  expect(await child.ended).toBe(0);
  expect(child.said()).toMatch(/leaving[\s\S]*正在停止 stopping/);
}, 90_000);

test('a request that arrives while the host drains is answered as the last of its connection', async () => {
  const options = await optionsIn(place);
  const host = await withEnvironment(environmentOf(place), () => startHost(options, { say: () => undefined }));
  const one = caller(options.port);
  await one.connected;
  one.socket.write(request('GET', '/health/live', ''));
  await once(one.socket, 'data');
  const stopped = host.stop();
  one.socket.write(request('POST', '/api/venues.get-city', '{"city":"420100"}'));
  const { back, fault } = await one.ended;
  expect([fault, back.split('HTTP/1.1 200 OK')]).toEqual([
    undefined,
    ['', expect.stringMatching(/keep-alive/i), expect.stringMatching(/connection: close/i)],
  ]);
  await stopped;
});

test('a stop cuts requests that do not arrive, and waits for answers to those that have', async () => {
  let answer: (() => void) | undefined;
  const server = createServer((asked, reply) => {
    asked.resume().once('end', () => {
      answer = () => reply.end('late');
    });
  });
  const drain = drainAtClose(server);
  await new Promise<void>((listening) => {
    server.listen(0, '127.0.0.1', listening);
  });
  const address = server.address();
  const port = typeof address === 'object' ? (address?.port ?? 0) : 0;
  const whole = caller(port);
  const slow = caller(port);
  await Promise.all([whole.connected, slow.connected]);
  whole.socket.write(request('POST', '/', '{}'));
  slow.socket.write(request('POST', '/', '{}').slice(0, -1));
  await until(() => answer !== undefined);
  await drain();
  server.close();
  expect((await slow.ended).back).toBe('');
  answer?.();
  expect(await whole.ended).toMatchObject({
    fault: undefined,
    back: expect.stringMatching(/^HTTP\/1\.1 200[\s\S]*late/),
  });
});

test('slow heads and bodies are looked for twice a second, so that 10 and 30 seconds are what they say', () => {
  const server = createServer(serverTimeouts);
  expect(server).toMatchObject({ headersTimeout: 10_000, requestTimeout: 30_000, connectionsCheckingInterval: 500 });
  server.close();
});
