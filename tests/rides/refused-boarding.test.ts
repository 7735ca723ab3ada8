import { history } from '@tongcheng/cloudfunctions/app/rides/history';
import { journeysOf } from '@tongcheng/cloudfunctions/app/rides/journeys/journeys-of';
import { makeTracingHoldUntil } from '@tongcheng/cloudfunctions/app/rides/journeys/tracing-hold-until';
import { listRefusals } from '@tongcheng/cloudfunctions/app/rides/list-refusals';
import { liveFigures } from '@tongcheng/cloudfunctions/app/rides/live-figures';
import { recordException } from '@tongcheng/cloudfunctions/app/rides/record-exception';
import { recordRefusal } from '@tongcheng/cloudfunctions/app/rides/record-refusal';
import { recordScan } from '@tongcheng/cloudfunctions/app/rides/record-scan';
import { refusals } from '@tongcheng/cloudfunctions/app/rides/refusal-record';
import { scans } from '@tongcheng/cloudfunctions/app/rides/scan-record';
import { venueFeed } from '@tongcheng/cloudfunctions/app/rides/venue-feed';
import type { RiderCaller } from '@tongcheng/shared/caller';
import * as api from '@tongcheng/shared/rides/api';
import { anOfficial, aRider, aScan, aStranger, idAt, staffAt } from '../world/callers';
import { type Installation, openInstallation } from '../world/installation';
import type { PlaceName } from '../world/places';
import { anEligibility, aStatus } from '../world/records';
import { clock } from '../world/ride-settings';
import { answered, refusalOf } from '../world/rider';

let here: Installation;
beforeEach(async () => {
  here = await openInstallation();
});
afterEach(() => here.close());

const [city, day] = ['420100', '2022-06-02'];
const staff = staffAt('bus1', 'ship', 'hankou', 'carriage');
const red = { eligibility: anEligibility({ identity: true, status: aStatus('red') }) };
const greenOne = aRider('1');
const redOne = aRider('1', red);

async function scan(place: PlaceName, time: string, who: RiderCaller = greenOne) {
  here.clock.set(clock(time));
  return answered(await recordScan(here.needs, who, aScan(here, place, clock(time))));
}

const turnAway = async (scanId: string | undefined, time: string, venueId = 'bus-1') => {
  here.clock.set(clock(time));
  const about = scanId === undefined ? {} : { scanId };
  const input = { refusalId: idAt(clock(time)), venueId, reason: 'not-the-holder', ...about } as const;
  return { input, answer: await recordRefusal(here.needs, staff, input) };
};

const letOn = (scanId: string, time: string, venueId = 'bus-1') => {
  here.clock.set(clock(time));
  const input = { exceptionId: idAt(clock(time)), venueId, scanId, reason: 'emergency' } as const;
  return recordException(here.needs, staff, input);
};

/** Every place that tells of the day, in one line each: they must agree. */
async function told(who: RiderCaller = greenOne, venueId = 'bus-1') {
  const own = answered(await history(here.needs, who, { city, days: 1 })).days[0];
  const { counts, aboard } = answered(await venueFeed(here.needs, staff, { venueId, limit: 50 }));
  const official = anOfficial();
  const figures = answered(await liveFigures(here.needs, official, { city }));
  const list = api.listRefusals.output.parse(answered(await listRefusals(here.needs, official, { city })));
  let rides = 0;
  let refused = 0;
  for await (const journey of journeysOf(here.needs, city, day)) {
    rides += journey.rides.length;
    refused += journey.refusals.filter(({ outcome }) => outcome === 'not-ridden').length;
  }
  return {
    history: [own?.rides.length, own?.refusals?.length ?? 0],
    journeys: [rides, refused],
    venue: [counts.admit + counts.refer + counts.letOn, counts.refuse],
    aboard,
    live: figures.refused,
    list: list.refused,
  };
}

