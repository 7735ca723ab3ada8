import { snapshotOf } from '@tongcheng/cloudfunctions/app/reports/content/snapshot';
import { correctMeaning } from '@tongcheng/cloudfunctions/app/rides/correct-meaning';
import { history } from '@tongcheng/cloudfunctions/app/rides/history';
import { type Journey, journeysOf } from '@tongcheng/cloudfunctions/app/rides/journeys/journeys-of';
import { liveFigures } from '@tongcheng/cloudfunctions/app/rides/live-figures';
import { recordRefusal } from '@tongcheng/cloudfunctions/app/rides/record-refusal';
import { recordScan } from '@tongcheng/cloudfunctions/app/rides/record-scan';
import { scanKey, scans } from '@tongcheng/cloudfunctions/app/rides/scan-record';
import { venueFeed } from '@tongcheng/cloudfunctions/app/rides/venue-feed';
import { history as historyEndpoint } from '@tongcheng/shared/rides/api';
import type { Meaning } from '@tongcheng/shared/rides/meanings';
import type { ScanInput, ScanReply } from '@tongcheng/shared/rides/wire';
import { anOfficial, aRider, aScan, idAt, staffAt } from '../world/callers';
import { countingStore } from '../world/counting-store';
import { type Installation, openInstallation } from '../world/installation';
import type { PlaceName } from '../world/places';
import { clock } from '../world/ride-settings';

let here: Installation;
beforeEach(async () => {
  here = await openInstallation();
});
afterEach(() => here.close());

const rider = aRider('1');
const day = '2022-06-02';

async function scan(place: PlaceName, time: string, who = rider): Promise<ScanReply & { readonly sent: ScanInput }> {
  here.clock.set(clock(time));
  const sent = aScan(here, place, clock(time));
  const answer = await recordScan(here.needs, who, sent);
  if (!answer.ok) throw new Error(answer.failure.code);
  return { ...answer.value, sent };
}

const correct = (scanId: string, meaning: Meaning, more: { correctionId?: string; who?: typeof rider } = {}) =>
  correctMeaning(here.needs, more.who ?? rider, {
    correctionId: more.correctionId ?? idAt(here.clock.now()),
    city: '420100',
    scanId,
    meaning,
  });

async function ridesToday() {
  const answer = await history(here.needs, rider, { city: '420100', days: 1 });
  if (!answer.ok) throw new Error(answer.failure.code);
  return historyEndpoint.output.parse(answer.value).days[0];
}

async function feed() {
  const answer = await venueFeed(here.needs, staffAt('bus1'), { venueId: 'bus-1', limit: 50 });
  if (!answer.ok) throw new Error(answer.failure.code);
  return answer.value;
}

test('W-10 alighting instead of boarding: the history follows, the record and its answer stay as they were', async () => {
  const { scanId, sent, ...reply } = await scan('bus1', '08:00:00');
  const before = await here.store.get(scans, scanKey(day, scanId));
  here.clock.set(clock('08:01:00'));
  expect(await correct(scanId, 'alight')).toEqual({ ok: true, value: { scanId, meaning: 'alight' } });
  expect(await here.store.get(scans, scanKey(day, scanId))).toEqual(before);
  expect(await ridesToday()).toMatchObject({
    scans: 1,
    rides: [
      {
        to: clock('08:00:00'),
        inferred: ['from'],
        scans: [{ scanId, meaning: 'alight', corrected: true, others: ['board', 'repeat'] }],
      },
    ],
  });
  const again = await recordScan(here.needs, rider, sent);
  expect(again).toMatchObject({ ok: true, value: { scanId, ...reply, meaning: 'board' } });
});

test('W-10 the next scan is answered by the corrected meaning', async () => {
  const first = await scan('bus1', '08:00:00');
  await correct(first.scanId, 'alight');
  expect((await scan('bus1', '08:20:00')).meaning).toBe('board');
  const third = await scan('bus1', '08:40:00');
  expect(third.meaning).toBe('alight');
  await correct(third.scanId, 'repeat');
  expect((await scan('bus1', '08:50:00')).meaning).toBe('alight');
});

test('a correction can be taken back, and the latest one holds', async () => {
  const { scanId } = await scan('bus1', '08:00:00');
  await correct(scanId, 'alight');
  here.clock.set(clock('08:02:00'));
  await correct(scanId, 'board');
  expect((await ridesToday())?.rides).toMatchObject([
    { from: clock('08:00:00'), inferred: [], scans: [{ meaning: 'board' }] },
  ]);
});

test('the same correction ten times at once is one, with one durable write; another under its id is a conflict', async () => {
  const { scanId } = await scan('bus1', '08:00:00');
  const correctionId = idAt(clock('08:00:30'));
  const answers = await Promise.all(Array.from({ length: 10 }, () => correct(scanId, 'alight', { correctionId })));
  expect(new Set(answers.map((answer) => JSON.stringify(answer)))).toEqual(
    new Set([JSON.stringify({ ok: true, value: { scanId, meaning: 'alight' } })]),
  );
  expect(await here.store.count(scans, { day })).toBe(2);
  expect(await correct(scanId, 'board', { correctionId })).toMatchObject({ failure: { code: 'scan-conflict' } });
  const counted = countingStore(here.store);
  await correctMeaning({ ...here.needs, store: counted.store }, rider, {
    correctionId: idAt(clock('08:00:40')),
    city: '420100',
    scanId,
    meaning: 'board',
  });
  expect(counted.calls).toEqual(['stream scans', 'insert scans']);
});

