import { recordRefusal } from '@tongcheng/cloudfunctions/app/rides/record-refusal';
import { recordScan } from '@tongcheng/cloudfunctions/app/rides/record-scan';
import { refusals } from '@tongcheng/cloudfunctions/app/rides/refusal-record';
import { type ScanRecord, scans } from '@tongcheng/cloudfunctions/app/rides/scan-record';
import { venueFeed } from '@tongcheng/cloudfunctions/app/rides/venue-feed';
import { venueFeed as endpoint } from '@tongcheng/shared/rides/api';
import type { ScanReply } from '@tongcheng/shared/rides/wire';
import { aRider, aScan, aStranger, idAt, staffAt } from '../world/callers';
import { type Installation, openInstallation, rideInstanceOver } from '../world/installation';
import type { PlaceName } from '../world/places';
import { anEligibility, aStatus } from '../world/records';
import { clock } from '../world/ride-settings';

let here: Installation;
beforeEach(async () => {
  here = await openInstallation();
});
afterEach(() => here.close());

const staff = staffAt('bus1', 'taxi', 'hankou', 'north');

async function scan(place: PlaceName, time: string, who = aRider('1'), party = 1): Promise<ScanReply> {
  here.clock.set(clock(time));
  const answer = await recordScan(here.needs, who, aScan(here, place, clock(time), { party }));
  if (!answer.ok) throw new Error(answer.failure.code);
  return answer.value;
}

async function feed(venueId: string, after?: string, limit = 20, needs = here.needs) {
  const answer = await venueFeed(needs, staff, { venueId, limit, ...(after !== undefined && { after }) });
  if (!answer.ok) throw new Error(answer.failure.code);
  return endpoint.output.parse(answer.value);
}

const refuse = (more: Partial<Parameters<typeof recordRefusal>[2]> = {}, who = staff) =>
  recordRefusal(here.needs, who, {
    refusalId: idAt(here.clock.now()),
    venueId: 'bus-1',
    reason: 'status-red',
    ...more,
  });

test('X-06 W-09 staff see what the rider sees: masked name, verdict, the same word of the minute', async () => {
  const red = aRider('2', { eligibility: anEligibility({ identity: true, status: aStatus('red') }) });
  const reply = await scan('bus1', '08:00:05', red);
  const { items, minuteWord, venue } = await feed('bus-1');
  expect(items).toMatchObject([
    { scanId: reply.scanId, maskedName: '演**', decision: 'refuse', colour: 'red', meaning: 'board' },
  ]);
  expect(items[0]?.reasons).toEqual(reply.verdict.reasons);
  expect(reply.minuteWord).toMatchObject(minuteWord);
  expect(venue.plate).toBe('鄂A12345D');
});

test('counts people by decision, by party, and who is aboard', async () => {
  await scan('taxi', '08:00:00', aRider('1'), 3);
  await scan('taxi', '08:00:30', aRider('1'), 3);
  await scan('taxi', '08:10:00', aRider('2'));
  await scan('taxi', '08:11:00', aStranger('3'));
  expect(await feed('taxi-9')).toMatchObject({ counts: { admit: 4, refer: 0, refuse: 1 }, aboard: 4 });
  await scan('taxi', '08:20:00', aRider('1'), 3);
  expect(await feed('taxi-9')).toMatchObject({ counts: { admit: 4, refuse: 1 }, aboard: 1 });
  here.clock.set(clock('09:40:00'));
  expect((await feed('taxi-9')).aboard).toBe(0);
  expect(await feed('hankou')).not.toHaveProperty('aboard');
});

test('the figures are the same after a restart and on another instance', async () => {
  await scan('bus1', '08:00:00', aRider('1'));
  const before = await feed('bus-1');
  await scan('bus1', '08:01:00', aRider('2'));
  const other = await rideInstanceOver({ ...here.store }, here.clock);
  const [here2, there] = [await feed('bus-1'), await feed('bus-1', undefined, 20, other.needs)];
  expect(before.counts.admit).toBe(1);
  expect(here2.counts.admit).toBe(2);
  expect([there.counts, there.aboard]).toEqual([here2.counts, here2.aboard]);
});

test('a scan that becomes visible late is not missed', async () => {
  await scan('bus1', '08:00:00', aRider('1'));
  const first = await feed('bus-1');
  const [record] = (await here.store.find(scans, { where: { day: '2022-06-02' }, limit: 1 })).items;
  await scan('bus1', '08:00:10', aRider('2'));
  const second = await feed('bus-1', first.cursor);
  const late = `2022-06-02.${idAt(clock('08:00:02'))}`;
  await commit(record, late, clock('08:00:02'));
  here.clock.set(clock('08:00:14'));
  const third = await feed('bus-1', second.cursor);
  expect(third.items.map(({ scanId }) => scanId)).toContain(late.slice(11));
  expect(third.counts.admit).toBe(3);
});

test('every scan is delivered at least once, and in the order of recording, however small the pages', async () => {
  let cursor = (await feed('bus-1')).cursor;
  const sent: string[] = [];
  const told: string[] = [];
  for (let minute = 0; minute < 12; minute += 1) {
    for (let i = 0; i < 4; i += 1)
      sent.push((await scan('bus1', `08:${10 + minute}:0${i}`, aRider(`${minute}-${i}`))).scanId);
    const page = await feed('bus-1', cursor, 2);
    told.push(...page.items.map(({ scanId }) => scanId));
    cursor = page.cursor;
  }
  for (let page = 0; page < 60; page += 1) {
    const { items, cursor: next } = await feed('bus-1', cursor, 2);
    told.push(...items.map(({ scanId }) => scanId));
    cursor = next;
  }
  expect([...new Set(told)]).toEqual(sent);
});

