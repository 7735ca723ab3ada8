import { positionCalls } from '@tongcheng/cloudfunctions/adapters/gtfs/position-calls';
import { timetableCalls } from '@tongcheng/cloudfunctions/adapters/gtfs/timetable-calls';
import { ServiceUnavailable } from '@tongcheng/cloudfunctions/ports/service-unavailable';
import type { VehicleQuestion } from '@tongcheng/cloudfunctions/ports/vehicle-locator';
import { strToU8, zipSync } from 'fflate';
import { timetableArchive, timetableTables, vehicleFeeds } from '../../stand-ins/vehicle-feeds';
import { clock } from '../../world/ride-settings';

let feeds: Awaited<ReturnType<typeof vehicleFeeds>>;
beforeEach(async () => {
  feeds = await vehicleFeeds();
});
afterEach(() => feeds.close());

const timetablePath = '/420100/timetable.zip';
const positionPath = '/420100/vehicle-positions/2022-06-02/bus-1.pb';
const limits = { timeoutMs: 20_000, largestBytes: 256 * 1024 };
/** Whoever never answers is away at once. */
const hasty = { ...limits, timeoutMs: 40 };

const about = (from: string, to: string, day = '2022-06-02'): Omit<VehicleQuestion, 'by'> => ({
  ...{ city: '420100', vehicleId: '420100-bus-1' },
  ...{ from: clock(from, day), to: clock(to, day) },
});
const byTimetable = (question: Omit<VehicleQuestion, 'by'>, within = limits) =>
  timetableCalls(feeds.url, within).callsOf({ ...question, by: 'timetable' });
const byPositions = (question: Omit<VehicleQuestion, 'by'>, within = limits) =>
  positionCalls(feeds.url, within).callsOf({ ...question, by: 'positions' });
const call = (tripId: string, stopId: string, arrives: string, departs: string, day = '2022-06-02') => ({
  ...{ tripId, stopId: `420100-${stopId}` },
  ...{ arrivesAt: clock(arrives, day), departsAt: clock(departs, day) },
});

describe('a timetable in GTFS', () => {
  it('gives the calls of the trips of the vehicle’s block, in order, stops without a time left out', async () => {
    feeds.answers.set(timetablePath, timetableArchive());
    expect(await byTimetable(about('08:05:00', '09:00:00'))).toEqual([
      call('2022-06-02 out-1', 'a', '08:00:00', '08:00:30'),
      call('2022-06-02 out-1', 'b', '08:10:00', '08:10:30'),
      call('2022-06-02 out-1', 'c', '08:20:00', '08:20:00'),
    ]);
    expect(await byTimetable({ ...about('08:05:00', '09:00:00'), vehicleId: '420100-bus-9' })).toEqual([]);
  });

  it('W-27 a trip of the day before goes on after midnight: 25:10 is ten past one', async () => {
    feeds.answers.set(timetablePath, timetableArchive());
    const found = await byTimetable(about('00:30:00', '02:00:00', '2022-06-03'));
    expect(found.map(({ tripId }) => tripId)).toEqual(['2022-06-02 night', '2022-06-02 night']);
    expect(found.at(-1)?.arrivesAt).toBe(clock('01:10:00', '2022-06-03'));
  });

  it('runs on the days of its calendar, with those added and taken out', async () => {
    feeds.answers.set(timetablePath, timetableArchive());
    const runs = async (day: string) => (await byTimetable(about('07:00:00', '09:00:00', day))).length > 0;
    const days = ['2022-06-02', '2022-06-03', '2022-06-04', '2022-06-05', '2023-01-02'];
    expect(await Promise.all(days.map(runs))).toEqual([true, false, true, false, false]);
  });

  it('is fetched once for all vehicles, and anew after it was away', async () => {
    const locator = timetableCalls(feeds.url, limits);
    const asked = { ...about('08:05:00', '09:00:00'), by: 'timetable' } as const;
    feeds.answers.set(timetablePath, 'unavailable');
    await expect(locator.callsOf(asked)).rejects.toThrow(ServiceUnavailable);
    feeds.answers.set(timetablePath, timetableArchive());
    expect(await locator.callsOf(asked)).toHaveLength(3);
    expect(await locator.callsOf({ ...asked, vehicleId: '420100-bus-2' })).toHaveLength(2);
    expect(feeds.asked).toHaveLength(2);
  });

  it.each([
    [
      'of another time zone',
      { ...timetableTables, 'agency.txt': 'agency_timezone\nEurope/Paris\n' },
      'another time zone',
    ],
    ['without an agency', { ...timetableTables, 'agency.txt': '' }, 'another time zone'],
    ['with an open quote', { ...timetableTables, 'trips.txt': 'trip_id\n"out' }, 'no table'],
  ])('is refused %s', async (_, tables, why) => {
    feeds.answers.set(timetablePath, timetableArchive(tables));
    await expect(byTimetable(about('08:00:00', '09:00:00'))).rejects.toThrow(why);
  });

  it('a bomb of 100 KB is refused as it unpacks, whatever it says of its length', async () => {
    const bomb = zipSync({ 'stop_times.txt': new Uint8Array(56 << 20) });
    expect(bomb.length).toBeLessThan(100 * 1024);
    for (const each of [bomb, sayingLess(bomb, 56 << 20, 1_000)]) {
      feeds.answers.set(timetablePath, each);
      await expect(byTimetable(about('08:00:00', '09:00:00'))).rejects.toThrow('too long');
    }
  });

  it.each([
    ['no archive', Buffer.from('<html>'), 'no archive'],
    ['an archive of something else', zipSync({ 'readme.txt': strToU8('hello') }), 'no archive'],
    ['damaged', damaged(timetableArchive()), 'damaged'],
  ])('is refused where it is %s', async (_, bytes, why) => {
    feeds.answers.set(timetablePath, bytes);
    await expect(byTimetable(about('08:00:00', '09:00:00'))).rejects.toThrow(why);
  });
});