test('W-32 a red scan begins no ride, is nobody aboard, and counts as one refusal everywhere', async () => {
  expect((await scan('bus1', '08:00:00', redOne)).verdict.decision).toBe('refuse');
  here.clock.set(clock('08:30:00'));
  expect(await told()).toEqual({ history: [0, 1], journeys: [0, 1], venue: [0, 1], aboard: 0, live: 1, list: 1 });
});

test('W-32 W-04 an unverified scan begins no ride', async () => {
  await scan('bus1', '08:00:00', aStranger('3'));
  expect(await told(aStranger('3'))).toMatchObject({ history: [0, 1], journeys: [0, 1], aboard: 0, list: 1 });
});

test('W-32 after a refusal the next scan of the same bus boards; it does not alight', async () => {
  await scan('bus1', '08:00:00', redOne);
  expect(await scan('bus1', '08:10:00')).toMatchObject({ meaning: 'board', verdict: { decision: 'admit' } });
  expect((await scan('bus1', '08:30:00')).meaning).toBe('alight');
  expect(await told()).toMatchObject({ history: [1, 1], journeys: [1, 1], venue: [1, 1], aboard: 0, list: 1 });
});

test('W-32 within the time of a repeat too: who may ride now begins anew, who may not is one refusal', async () => {
  await scan('bus1', '08:00:00', redOne);
  expect((await scan('bus1', '08:00:30', redOne)).meaning).toBe('repeat');
  expect((await scan('bus1', '08:01:00')).meaning).toBe('board');
  expect(await told()).toEqual({ history: [1, 1], journeys: [1, 1], venue: [1, 1], aboard: 1, live: 1, list: 1 });
});

test('W-32 a no at the door a moment after a yes takes the boarding back', async () => {
  await scan('bus1', '08:00:00');
  await scan('bus1', '08:00:40', redOne);
  expect(await told()).toEqual({ history: [0, 1], journeys: [0, 1], venue: [0, 1], aboard: 0, live: 1, list: 1 });
});

test('W-32 W-04 staff turn a green rider away: the ride is gone wherever it was, and the reason is told', async () => {
  const { scanId } = await scan('bus1', '08:00:00');
  expect(await told()).toMatchObject({ history: [1, 0], aboard: 1, list: 0 });
  const { input, answer } = await turnAway(scanId, '08:01:00');
  answered(answer);
  expect(await recordRefusal(here.needs, staff, input)).toEqual(answer);
  expect(await told()).toEqual({ history: [0, 1], journeys: [0, 1], venue: [0, 1], aboard: 0, live: 1, list: 1 });
  const { rows } = answered(await listRefusals(here.needs, anOfficial(), { city }));
  expect(rows).toMatchObject([{ mode: 'bus', by: 'staff', outcome: 'refused', why: { zh: '不是本人' }, people: 1 }]);
  expect((await scan('bus1', '08:10:00')).meaning).toBe('board');
});

test('W-32 staff let a red rider on after all: it is a ride, and says so', async () => {
  const { scanId } = await scan('bus1', '08:00:00', redOne);
  answered(await letOn(scanId, '08:01:00'));
  expect(await told()).toEqual({ history: [1, 0], journeys: [1, 0], venue: [1, 0], aboard: 1, live: 0, list: 0 });
  const own = answered(await history(here.needs, greenOne, { city, days: 1 })).days[0];
  expect(own?.rides[0]?.letOn?.why.zh).toBe('急诊、救护等紧急情况');
  const feed = api.venueFeed.output.parse(
    answered(await venueFeed(here.needs, staff, { venueId: 'bus-1', limit: 50 })),
  );
  expect(feed.items.at(-1)?.boarding).toMatchObject({ outcome: 'let-on', reason: 'emergency' });
  expect((await scan('bus1', '08:20:00')).meaning).toBe('alight');
  const list = answered(await listRefusals(here.needs, anOfficial(), { city }));
  expect(list).toMatchObject({ refused: 0, letOn: 1, rows: [{ outcome: 'let-on', by: 'staff' }] });
});