test('a correction to the meaning that a scan already has writes nothing', async () => {
  const { scanId } = await scan('bus1', '08:00:00');
  expect((await correct(scanId, 'board')).ok).toBe(true);
  expect(await here.store.count(scans, { day })).toBe(1);
});

test.each([
  ['another rider’s scan is unknown', 'bus1', 'alight', aRider('2'), 'scan-unknown'],
  ['a bus is never entered', 'bus1', 'enter', rider, 'meaning-not-possible'],
  [
    'W-18 nothing is a first scan’s repeat, so no ride can be made to vanish',
    'bus1',
    'repeat',
    rider,
    'meaning-not-possible',
  ],
  ['W-11 a carriage is not a bus', 'carriage', 'alight', rider, 'meaning-not-possible'],
  ['X-19 a demonstration has no meaning to correct', 'demo', 'alight', rider, 'scan-unknown'],
] as const)('%s', async (_why, place, meaning, who, code) => {
  const { scanId } = await scan(place, '08:00:00');
  expect(await correct(scanId, meaning, { who })).toMatchObject({ ok: false, failure: { code } });
  expect(await here.store.count(scans, { day })).toBe(1);
});

test('after 24 hours it is too late; before that the history offers it, after that it does not', async () => {
  const { scanId, recordedAt } = await scan('bus1', '08:00:00');
  here.clock.set(recordedAt + 86_400_000 - 1);
  expect((await correct(scanId, 'alight')).ok).toBe(true);
  here.clock.set(recordedAt + 86_400_000);
  expect(await correct(scanId, 'board')).toMatchObject({ failure: { code: 'correction-too-late' } });
  const answer = await history(here.needs, rider, { city: '420100', days: 2 });
  expect(answer.ok && answer.value.days[1]?.rides[0]?.scans[0]?.others).toEqual([]);
});

test('five corrections are enough, and ids of other days, cities or of a correction lead nowhere', async () => {
  const { scanId } = await scan('bus1', '08:00:00');
  const correctionId = idAt(clock('08:00:10'));
  await correct(scanId, 'alight', { correctionId });
  for (const meaning of ['board', 'alight', 'board', 'alight'] as const) await correct(scanId, meaning);
  expect(await correct(scanId, 'board')).toMatchObject({ failure: { code: 'corrections-exhausted' } });
  for (const other of [correctionId, idAt(clock('08:00:00', '2035-01-01')), idAt(0)])
    expect(await correct(other, 'board')).toMatchObject({ failure: { code: 'scan-unknown' } });
});

test('the venue’s feed shows a corrected scan again with what was answered; counts and people aboard follow, live figures count it once', async () => {
  const first = await scan('bus1', '08:00:00');
  expect(await feed()).toMatchObject({ counts: { admit: 1 }, aboard: 1 });
  here.clock.set(clock('08:01:00'));
  await correct(first.scanId, 'alight');
  const after = await feed();
  expect(after).toMatchObject({ counts: { admit: 0 }, aboard: 0 });
  expect(
    after.items.map(({ scanId, meaning, correctedFrom, recordedAt }) => [scanId, meaning, correctedFrom, recordedAt]),
  ).toEqual([
    [first.scanId, 'board', undefined, first.recordedAt],
    [first.scanId, 'alight', 'board', first.recordedAt],
  ]);
  await correct(first.scanId, 'board');
  expect(await feed()).toMatchObject({ counts: { admit: 1 }, aboard: 1 });
  const live = await liveFigures(here.needs, anOfficial(), { city: '420100' });
  expect(live.ok && live.value.scans).toBe(1);
});

test('W-04 a refusal of a corrected scan comes with the correction, and none can be about a correction', async () => {
  const { scanId } = await scan('bus1', '08:00:00');
  const correctionId = idAt(clock('08:00:10'));
  await correct(scanId, 'alight', { correctionId });
  here.clock.set(clock('08:10:00'));
  const refuse = (about: string) =>
    recordRefusal(here.needs, staffAt('bus1'), {
      refusalId: idAt(here.clock.now()),
      venueId: 'bus-1',
      scanId: about,
      reason: 'other',
    });
  expect(await refuse(correctionId)).toMatchObject({ failure: { code: 'scan-unknown' } });
  expect((await refuse(scanId)).ok).toBe(true);
  const cursor = `${clock('08:09:00')}`;
  const answer = await venueFeed(here.needs, staffAt('bus1'), { venueId: 'bus-1', limit: 50, after: cursor });
  expect(answer.ok && answer.value.items).toMatchObject([
    { scanId, meaning: 'alight', correctedFrom: 'board', refusal: { reason: 'other' } },
  ]);
});

test('R-03 a report formed before stays as it was; the journey says that a correction came since', async () => {
  const { scanId } = await scan('bus1', '08:00:00');
  here.clock.set(clock('09:00:00'));
  await correct(scanId, 'alight');
  const journeys = async (until: number): Promise<Journey[]> => {
    const all: Journey[] = [];
    for await (const journey of journeysOf({ ...here.needs, store: snapshotOf(here.store, until) }, '420100', day))
      all.push(journey);
    return all;
  };
  const [before] = await journeys(clock('09:00:00'));
  const [after] = await journeys(clock('09:00:01'));
  expect(before?.scans.map(({ meaning }) => meaning)).toEqual(['board']);
  expect(before).not.toHaveProperty('correctedAt');
  expect(after).toMatchObject({ correctedAt: clock('09:00:00'), scans: [{ meaning: 'alight' }] });
  expect(after?.rides[0]?.inferred).toEqual(['from']);
});