/** The archive with the length of what is longest in it written smaller, wherever it stands. */
function sayingLess(archive: Uint8Array, from: number, to: number): Uint8Array {
  const bytes = Buffer.from(archive);
  for (let at = 0; at + 4 <= bytes.length; at += 1) if (bytes.readUInt32LE(at) === from) bytes.writeUInt32LE(to, at);
  return bytes;
}

/** The first table begins with a kind of block that there is not. */
function damaged(archive: Uint8Array): Uint8Array {
  const bytes = Buffer.from(archive);
  bytes.fill(0xff, 30 + bytes.readUInt16LE(26) + bytes.readUInt16LE(28), 60 + bytes.readUInt16LE(26));
  return bytes;
}

/**
 * Written by the official bindings (gtfs-realtime-bindings 2.2.0): eight positions of bus-1 with all their fields, one of bus-2, one of nobody, an alert
 * and a trip update.
 */
const official = Buffer.from(
  [
    'Cg0KAzIuMBAAGLiS4JQGElsKATAiVgoeCgVvdXQtMRIIMDg6MDA6MDAaCDIwMjIwNjAyKgFyEhQNAAD0QRWameRCHQAAtEItAAAAQRgBIAEogP',
    'vflAYwAToBYUINCgVidXMtMRIE6YSCQUgCElwKAjIwIlYKHgoFb3V0LTESCDA4OjAwOjAwGggyMDIyMDYwMioBchIUDQAA9EEVmpnkQh0AALRC',
    'LQAAAEEYASABKJT735QGMAE6AWFCDQoFYnVzLTESBOmEgkFIAhJcCgI2MCJWCh4KBW91dC0xEggwODowMDowMBoIMjAyMjA2MDIqAXISFA0AAP',
    'RBFZqZ5EIdAAC0Qi0AAABBGAIgAii8+9+UBjABOgFiQg0KBWJ1cy0xEgTphIJBSAISXQoDMTAwIlYKHgoFb3V0LTESCDA4OjAwOjAwGggyMDIy',
    'MDYwMioBchIUDQAA9EEVmpnkQh0AALRCLQAAAEEYAiACKOT735QGMAE6AWJCDQoFYnVzLTESBOmEgkFIAhJdCgMxNDAiVgoeCgVvdXQtMRIIMD',
    'g6MDA6MDAaCDIwMjIwNjAyKgFyEhQNAAD0QRWameRCHQAAtEItAAAAQRgDIAIojPzflAYwAToBY0INCgVidXMtMRIE6YSCQUgCEl0KAzIwMCJW',
    'Ch4KBW91dC0xEggwODowMDowMBoIMjAyMjA2MDIqAXISFA0AAPRBFZqZ5EIdAAC0Qi0AAABBGAMgACjI/N+UBjABOgFjQg0KBWJ1cy0xEgTphI',
    'JBSAISXQoDMjEwIlYKHgoFb3V0LTESCDA4OjAwOjAwGggyMDIyMDYwMioBchIUDQAA9EEVmpnkQh0AALRCLQAAAEEYAyABKNL835QGMAE6AWNC',
    'DQoFYnVzLTESBOmEgkFIAhJdCgMyNDAiVgoeCgVvdXQtMRIIMDg6MDA6MDAaCDIwMjIwNjAyKgFyEhQNAAD0QRWameRCHQAAtEItAAAAQRgDIA',
    'Eo8PzflAYwAToBY0INCgVidXMtMRIE6YSCQUgCElwKAzI1MCJVCh0KBGVsc2USCDA4OjAwOjAwGggyMDIyMDYwMioBchIUDQAA9EEVmpnkQh0A',
    'ALRCLQAAAEEYCSABKPr835QGMAE6AXpCDQoFYnVzLTISBOmEgkFIAhIVCgVhbGVydCoMUgoKCAoGZGV0b3VyEhcKAnR1GhEKBwoFb3V0LTESBg',
    'gBEgIIHhIXCgdub3RoaW5nIgwSCg0AAIA/FQAAAEA=',
  ].join(''),
  'base64',
);

