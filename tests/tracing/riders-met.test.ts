import { applyCorrections } from '@tongcheng/cloudfunctions/app/rides/corrections/corrections';
import { deriveRides } from '@tongcheng/cloudfunctions/app/rides/journeys/derive-rides';
import { type ScanRecord, scans } from '@tongcheng/cloudfunctions/app/rides/scan-record';
import { sourcedRideOf } from '@tongcheng/cloudfunctions/app/tracing/reading/sourced-ride';
import type { Meaning } from '@tongcheng/shared/rides/meanings';
import { type Day, dayStart, hourMs, minuteMs } from '@tongcheng/shared/time';
import { exposuresOf } from '@tongcheng/shared/tracing/exposures-of';
import { parametersOn } from '@tongcheng/shared/tracing/parameters';
import { idAt } from '../world/callers';
import { seededNumbers } from '../world/chance';
import { openInstallation, townSettings } from '../world/installation';
import { questionAbout, traceIn } from './traced-town';

const day: Day = '2022-06-02';
const asOf = Date.parse('2022-06-05T05:00:00+08:00');
const venues = [
  { venueId: 'bus-1', mode: 'bus', venueKind: 'vehicle' },
  { venueId: 'bus-2', mode: 'bus', venueKind: 'vehicle' },
  { venueId: 'taxi-1', mode: 'taxi', venueKind: 'vehicle' },
  { venueId: 'train-1', mode: 'metro', venueKind: 'carriage' },
  { venueId: 'hankou', mode: 'metro', venueKind: 'station' },
] as const;

const quarters = 50;
const meanings: readonly Meaning[] = ['board', 'alight', 'repeat', 'ride-carriage'];

/** A quarter with places of its own, where eight riders scanned: all within seven hours; some corrected, some refused. */
function worldOf(seed: number, sealedOf: (_id: string, subject: string) => Pick<ScanRecord, 'rider' | 'sealed'>) {
  const random = seededNumbers(seed);
  const below = (count: number) => Math.floor(random() * count);
  const records: ScanRecord[] = [];
  for (let rider = 0; rider < 8; rider += 1)
    for (let number = 2 + below(5); number > 0; number -= 1) {
      const scannedAt = dayStart(day, 3) + 5 * hourMs + below(420) * minuteMs;
      const venue = venues[below(venues.length)] ?? venues[0];
      const _id = `${day}.${idAt(scannedAt)}`;
      const record: ScanRecord = {
        ...{ _id, day, city: '420100', scannedAt, recordedAt: scannedAt + below(9) * 20 * minuteMs, ...venue },
        ...{ venueId: `${venue.venueId}-${seed}`, ...sealedOf(_id, `p_per-${seed}.${rider}`) },
        ...{ meaning: meanings[below(4)] ?? 'board', decision: random() < 0.1 ? 'refuse' : 'admit', reasons: [] },
        ...{ ruleId: 'r', ruleVersion: 1, party: 1, flags: [], by: 'rider', digest: 'd' },
      };
      records.push(record);
      if (random() < 0.4) records.push(correctionOf(record, random() < 0.7 ? 'alight' : 'board', sealedOf));
    }
  return records;
}

function correctionOf(
  record: ScanRecord,
  meaning: Meaning,
  sealedOf: (_id: string, subject: string) => Pick<ScanRecord, 'rider' | 'sealed'>,
): ScanRecord {
  const _id = `${day}.${idAt(record.scannedAt + 1)}`;
  const corrects = { scan: record._id, answered: record.meaning, was: record.meaning, recordedAt: record.recordedAt };
  const { sealed } = sealedOf(_id, 'of a correction');
  return { ...record, _id, sealed, meaning, recordedAt: record.recordedAt + minuteMs, corrects };
}

/** Whom rider 0 exposed when everybody's scans are read, whole. */
function exposedOfAll(records: readonly ScanRecord[], own: string): readonly string[] {
  const byRider = new Map<string, ScanRecord[]>();
  for (const record of records) byRider.set(record.rider, [...(byRider.get(record.rider) ?? []), record]);
  const ridesOf = (of: readonly ScanRecord[]) => {
    const rides = deriveRides(applyCorrections(of), townSettings.rides, asOf, new Map());
    return rides.flatMap((ride, at) => sourcedRideOf(ride, asOf, rides[at - 1]) ?? []);
  };
  const others = [...byRider].filter(([rider]) => rider !== own).flatMap(([, of]) => ridesOf(of));
  const found = exposuresOf(ridesOf(byRider.get(own) ?? []), others, () => parametersOn(townSettings, day));
  return found.map((each) => JSON.stringify(each)).sort();
}

test('W-22 W-23 W-25 who is not read cannot have been met: as many are found as when everybody of the day is read', async () => {
  const here = await openInstallation([townSettings]);
  try {
    const vault = await here.needs.vault.day('420100', day);
    if (!vault) throw new Error('the day opens');
    const worlds = Array.from({ length: quarters }, (_, seed) =>
      worldOf(seed, (_id, subjectId) => ({
        rider: vault.pseudonym(subjectId),
        sealed: vault.seal(_id, { subjectId }),
      })),
    );
    for (const records of worlds) await here.store.insertMany(scans, records);
    let exposures = 0;
    for (const [seed, records] of worlds.entries()) {
      const found = await traceIn(here, questionAbout(`${seed}.0`, { from: day, to: day, asOf }));
      const told = found.exposures.map(({ seal, day: _day, flags, ...each }) => JSON.stringify({ ...each, flags: [] }));
      const all = exposedOfAll(records, vault.pseudonym(`p_per-${seed}.0`));
      expect([seed, told.sort()]).toEqual([seed, all]);
      exposures += all.length;
    }
    expect(exposures).toBeGreaterThan(quarters);
  } finally {
    await here.close();
  }
});
