import { hourMs, minuteMs } from '@tongcheng/shared/time';
import { forwardingDoubts } from '@tongcheng/shared/tracing/forwarded/forwarding-doubts';
import type { SeenScan } from '@tongcheng/shared/tracing/forwarded/seen-scan';
import { isTooSoon } from '@tongcheng/shared/tracing/forwarded/two-cities';
import type { VehicleCall } from '@tongcheng/shared/tracing/vehicle-call';
import type { Mode } from '@tongcheng/shared/venues/kinds';
import { clock } from '../world/ride-settings';

const seven = clock('07:00:00');
const far = ['far-from-venue'] as const;

const scan = (rider: string, scannedAt: number, more: Partial<SeenScan> = {}): SeenScan => ({
  ...{ id: `${rider}.${scannedAt}`, rider, scannedAt, venueId: 'v', mode: 'bus', venueKind: 'vehicle', flags: [] },
  ...more,
});
const many = (count: number, of: (at: number) => SeenScan): SeenScan[] =>
  Array.from({ length: count }, (_, at) => of(at));
const counted = (
  scans: readonly SeenScan[],
  ...known: Parameters<typeof forwardingDoubts> extends [unknown, ...infer K] ? K : never
) => {
  const counts: Record<string, number> = {};
  for (const flags of forwardingDoubts(scans, ...known).values())
    for (const flag of flags) counts[flag] = (counts[flag] ?? 0) + 1;
  return counts;
};

/** Twenty stops every two minutes, doors open for twenty seconds, on one trip after another. */
const trips = (count: number): VehicleCall[] =>
  Array.from({ length: count * 20 }, (_, at) => {
    const arrivesAt = seven + Math.floor(at / 20) * 45 * minuteMs + (at % 20) * 2 * minuteMs;
    return { tripId: `t${Math.floor(at / 20)}`, stopId: `s${at % 20}`, arrivesAt, departsAt: arrivesAt + 20_000 };
  });

describe('X-16 rate per code', () => {
  test.each<[Mode, number]>([
    ['bus', 80],
    ['taxi', 6],
    ['metro', 330],
  ])('%s: %i riders within two minutes fit, one more shows all of them', (mode, fit) => {
    const within = (count: number) => many(count, (at) => scan(`r${at}`, seven + at * 100, { mode }));
    expect(counted(within(fit))).toEqual({});
    expect(counted(within(fit + 1))).toEqual({ 'crowded-code': fit + 1 });
  });

  test('a full bus that gets off together was seen getting on; the same riders later in the day are new ones', () => {
    const boards = many(70, (at) => scan(`r${at}`, seven + at * 1_000));
    const leaves = many(70, (at) => scan(`r${at}`, seven + 30 * minuteMs + at * 500));
    expect(counted([...boards, ...leaves])).toEqual({});
    const evening = many(81, (at) => scan(`r${at}`, seven + 10 * hourMs + at * 500));
    expect(counted([...boards, ...evening])).toEqual({ 'crowded-code': 81 });
  });
});

describe('X-16 a picture that goes round', () => {
  const riders = (count: number, farAway: number) =>
    many(count, (at) => scan(`r${at}`, seven + at * minuteMs, at % 3 === 0 && at < farAway * 3 ? { flags: far } : {}));

  test('three far away in half an hour put those between them in doubt, two do not', () => {
    expect(counted(riders(12, 3))).toEqual({ 'forwarded-code': 7 });
    expect(counted(riders(12, 2))).toEqual({});
  });

  test('three positions gone wrong in a crowd accuse nobody', () => {
    expect(counted(many(200, (at) => scan(`r${at}`, seven + at * 5_000, at % 60 === 0 ? { flags: far } : {})))).toEqual(
      {},
    );
  });

  test('slowly over hours it takes most of those who scan', () => {
    const slow = (share: number) =>
      many(10, (at) => scan(`r${at}`, seven + at * 17 * minuteMs, at % 10 < share ? { flags: far } : {}));
    expect(counted(slow(6))['forwarded-code']).toBeGreaterThanOrEqual(6);
    expect(
      counted(many(10, (at) => scan(`r${at}`, seven + at * 17 * minuteMs, at % 5 === 0 ? { flags: far } : {}))),
    ).toEqual({});
  });

  test('whoever had scanned the code before is only leaving', () => {
    const leaving = [scan('early', seven - 20 * minuteMs), scan('early', seven + 90_000)];
    const doubts = forwardingDoubts([...leaving, ...riders(12, 3)]);
    expect(leaving.flatMap(({ id }) => doubts.get(id) ?? [])).toEqual([]);
  });
});

describe('X-16 timetable and moved stickers', () => {
  const by = { calls: trips(4), by: 'positions' } as const;
  const atDoors = many(40, (at) => scan(`r${at}`, (by.calls[at]?.arrivesAt ?? 0) + (at % 20) * 1_000));
  const anyTime = many(40, (at) => scan(`r${at}`, (by.calls[at * 2]?.departsAt ?? 0) + 50_000));

  test('scans at the doors fit; scans between stops show that the sticker hangs elsewhere', () => {
    expect(counted(atDoors, by)).toEqual({});
    expect(counted(anyTime, by)['moved-code']).toBeGreaterThan(30);
  });

  test('a timetable accuses no late bus, and a metro is not scanned at its doors', () => {
    expect(counted(anyTime, { ...by, by: 'timetable' })).toEqual({});
    expect(
      counted(
        anyTime.map((each) => ({ ...each, mode: 'metro' })),
        by,
      ),
    ).toEqual({});
  });

  test('moved at noon, the morning stays as it was', () => {
    const calls = trips(12);
    const morning = many(30, (at) => scan(`a${at}`, (calls[at]?.arrivesAt ?? 0) + 5_000));
    const noon = many(40, (at) => scan(`r${at}`, (calls[100 + at * 2]?.departsAt ?? 0) + 50_000));
    const scans = [...morning, ...noon];
    const doubts = forwardingDoubts(scans, { calls, by: 'positions' });
    expect(scans.slice(0, 25).flatMap(({ id }) => doubts.get(id) ?? [])).toEqual([]);
    expect([...doubts.values()].flat().length).toBeGreaterThan(25);
  });

  test('on no trip: half an hour before and after is no doubt, nor a vehicle of which nothing is known', () => {
    const at = (ms: number) => counted([scan('r', ms)], by);
    const ends = by.calls.at(-1)?.departsAt ?? 0;
    expect([at(seven - 30 * minuteMs), at(ends + 30 * minuteMs)]).toEqual([{}, {}]);
    expect([at(seven - 31 * minuteMs), at(ends + 31 * minuteMs)]).toEqual([{ 'off-trip': 1 }, { 'off-trip': 1 }]);
    expect(at(ends + 13 * hourMs)).toEqual({});
    expect(counted([scan('r', seven - hourMs)], { calls: [], by: 'positions' })).toEqual({});
  });
});

test('X-16 two cities: sooner than an aeroplane from edge to edge', () => {
  const wuhan = { lat: 30.59, lng: 114.31, radiusKm: 60 };
  const shenyang = { lat: 41.8, lng: 123.43, radiusKm: 60 };
  expect(isTooSoon(wuhan, shenyang, 10 * minuteMs)).toBe(true);
  expect(isTooSoon(shenyang, wuhan, -10 * minuteMs)).toBe(true);
  expect(isTooSoon(wuhan, shenyang, 4 * hourMs)).toBe(false);
  expect(isTooSoon(wuhan, { ...wuhan, lat: 31.5 }, 0)).toBe(false);
});