describe('positions in GTFS-realtime, as the official bindings write them', () => {
  it('a stop lasts from the first to the last sighting there; one that was passed is between two sightings', async () => {
    feeds.answers.set(positionPath, official);
    expect(await byPositions(about('07:00:00', '09:00:00'))).toEqual([
      call('20220602 out-1', 'a', '08:00:00', '08:00:20'),
      call('20220602 out-1', 'b', '08:01:40', '08:02:20'),
      call('20220602 out-1', 'c', '08:03:30', '08:04:00'),
    ]);
    expect(await byPositions(about('10:00:00', '11:00:00'))).toEqual([]);
  });

  it('W-27 asks for the day before too, and a day that nobody kept is no fault', async () => {
    expect(await byPositions(about('00:10:00', '00:30:00'))).toEqual([]);
    expect(feeds.asked).toEqual([positionPath.replace('-02/', '-01/'), positionPath]);
  });

  it('what is no message is refused, wherever it breaks off', async () => {
    for (const bytes of [official.subarray(0, official.length - 3), Buffer.from('<html>'), Buffer.from([0x0b])]) {
      feeds.answers.set(positionPath, bytes);
      await expect(byPositions(about('07:00:00', '09:00:00'))).rejects.toThrow('no GTFS-realtime message');
    }
  });
});

describe.each([
  ['timetable', timetablePath, (within: typeof limits) => byTimetable(about('08:00:00', '09:00:00'), within)],
  ['positions', positionPath, (within: typeof limits) => byPositions(about('08:00:00', '09:00:00'), within)],
] as const)('a feed of %s', (_, path, ask) => {
  it.each([
    ['unavailable', 'answered 503'],
    ['silent', 'not reached in time'],
    ['elsewhere', 'not reached in time'],
    ['endless', 'too long'],
  ] as const)('that is %s is away', async (answer, why) => {
    feeds.answers.set(path, answer);
    await expect(ask(answer === 'silent' ? hasty : limits)).rejects.toThrow(why);
  });

  it('that is not there knows nothing', async () => {
    expect(await ask(limits)).toEqual([]);
  });

  it('whose server is gone is away', async () => {
    await feeds.close();
    await expect(ask(limits)).rejects.toThrow(ServiceUnavailable);
  });
});