test('W-32 the last word of staff holds; nobody who was not refused needs an exception', async () => {
  const { scanId } = await scan('bus1', '08:00:00');
  expect(refusalOf(await letOn(scanId, '08:00:30'))).toBe('not-refused');
  await turnAway(scanId, '08:01:00');
  answered(await letOn(scanId, '08:02:00'));
  expect(await told()).toMatchObject({ history: [1, 0], venue: [1, 0], aboard: 1, list: 0 });
  answered((await turnAway(scanId, '08:03:00')).answer);
  expect(await told()).toMatchObject({ history: [0, 1], venue: [0, 1], aboard: 0, list: 1 });
  expect(refusalOf(await letOn(idAt(clock('07:00:00')), '08:04:00'))).toBe('scan-unknown');
});

test('W-32 who turns red on the way has ridden: the ride ends with the scan, and that is no refused boarding', async () => {
  await scan('bus1', '08:00:00');
  expect((await scan('bus1', '08:20:00', redOne)).meaning).toBe('alight');
  expect(await told()).toMatchObject({ history: [1, 0], journeys: [1, 0], venue: [1, 0], aboard: 0, list: 0 });
});

test('W-32 W-11 a carriage after its station is a ride, whatever the colour; without an entry a no is no ride', async () => {
  await scan('hankou', '08:00:00');
  expect((await scan('carriage', '08:20:00', redOne)).meaning).toBe('ride-carriage');
  expect(await told(greenOne, 'l2-c3')).toMatchObject({ history: [1, 0], journeys: [1, 0] });
  await scan('carriage', '09:30:00', aRider('2', red));
  expect(await told(aRider('2'), 'l2-c3')).toMatchObject({ history: [0, 1], journeys: [1, 1] });
});

test('W-32 W-14 who is turned away at the ship did not sail, although they passed the dock', async () => {
  await scan('gate', '08:00:00');
  await scan('ship', '08:05:00', redOne);
  expect(await told(greenOne, 'ship-4')).toMatchObject({ history: [0, 1], journeys: [0, 1], aboard: 0 });
});

test('W-32 a refusal ends what was under way elsewhere', async () => {
  await scan('bus2', '08:00:00');
  await scan('bus1', '08:15:00', redOne);
  const [ride] = answered(await history(here.needs, greenOne, { city, days: 1 })).days[0]?.rides ?? [];
  expect(ride).toMatchObject({ to: clock('08:15:00'), closedBy: 'next-scan', venue: { venueId: 'bus-2' } });
});

test('W-32 W-04 somebody without a scan counts among the refused of venue, live figures and list', async () => {
  here.clock.set(clock('08:00:00'));
  answered((await turnAway(undefined, '08:00:00')).answer);
  expect(await told()).toMatchObject({ venue: [0, 1], live: 1, list: 1 });
});

test('W-32 refusals that an earlier release kept apart from their scans are read by the same rule', async () => {
  const { scanId } = await scan('bus1', '08:00:00');
  const refusal = { _id: `${day}.${idAt(clock('08:01:00'))}`, day, city, venueId: 'bus-1', scanId } as const;
  await here.store.insert(refusals, { ...refusal, reason: 'other', by: 'staff-1', recordedAt: clock('08:01:00') });
  expect(await told()).toMatchObject({ history: [0, 1], journeys: [0, 1] });
});

test('W-32 W-26 whoever was only refused need not be told of an exposure', async () => {
  const until = makeTracingHoldUntil({ ...here.needs });
  await scan('bus1', '08:00:00', redOne);
  expect(await until('per-1')).toBeUndefined();
  await scan('bus2', '09:00:00');
  expect(await until('per-1')).toBe('2022-07-03');
});

test('X-03 a decision lies beside its scan, names no rider, and keeps who decided', async () => {
  const { scanId } = await scan('bus1', '08:00:00', redOne);
  await letOn(scanId, '08:01:00');
  const { items } = await here.store.find(scans, { where: { day }, limit: 10 });
  expect(items.map(({ corrects }) => corrects?.boarding)).toEqual([
    undefined,
    { outcome: 'let-on', reason: 'emergency', by: 'staff-1' },
  ]);
});
