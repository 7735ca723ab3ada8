import { once } from 'node:events';
import { createServer } from 'node:net';
import { until } from '../world/until';
import { bundleHost, startChild, untilAnswers } from './child';
import { environmentOf, newPlace, optionsIn, type Place } from './place';
import { anyCode, post, scanOf, tokensOf } from './riders';

const program = bundleHost();
/** Three seconds is what an operator waits on a quiet machine; more than this is a hang on any. */
const hangMs = 15_000;

let place: Place;
beforeEach(() => {
  place = newPlace();
});
afterEach(() => place.remove());

/** Riders who scan until nothing answers; gives the acknowledged scans. */
function scanning(url: string, token: string, code: string, riders: number) {
  const kept: ReturnType<typeof scanOf>[] = [];
  const one = async () => {
    for (;;) {
      const scan = scanOf(code);
      const back = await post(url, 'rides.record-scan', scan, token).catch(() => undefined);
      if (back?.status !== 200) return;
      kept.push(scan);
    }
  };
  return { kept, done: Promise.all(Array.from({ length: riders }, one)) };
}

test.each(['SIGTERM', 'SIGINT'] as const)(
  '%s under load: a clean end, every acknowledged scan there at the next start',
  async (signal) => {
    const options = await optionsIn(place);
    const environment = environmentOf(place);
    const first = startChild(program, options, environment);
    await untilAnswers(first, options.publicUrl);
    const tokens = await tokensOf(options.keyFile);
    const code = await anyCode(options.publicUrl, tokens.official());
    const load = scanning(options.publicUrl, tokens.rider('loaded'), code, 8);
    await until(() => load.kept.length > 10);
    const from = performance.now();
    first.process.kill(signal);
    expect(await first.ended).toBe(0);
    expect(performance.now() - from).toBeLessThan(hangMs);
    await load.done;
    expect(first.said()).toContain('正在停止 stopping');
    expect(first.said()).not.toContain('"level":"fault"');
    expect(load.kept.length).toBeGreaterThan(10);
    const second = startChild(program, options, environment);
    await untilAnswers(second, options.publicUrl);
    const { text } = await post(
      options.publicUrl,
      'rides.history',
      { city: '420100', days: 2 },
      tokens.rider('loaded'),
    );
    for (const { scanId } of load.kept.slice(-100)) expect(text.split(`"scanId":"${scanId}"`)).toHaveLength(2);
    second.process.kill('SIGTERM');
    expect(await second.ended).toBe(0);
    expect(second.said()).not.toMatch(/password|密码/);
  },
  90_000,
);

test('a stop right after the start, and a second signal meanwhile, end it cleanly too', async () => {
  const options = await optionsIn(place, { city: true, journeys: 20_000 });
  const child = startChild(program, options, {});
  await untilAnswers(child, options.publicUrl);
  await until(() => child.said().includes('Ctrl-C'));
  const from = performance.now();
  child.process.kill('SIGTERM');
  child.process.kill('SIGTERM');
  child.process.kill('SIGINT');
  expect(await child.ended).toBe(0);
  expect(performance.now() - from).toBeLessThan(hangMs);
  expect(child.said()).not.toContain('"level":"fault"');
}, 90_000);

test.each(['SIGTERM', 'SIGINT'] as const)(
  '%s while it is starting ends it at once, in words',
  async (signal) => {
    // A database that takes the connection and says nothing: the start waits for it.
    const silent = createServer().listen(0, '127.0.0.1');
    const arrived = once(silent, 'connection');
    await once(silent, 'listening');
    const address = silent.address();
    if (typeof address !== 'object' || address === null) throw new Error('no port');
    const url = `postgres://nobody:nothing@127.0.0.1:${address.port}/nowhere`;
    const names = {
      TONGCHENG_STORE: 'postgres',
      TONGCHENG_POSTGRES_URL: url,
      TONGCHENG_KEYS_POSTGRES_URL: url.replace('nowhere', 'keys'),
    };
    const child = startChild(program, await optionsIn(place), { ...environmentOf(place), ...names });
    const [socket] = await arrived;
    child.process.kill(signal);
    expect(await child.ended).toBe(0);
    expect(child.said()).toMatch(/stopped while it was starting/);
    socket.destroy();
    silent.close();
  },
  90_000,
);

test('what cannot start says so in words, without a stack, and ends with 1, or with 78 where only a person can mend it', async () => {
  const options = await optionsIn(place);
  const without = startChild(program, options, {});
  expect(await without.ended).toBe(78);
  expect(without.said()).toMatch(/TONGCHENG_SMTP_HOST: 没有设置 is not set/);
  const good = startChild(program, options, environmentOf(place));
  await untilAnswers(good, options.publicUrl);
  const second = startChild(program, { ...options, port: options.port + 1 }, environmentOf(place));
  expect(await second.ended).toBe(1);
  expect(second.said()).toMatch(/另一个进程.*Another process/);
  const other = newPlace();
  const elsewhere = { ...(await optionsIn(other)), port: options.port };
  const samePort = startChild(program, elsewhere, environmentOf(other));
  expect(await samePort.ended).toBe(1);
  expect(samePort.said()).toMatch(/端口.*已被占用.*is in use/);
  for (const child of [without, second, samePort]) expect(child.said()).not.toMatch(/\n\s+at /);
  other.remove();
  good.process.kill('SIGTERM');
  expect(await good.ended).toBe(0);
}, 90_000);
