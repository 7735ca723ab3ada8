import { setTimeout as rest } from 'node:timers/promises';
import { bundleHost, type ChildHost, startChild, untilAnswers } from '../host/child';
import { environmentOf, newPlace, optionsIn } from '../host/place';
import { anyCode, tokensOf } from '../host/riders';
import { askDirectly } from '../postgres/databases';
import { until } from '../world/until';
import { startPostgres } from './postgres';
import { type ReverseProxy, startCaddy, startNginx } from './proxies';
import { type Met, ride } from './riding';

/** What a run met, and what the store holds afterwards. */
export interface Rolled {
  readonly met: readonly Met[];
  readonly restarts: number;
  readonly stored: number;
}

/** As in deploy/servers/tongcheng.service; tests/deploy compares. */
export const drainSeconds = 5;
/** nginx leaves a host out for two seconds, and Caddy asks each second: whoever restarts by hand waits as long. */
const settleMs = 3_000;

/**
 * Two hosts on one PostgreSQL behind nginx and Caddy with the files of deploy/servers. Riders scan twenty times a second through each proxy while the
 * hosts are restarted in turn, until `atLeast` scans were sent through each and each host was restarted.
 */
export async function rollWhileRiding(atLeast: number, say: (line: string) => void = () => undefined): Promise<Rolled> {
  const ends: (() => unknown)[] = [];
  try {
    const place = newPlace();
    ends.push(() => place.remove());
    const postgres = await startPostgres();
    ends.push(() => postgres.stop());
    const hosts = await twoHosts(place, postgres.url, ends);
    const proxies = await bothProxies(hosts.ports, ends);
    const tokens = await tokensOf(hosts.keyFile);
    const code = await anyCode(hosts.url, tokens.official());
    let restarts = 0;
    const isEnough = (sent: number) => sent >= atLeast && restarts >= 2;
    const riding = Promise.all(proxies.map((proxy) => ride(proxy, code, tokens.rider, isEnough)));
    let over = false;
    const ended = riding.finally(() => {
      over = true;
    });
    while (!over) {
      const seconds = await hosts.restart(restarts % 2);
      restarts += 1;
      say(`host ${((restarts - 1) % 2) + 1} was away for ${seconds.toFixed(1)} s`);
      await Promise.race([rest(settleMs), ended]);
    }
    const met = await ended;
    const [{ count = '0' } = {}] = await askDirectly<{ count: string }>(
      postgres.url,
      'SELECT count(*)::text AS count FROM tongcheng."c_scans"',
    );
    return { met, restarts, stored: Number(count) };
  } finally {
    for (const end of ends.reverse()) await end();
  }
}

async function twoHosts(place: ReturnType<typeof newPlace>, url: string, ends: (() => unknown)[]) {
  await askDirectly(url, 'CREATE DATABASE tongcheng_keys');
  const environment = {
    ...environmentOf(place),
    TONGCHENG_STORE: 'postgres',
    TONGCHENG_POSTGRES_URL: url,
    TONGCHENG_KEYS_POSTGRES_URL: url.replace(/\/postgres$/, '/tongcheng_keys'),
  };
  const program = bundleHost();
  const words = ['--trusted-proxy', '127.0.0.1', '--drain-seconds', String(drainSeconds)];
  const options = [await optionsIn(place), await optionsIn(place)];
  const running: ChildHost[] = [];
  ends.push(async () => {
    for (const { process } of running) process.kill('SIGKILL');
    await Promise.all(running.map(({ ended }) => ended));
  });
  const start = async (at: number) => {
    const its = options[at];
    if (!its) throw new Error(`no host ${at}`);
    running[at] = startChild(program, its, environment, words);
    await untilAnswers(running[at], its.publicUrl);
  };
  await start(0);
  await start(1);
  const [{ keyFile, publicUrl } = { keyFile: '', publicUrl: '' }] = options;
  return {
    keyFile,
    url: publicUrl,
    ports: options.map(({ port }) => port),
    restart: async (at: number): Promise<number> => {
      running[at]?.process.kill('SIGTERM');
      await running[at]?.ended;
      const from = performance.now();
      await start(at);
      return (performance.now() - from) / 1_000;
    },
  };
}

async function bothProxies(ports: readonly number[], ends: (() => unknown)[]): Promise<readonly ReverseProxy[]> {
  const proxies: ReverseProxy[] = [];
  for (const start of [startNginx, startCaddy]) {
    const proxy = await start(ports);
    ends.push(() => proxy.stop());
    proxies.push(proxy);
    await until(async () => (await proxy.ask('/openapi.json')).status === 200);
  }
  return proxies;
}