test('without a cursor: the newest, oldest first', async () => {
  for (let i = 0; i < 5; i += 1) await scan('bus1', `08:0${i}:00`, aRider(`${i}`));
  const { items } = await feed('bus-1', undefined, 3);
  expect(items.map(({ scannedAt }) => scannedAt)).toEqual(
    ['08:02:00', '08:03:00', '08:04:00'].map((time) => clock(time)),
  );
});

test('W-15 who got on before the turn of the day is aboard after it, until they get off or the longest ride is over', async () => {
  await scan('taxi', '02:50:00', aRider('1'), 3);
  await scan('taxi', '02:55:00', aRider('2'));
  here.clock.set(clock('03:00:02'));
  expect(await feed('taxi-9')).toMatchObject({ counts: { admit: 0, refer: 0 }, aboard: 4 });
  await scan('taxi', '03:01:00', aRider('3'), 2);
  expect((await feed('taxi-9')).aboard).toBe(6);
  expect((await scan('taxi', '03:05:00', aRider('1'), 3)).meaning).toBe('alight');
  expect(await feed('taxi-9')).toMatchObject({ counts: { refer: 2 }, aboard: 3 });
  here.clock.set(clock('05:00:00'));
  expect((await feed('taxi-9')).aboard).toBe(0);
});

test('a scan of just before the turn of the day is still in the feed after it', async () => {
  here.clock.set(clock('02:59:50'));
  const { cursor } = await feed('bus-1');
  await scan('bus1', '02:59:58');
  here.clock.set(clock('03:00:02'));
  expect((await feed('bus-1', cursor)).items).toHaveLength(1);
});

test('W-04 a refusal is recorded once with its reason, and the scan comes again with it', async () => {
  const reply = await scan('bus1', '08:00:00', aStranger('1'));
  const { cursor } = await feed('bus-1');
  here.clock.set(clock('08:01:00'));
  const { cursor: later } = await feed('bus-1', cursor);
  const refusalId = idAt(clock('08:01:30'));
  here.clock.set(clock('08:01:30'));
  const told = { refusalId, scanId: reply.scanId, reason: 'not-authenticated' } as const;
  expect(await refuse(told)).toEqual({ ok: true, value: { recordedAt: clock('08:01:30') } });
  here.clock.set(clock('08:05:00'));
  expect(await refuse(told)).toEqual({ ok: true, value: { recordedAt: clock('08:01:30') } });
  expect(await refuse({ ...told, reason: 'other' })).toMatchObject({ failure: { code: 'scan-conflict' } });
  const { items } = await feed('bus-1', later);
  expect(items).toMatchObject([
    { scanId: reply.scanId, refusal: { reason: 'not-authenticated', at: clock('08:01:30') } },
  ]);
  expect((await feed('bus-1')).items[0]?.refusal?.reason).toBe('not-authenticated');
  expect((await here.store.find(refusals, { where: { day: '2022-06-02' }, limit: 10 })).items).toMatchObject([
    { by: 'staff-1' },
  ]);
});

test('W-04 somebody without any scan can be refused; a scan of elsewhere cannot be the reason', async () => {
  here.clock.set(clock('08:00:00'));
  expect(await refuse({ note: '没有手机' })).toMatchObject({ ok: true });
  const elsewhere = await scan('bus2', '08:01:00');
  expect(await refuse({ scanId: elsewhere.scanId })).toMatchObject({ failure: { code: 'scan-unknown' } });
  expect(await refuse({ scanId: idAt(clock('07:00:00')) })).toMatchObject({ failure: { code: 'scan-unknown' } });
});

test('staff see and act at the venues of their invitation only, in their own city', async () => {
  const failure = { failure: { code: 'venue-not-yours' } };
  expect(await venueFeed(here.needs, staff, { venueId: 'bus-2', limit: 1 })).toMatchObject(failure);
  expect(await venueFeed(here.needs, staff, { venueId: 'north', limit: 1 })).toMatchObject(failure);
  expect(await refuse({ venueId: 'bus-2' })).toMatchObject(failure);
  const gone = { ...staff, venueIds: ['gone'] };
  expect(await venueFeed(here.needs, gone, { venueId: 'gone', limit: 1 })).toMatchObject({
    failure: { code: 'venue-unknown' },
  });
});

test('a cursor that is none of ours starts anew', async () => {
  await scan('bus1', '08:00:00');
  for (const cursor of ['nonsense', '5~nonsense', '99999999999999999'])
    expect((await feed('bus-1', cursor)).items).toHaveLength(1);
});

/** Makes a scan visible now that was recorded earlier by an instance slow to write. */
async function commit(model: ScanRecord | undefined, _id: string, recordedAt: number): Promise<void> {
  const vault = await here.needs.vault.day('420100', '2022-06-02');
  if (!model || !vault) throw new Error('nothing to go by');
  const { _v, ...record } = { _v: 0, ...model };
  const sealed = vault.seal(_id, { subjectId: 'p_late' });
  await here.store.insert(scans, { ...record, _id, sealed, rider: 'late', scannedAt: recordedAt, recordedAt });
}

test('X-03 a venue has no feed on a day whose key was destroyed', async () => {
  await scan('bus1', '08:00:00');
  expect((await feed('bus-1')).items).toHaveLength(1);
  await here.needs.vault.destroyDay('420100', '2022-06-02');
  expect(await venueFeed(here.needs, staff, { venueId: 'bus-1', limit: 20 })).toMatchObject({
    ok: false,
    failure: { code: 'venue-unknown' },
  });
});
