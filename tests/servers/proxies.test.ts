import { startHost } from '../../host/start-host';
import { environmentOf, newPlace, optionsIn, withEnvironment } from '../host/place';
import { until } from '../world/until';
import { testWith } from './programs';
import { type ReverseProxy, startCaddy, startNginx } from './proxies';

jest.setTimeout(60_000);

/** Runs with a host behind a proxy; both end, whatever comes. */
async function behind(
  start: (ports: readonly number[]) => Promise<ReverseProxy>,
  look: (proxy: ReverseProxy, stopHost: () => Promise<void>) => Promise<void>,
) {
  const place = newPlace();
  const options = await optionsIn(place, { trustedProxies: ['127.0.0.1'] });
  const host = await withEnvironment(environmentOf(place), () => startHost(options, { say: () => undefined }));
  let proxy: ReverseProxy | undefined;
  try {
    const its = await start([options.port]);
    proxy = its;
    // Caddy sends nobody to a host of which it does not know yet that it is ready.
    await until(async () => (await its.ask('/openapi.json')).status === 200);
    await look(its, () => host.stop());
  } finally {
    await proxy?.stop();
    await host.stop();
    place.remove();
  }
}

const secret = 'c2VjcmV0LXNpZ25hdHVyZQ';

async function isAsDocumented(proxy: ReverseProxy): Promise<void> {
  for (const inside of ['/metrics', '/health', '/health/ready', '/health/live'])
    expect([inside, (await proxy.ask(inside)).status]).toEqual([inside, 404]);
  const city = await proxy.ask('/api/venues.get-city', { method: 'POST', body: '{"city":"420100"}' });
  expect([city.status, city.headers['strict-transport-security']]).toEqual([
    200,
    'max-age=31536000; includeSubDomains',
  ]);
  const tooLong = await proxy.ask('/api/venues.get-city', { method: 'POST', body: 'x'.repeat(3_000_000) });
  expect([413, 502]).toContain(tooLong.status);
  for (const path of [`/objects/reports/one.xlsx?expires=1&name=a&mac=${secret}`, `/app/?mac=${secret}`])
    await proxy.ask(path, {
      headers: { referer: `https://ride.example/?mac=${secret}`, authorization: `Bearer ${secret}` },
    });
}

/** What is answered, then what is not because the host is gone: neither leaves a signed link in the proxy's logs. */
const logsNoSecret: Parameters<typeof behind>[1] = async (proxy, stopHost) => {
  await isAsDocumented(proxy);
  await until(() => proxy.logged().includes('/objects/reports/one.xlsx'));
  await stopHost();
  const lost = await proxy.ask(`/objects/reports/two.xlsx?expires=1&name=a&mac=${secret}`);
  expect([502, 503]).toContain(lost.status);
  await until(() => proxy.logged().includes('/objects/reports/two.xlsx'));
  expect(proxy.logged()).not.toContain(secret);
};

testWith('nginx')(
  'nginx starts with its file, hides what is for machines inside, and keeps no signed link in its logs',
  () => behind(startNginx, logsNoSecret),
);

testWith('caddy')(
  'Caddy starts with its file, hides what is for machines inside, and keeps no signed link in its logs',
  () => behind(startCaddy, logsNoSecret),
);
