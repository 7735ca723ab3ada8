import { positionCalls } from '@tongcheng/cloudfunctions/adapters/gtfs/position-calls';
import { decideRequest } from '@tongcheng/cloudfunctions/app/tracing/decide-request';
import { openNames } from '@tongcheng/cloudfunctions/app/tracing/open-names';
import { requestNames } from '@tongcheng/cloudfunctions/app/tracing/request-names';
import { dayOf, hourMs } from '@tongcheng/shared/time';
import { CapabilitySettings } from '@tongcheng/shared/venues/capabilities';
import { positionsMessage } from '../../city/feeds/positions-message';
import { vehicleFeeds } from '../stand-ins/vehicle-feeds';
import { anOfficial } from '../world/callers';
import { answered } from '../world/rider';
import type { Town } from '../world/town';
import { openedCase, rideTogether, townAtTen } from './cases-town';

jest.setTimeout(120_000);

let town: Town;
let feeds: Awaited<ReturnType<typeof vehicleFeeds>>;
beforeEach(async () => {
  town = await townAtTen();
  feeds = await vehicleFeeds();
  await rideTogether(town, [1, 2]);
});
afterEach(async () => {
  await feeds.close();
  await town.close();
});

const asker = anOfficial({ officialId: 'asker', roles: ['health'] });
const second = anOfficial({ officialId: 'second', roles: ['health-supervisor'] });

/** The town as a city with a feed of positions, or another one. */
const needsWith = (by: 'positions' | 'timetable' | 'none') => ({
  ...town.needs,
  vehicleLocator: positionCalls(feeds.url),
  cityOf: async (city: string) => {
    const settings = await town.needs.cityOf(city);
    const tracing = by === 'none' ? {} : { vehicleFeed: by };
    return settings && { ...settings, capabilities: CapabilitySettings.parse({ city: {}, tracing }) };
  },
});

/** The bus went from a to c before it was ridden, stopping so long. */
function drove(path: string, stoppedMs: number): void {
  const began = town.needs.clock.now() - 3 * hourMs;
  const stops = [...'abc'].map((stopId, at) => ({
    stopId,
    arrivesAt: began + at * 600_000,
    departsAt: began + at * 600_000 + stoppedMs,
  }));
  const vehicle = path.split('/').at(-1)?.replace('.pb', '') ?? '';
  feeds.answers.set(path, positionsMessage(vehicle, [{ tripId: 't', lineId: 'l', stops }], dayOf(began)));
}

async function approvedRequest(by: 'positions' | 'none' = 'positions') {
  const caseId = await openedCase(town, 1);
  const needs = needsWith(by);
  const { requestId, digest } = answered(await requestNames(needs, asker, { caseId }));
  answered(await decideRequest(needs, second, { requestId, digest, approve: true }));
  return requestId;
}
const opened = (requestId: string, by: 'positions' | 'timetable' | 'none' = 'positions') =>
  openNames(needsWith(by), asker, { requestId, limit: 10 });

test('X-05 a feed that says the same leaves no remark; one that says something else of the index rider’s bus is told when names are opened', async () => {
  await approvedRequest();
  expect(feeds.asked.length).toBeGreaterThan(0);
  const path = feeds.asked[0] ?? '';
  drove(path, 30_000);
  const requestId = await approvedRequest();
  expect(answered(await opened(requestId)).feedChanged).toBeUndefined();
  drove(path, 45_000);
  expect(answered(await opened(requestId)).feedChanged).toBe(true);
  feeds.answers.set(path, 'unavailable');
  expect(answered(await opened(requestId))).toMatchObject({ feedChanged: true, total: 1 });
});

test('X-05 another kind of feed is another question: the approval is void', async () => {
  const requestId = await approvedRequest();
  expect(await opened(requestId, 'timetable')).toMatchObject({ ok: false, failure: { code: 'trace-request-changed' } });
  expect(await opened(requestId, 'none')).toMatchObject({ ok: false, failure: { code: 'trace-request-changed' } });
});

test('a city without a feed has no mark', async () => {
  const requestId = await approvedRequest('none');
  expect(answered(await opened(requestId, 'none')).feedChanged).toBeUndefined();
});
