import { checkLiveCode } from '@tongcheng/cloudfunctions/app/rides/check-live-code';
import { correctMeaning } from '@tongcheng/cloudfunctions/app/rides/correct-meaning';
import { recordRefusal } from '@tongcheng/cloudfunctions/app/rides/record-refusal';
import { recordScan } from '@tongcheng/cloudfunctions/app/rides/record-scan';
import { venueFeed } from '@tongcheng/cloudfunctions/app/rides/venue-feed';
import { liveCode } from '@tongcheng/shared/rides/live-code';
import type { ScanReply } from '@tongcheng/shared/rides/wire';
import { aRider, aScan, idAt, staffAt } from '../world/callers';
import { type Installation, openInstallation, rideInstanceOver } from '../world/installation';
import type { PlaceName } from '../world/places';
import { clock } from '../world/ride-settings';

let here: Installation;
beforeEach(async () => {
  here = await openInstallation();
});
afterEach(() => here.close());

async function scan(place: PlaceName, time: string, who = aRider('1'), sentAt = time): Promise<ScanReply> {
  here.clock.set(clock(sentAt));
  const answer = await recordScan(here.needs, who, aScan(here, place, clock(time), { sentAt: clock(sentAt) }));
  if (!answer.ok) throw new Error(answer.failure.code);
  return answer.value;
}

const check = async (code: string, at: number, venueId = 'bus-1') => {
  here.clock.set(at);
  const answer = await checkLiveCode(here.needs, staffAt('bus1', 'taxi'), { venueId, code });
  return answer.ok ? answer.value : answer.failure.code;
};

test('X-06 what the phone shows is found live by staff’s device, with whose it is', async () => {
  const reply = await scan('bus1', '08:00:07');
  for (const seconds of [0, 9, 31, 59]) {
    const at = reply.recordedAt + seconds * 1_000;
    expect(await check(liveCode(reply.liveKey, at), at)).toMatchObject({
      is: 'live',
      item: { scanId: reply.scanId, maskedName: '演**', decision: 'admit' },
    });
  }
});

test('X-06 a screenshot of half a minute ago is expired though the verdict still lives; typing may take twenty seconds', async () => {
  const { liveKey, recordedAt } = await scan('bus1', '08:00:00');
  const shown = liveCode(liveKey, recordedAt);
  expect(await check(shown, recordedAt + 29_999)).toMatchObject({ is: 'live' });
  expect(await check(shown, recordedAt + 30_000)).toMatchObject({ is: 'expired' });
});

test('X-06 a film of the whole minute is expired once the minute is over, and unknown after ten', async () => {
  const { liveKey, recordedAt, scanId } = await scan('bus1', '08:00:00');
  for (let at = recordedAt; at < recordedAt + 60_000; at += 10_000)
    expect(await check(liveCode(liveKey, at), recordedAt + 60_000)).toMatchObject({ is: 'expired', item: { scanId } });
  expect(await check(liveCode(liveKey, recordedAt), recordedAt + 600_001)).toEqual({ is: 'unknown' });
});

test('X-06 an expired code is answered without the verdict that it had: no colour, no admission', async () => {
  const { liveKey, recordedAt, scanId, verdict } = await scan('bus1', '08:00:00');
  expect(verdict.decision).toBe('admit');
  const answer = await check(liveCode(liveKey, recordedAt), recordedAt + 61_000);
  expect(answer).toMatchObject({ is: 'expired', item: { scanId, decision: 'refer', reasons: [], maskedName: '演**' } });
  expect(JSON.stringify(answer)).not.toMatch(/admit|green|colour/);
});

test('X-06 W-32 the code of somebody whom staff turned away is live, and says so', async () => {
  const { liveKey, recordedAt, scanId } = await scan('bus1', '08:00:00');
  here.clock.set(recordedAt + 5_000);
  const refusal = { refusalId: idAt(recordedAt + 5_000), venueId: 'bus-1', scanId, reason: 'not-the-holder' } as const;
  expect(await recordRefusal(here.needs, staffAt('bus1'), refusal)).toMatchObject({ ok: true });
  const at = recordedAt + 12_000;
  expect(await check(liveCode(liveKey, at), at)).toMatchObject({
    is: 'live',
    item: { scanId, boarding: { outcome: 'refused', reason: 'not-the-holder' } },
  });
});

test('X-06 a code that runs on after its minute never was shown', async () => {
  const { liveKey, recordedAt } = await scan('bus1', '08:00:00');
  const later = recordedAt + 120_000;
  expect(await check(liveCode(liveKey, later), later)).toEqual({ is: 'unknown' });
});

test('X-06 the code of another venue is unknown here, and others’ venues cannot be asked', async () => {
  const { liveKey, recordedAt } = await scan('bus1', '08:00:00');
  expect(await check(liveCode(liveKey, recordedAt), recordedAt, 'taxi-9')).toEqual({ is: 'unknown' });
  expect(await check(liveCode(liveKey, recordedAt), recordedAt, 'bus-2')).toBe('venue-not-yours');
});

test('X-06 the same scan again has the same key, also from another instance; another scan has another', async () => {
  here.clock.set(clock('08:00:00'));
  const sent = aScan(here, 'bus1', clock('08:00:00'));
  const first = await recordScan(here.needs, aRider('1'), sent);
  const other = await recordScan((await rideInstanceOver(here.store, here.clock)).needs, aRider('1'), sent);
  expect(other).toEqual(first);
  expect(first.ok && (await scan('bus1', '08:00:01', aRider('2'))).liveKey !== first.value.liveKey).toBe(true);
});

test('X-06 the verdict knows the next minute’s word, which staff see when it comes', async () => {
  const { minuteWord } = await scan('bus1', '08:00:50');
  here.clock.set(minuteWord.validUntil);
  const feed = await venueFeed(here.needs, staffAt('bus1'), { venueId: 'bus-1', limit: 5 });
  expect(feed.ok && feed.value.minuteWord.word).toEqual(minuteWord.next);
  expect(minuteWord.next).not.toEqual(minuteWord.word);
});

test('X-06 also where the service day turns in between', async () => {
  const { minuteWord } = await scan('bus1', '02:59:30');
  here.clock.set(clock('03:00:10'));
  const feed = await venueFeed(here.needs, staffAt('bus1'), { venueId: 'bus-1', limit: 5 });
  expect(feed.ok && feed.value.minuteWord.word).toEqual(minuteWord.next);
});

test('X-06 the feed gives the live key while the verdict is live, corrected or not; of a late scan never', async () => {
  const reply = await scan('bus1', '08:00:00');
  await correctMeaning(here.needs, aRider('1'), {
    correctionId: idAt(clock('08:00:05')),
    city: '420100',
    scanId: reply.scanId,
    meaning: 'alight',
  });
  const keys = async () => {
    const feed = await venueFeed(here.needs, staffAt('bus1'), { venueId: 'bus-1', limit: 50 });
    return feed.ok ? feed.value.items.map(({ liveKey }) => liveKey) : [];
  };
  expect(await keys()).toEqual([reply.liveKey, reply.liveKey]);
  here.clock.set(clock('08:01:00'));
  expect(await keys()).toEqual([undefined, undefined]);
  await scan('bus1', '07:00:00', aRider('3'), '08:01:00');
  expect(await keys()).toEqual([undefined, undefined, undefined]);
});
