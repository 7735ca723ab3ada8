import { type AlertRecord, alerts } from '@tongcheng/cloudfunctions/app/alerts/alert-record';
import { type DeliveryRecord, deliveries } from '@tongcheng/cloudfunctions/app/reports/records';
import { hourMs, minuteMs } from '@tongcheng/shared/time';
import { type RunningHost, startHost } from '../../host/start-host';
import { aDelivery, anAlert } from '../world/records';
import { environmentOf, newPlace, optionsIn, withEnvironment } from './place';

const place = newPlace();
const now = Date.parse('2026-11-20T12:00:00+08:00');
let host: RunningHost;

beforeAll(async () => {
  const overrides = { log: { event: () => undefined }, clock: { now: () => now } };
  const options = await optionsIn(place);
  // A face check is asked for by nobody unless an installation has one.
  const environment = {
    ...environmentOf(place),
    TONGCHENG_FACE_CHECK: 'providers',
    TONGCHENG_STATUS_FEED: 'providers',
  };
  host = await withEnvironment(environment, () => startHost(options, { say: () => undefined, overrides }));
  await host.settled;
}, 30_000);
afterAll(async () => {
  await host.stop();
  place.remove();
});

/** Values by series, as the watcher reads them. */
async function look(): Promise<ReadonlyMap<string, number>> {
  const text = await (await fetch(`${host.url}/metrics`)).text();
  const lines = text.split('\n').filter((line) => line.startsWith('tongcheng_'));
  return new Map(lines.map((line) => [line.slice(0, line.lastIndexOf(' ')), Number(line.split(' ').at(-1))]));
}

const breaker = (service: string, state: string) => `tongcheng_breaker{service="${service}",state="${state}"}`;
const services = [
  'real-name',
  'health-status',
  'card-issuer',
  'face-check',
  'notifier',
  'bureau-messages',
  'signInWeb',
  'status-feed',
  'status-feed.follow',
  'status-feed.leave',
];

test('every breaker shows its state; that of a service that is away opens, the others stay closed', async () => {
  const before = await look();
  for (const service of services)
    expect([service, ...['closed', 'open', 'half-open'].map((state) => before.get(breaker(service, state)))]).toEqual([
      service,
      1,
      0,
      0,
    ]);
  const body = JSON.stringify({ provider: 'web', code: 'a code of nobody', city: '420100' });
  for (let turn = 0; turn < 5; turn += 1) await fetch(`${host.url}/api/identity.sign-in`, { method: 'POST', body });
  const after = await look();
  expect(['closed', 'open', 'half-open'].map((state) => after.get(breaker('signInWeb', state)))).toEqual([0, 1, 0]);
  expect(after.get(breaker('real-name', 'closed'))).toBe(1);
});

const delivery = (id: string, state: DeliveryRecord['state'], queuedAt: number) =>
  aDelivery(id, { state, queuedAt, nextAttemptAt: state === 'queued' ? now + hourMs : 0 });
const alert = (id: string, state: AlertRecord['state'], queuedAt: number) =>
  anAlert(id, { state, queuedAt, nextAttemptAt: state === 'waiting' ? now + hourMs : 0 });

test('the oldest report and the oldest alert that wait show their age; what is done or given up has none', async () => {
  const { store } = host.container;
  const names = ['tongcheng_outbox_oldest_seconds', 'tongcheng_notices_oldest_seconds'] as const;
  const ages = async () => {
    const seen = await look();
    return names.map((name) => seen.get(name));
  };
  expect(await ages()).toEqual([0, 0]);
  await store.insert(deliveries, delivery('sent', 'sent', now - 9 * hourMs));
  await store.insert(deliveries, delivery('failed', 'failed', now - 8 * hourMs));
  await store.insert(alerts, alert('sent', 'sent', now - 9 * hourMs));
  await store.insert(alerts, alert('expired', 'expired', now - 80 * hourMs));
  expect(await ages()).toEqual([0, 0]);
  await store.insert(deliveries, delivery('young', 'queued', now - minuteMs));
  await store.insert(deliveries, delivery('old', 'queued', now - 2 * hourMs));
  await store.insert(alerts, alert('old', 'waiting', now - 3 * hourMs));
  await store.insert(alerts, alert('young', 'waiting', now - minuteMs));
  expect(await ages()).toEqual([7_200, 10_800]);
  const seen = await look();
  const count = (name: string, state: string) => seen.get(`${name}{state="${state}"}`);
  expect(count('tongcheng_outbox_deliveries', 'queued')).toBe(2);
  expect(count('tongcheng_outbox_deliveries', 'failed')).toBe(1);
  expect(['waiting', 'refused', 'expired'].map((state) => count('tongcheng_notices', state))).toEqual([2, 0, 1]);
});
