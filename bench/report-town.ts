import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { openDiskObjects } from '@tongcheng/cloudfunctions/adapters/disk/disk-objects';
import { keyFileService } from '@tongcheng/cloudfunctions/adapters/key-file/key-file';
import { openSqliteStore } from '@tongcheng/cloudfunctions/adapters/sqlite/open-sqlite-store';
import { openStoreKeys } from '@tongcheng/cloudfunctions/adapters/store-keys/store-keys';
import { openStoreLease } from '@tongcheng/cloudfunctions/adapters/store-lease/store-lease';
import type { FormingNeeds } from '@tongcheng/cloudfunctions/app/reports/forming/needs';
import type { ReportPlan } from '@tongcheng/cloudfunctions/app/reports/records';
import { reportSubjects } from '@tongcheng/cloudfunctions/app/reports/subjects/list';
import type { ReportSubject } from '@tongcheng/cloudfunctions/app/reports/subjects/subject';
import { type ScanRecord, scanKey, scans } from '@tongcheng/cloudfunctions/app/rides/scan-record';
import { makeVenueOf } from '@tongcheng/cloudfunctions/app/venues/cached-records';
import { type VenueRecord, venues } from '@tongcheng/cloudfunctions/app/venues/records';
import { makeVault } from '@tongcheng/cloudfunctions/vault/make-vault';
import { caseKeys, dayKeys, epochKeys, personKeys } from '@tongcheng/cloudfunctions/vault/records';
import type { DayVault } from '@tongcheng/cloudfunctions/vault/vault';
import { newId } from '@tongcheng/shared/ids';
import { dayStart, minuteMs } from '@tongcheng/shared/time';
import { CitySettings } from '@tongcheng/shared/venues/city-settings';

export const city = '420100';
export const day = '2026-11-20';
/** Rides of each rider, and how many minutes lie between two of them. */
export interface RidersDay {
  readonly rides: number;
  readonly minutesBetween: number;
}

/** The day of the bench `report`. */
export const usualDay: RidersDay = { rides: 3, minutesBetween: 300 };

/** The day of a report of any size: more rides of fewer riders, who take longer to write than their scans. */
export const busyDay: RidersDay = { rides: 6, minutesBetween: 150 };

const start = dayStart(day);
const lines = 200;
const vehicles = 2_000;

/** The same bytes in each run. */
function chanceFrom(seed: number) {
  let count = 0;
  return (size: number) => {
    const bytes = new Uint8Array(size);
    for (let at = 0; at < size; at += 64) {
      count += 1;
      const block = createHash('sha512').update(`${seed}/${count}`).digest();
      bytes.set(block.subarray(0, Math.min(64, size - at)), at);
    }
    return bytes;
  };
}

export const settings = CitySettings.parse({
  city,
  name: { zh: '武汉', en: 'Wuhan' },
  hotline: '027-81886666',
  rolloverHour: 0,
  retentionDays: 30,
  cardKinds: [],
  modes: ['bus'],
  notices: [],
  rides: {
    repeatWithinSeconds: 120,
    longestRideMinutes: { bus: 120, metro: 180, brt: 120, tram: 120, taxi: 90, ferry: 60 },
    taxiIntervalMinutes: 30,
    lateAfterSeconds: 120,
    offlineDays: 3,
    fastestKmPerHour: 200,
    closedHours: [],
  },
  admissionRules: [],
  reports: { formFromHour: 2, protection: 'link' },
});

const [rides] = reportSubjects;
if (!rides) throw new Error('there are no subjects of reports');

/** The subject that is measured. */
export const ridesOfTown: ReportSubject = rides;

export const plan: ReportPlan = {
  _id: `${city}.${day}.v1`,
  ...{ city, day, version: 1, since: 0, until: start + 30 * 60 * minuteMs, plannedAt: 0 },
  protection: 'link',
  forms: [],
  attempts: [],
  progress: [],
  state: 'planned',
};

/** The report's needs over a folder; all parts are the real ones. */
export async function openTown(folder: string): Promise<FormingNeeds & { readonly close: () => Promise<void> }> {
  const clock = { now: () => plan.until + minuteMs };
  const chance = { bytes: chanceFrom(process.pid) };
  const store = openSqliteStore({ folder: join(folder, 'store') });
  const keys = keyFileService(new Uint8Array(32).fill(5));
  const publicUrl = 'https://tongcheng.example';
  const objects = openDiskObjects({
    folder: join(folder, 'objects'),
    key: new Uint8Array(32).fill(6),
    publicUrl,
    clock,
  });
  return {
    ...{ store, objects, keys, clock, chance, publicUrl },
    vault: await makeVault({
      store,
      keys,
      keyStore: openStoreKeys({
        store,
        clock,
        collections: { day: dayKeys, person: personKeys, case: caseKeys, epoch: epochKeys },
      }),
      clock,
      chance,
    }),
    lease: openStoreLease({ store, clock, chance }),
    log: { event: () => undefined },
    cityOf: async () => settings,
    provinceOf: async () => undefined,
    venueOf: makeVenueOf({ store, clock }),
    staffOf: async () => undefined,
    usualOf: async () => undefined,
    close: () => store.close(),
  };
}

const venueOf = (number: number): VenueRecord => ({
  _id: `bus-${number}`,
  city,
  mode: 'bus',
  kind: 'vehicle',
  name: { zh: `公交车 ${number}`, en: `Bus ${number}` },
  lineId: `L${number % lines}`,
  lineName: { zh: `${number % lines}路`, en: `Line ${number % lines}` },
  plate: `鄂A${String(10_000 + number)}`,
  postings: [],
  serial: number + 1,
  shortCode: `B${number}`,
  generation: 0,
  issuedAt: 0,
  revoked: false,
});

const factsOf = (number: number) => ({
  name: `演示${String.fromCharCode(0x4e00 + (number % 8_000))}${String.fromCharCode(0x4e00 + ((number * 31) % 8_000))}`,
  documentKind: 'passport' as const,
  documentNumber: `E${String(10_000_000 + number)}`,
  phone: `139${String(number).padStart(8, '0')}`,
});

/** Two scans for each ride; one ride in ten lacks the second. */
function scansOf(
  dayVault: DayVault,
  chance: (size: number) => Uint8Array,
  personId: string,
  number: number,
  { rides: ridesEach, minutesBetween }: RidersDay,
): ScanRecord[] {
  const records: ScanRecord[] = [];
  const rider = dayVault.pseudonym(`p_${personId}`);
  for (let ride = 0; ride < ridesEach; ride += 1) {
    const venue = venueOf((number * 7 + ride * 13) % vehicles);
    const boardedAt = start + (6 * 60 + ride * minutesBetween + (number % 120)) * minuteMs;
    const times = (number + ride) % 10 === 0 ? [boardedAt] : [boardedAt, boardedAt + 25 * minuteMs];
    for (const [which, scannedAt] of times.entries()) {
      const _id = scanKey(day, newId(scannedAt, chance));
      records.push({
        ...{ _id, day, city, scannedAt, recordedAt: scannedAt + 300, rider },
        sealed: dayVault.seal(_id, { subjectId: `p_${personId}`, maskedName: '演**' }),
        ...{ venueId: venue._id, mode: 'bus', venueKind: 'vehicle', lineId: venue.lineId ?? '' },
        meaning: which === 0 ? 'board' : 'alight',
        decision: 'admit',
        colour: 'green',
        reasons: [],
        ...{ ruleId: 'town', ruleVersion: 1, party: 1, flags: [], by: 'rider', digest: _id.slice(-8) },
      });
    }
  }
  return records;
}

/** Scans without their indexes: made once at the end, they cost a tenth of what they cost scan by scan. */
const bareScans: typeof scans = { ...scans, indexes: [] };

/** All numbers below `riders`, those that board in the same minute one after the other: ids begin with the time, and neighbours are quicker to write. */
const inOrderOfMinutes = (riders: number) => (at: number) => {
  const [whole, more] = [Math.floor(riders / 120), riders % 120];
  const inLong = more * (whole + 1);
  if (at < inLong) return Math.floor(at / (whole + 1)) + 120 * (at % (whole + 1));
  return more + Math.floor((at - inLong) / whole) + 120 * ((at - inLong) % whole);
};

/** Fills a folder with the day of `riders` people, once. */
export async function buildTown(folder: string, riders: number, ridersDay: RidersDay): Promise<void> {
  const town = await openTown(folder);
  const chance = chanceFrom(1);
  for (let from = 0; from < vehicles; from += 500) {
    await town.store.insertMany(
      venues,
      Array.from({ length: 500 }, (_, index) => venueOf(from + index)),
    );
  }
  const dayVault = await town.vault.day(city, day);
  if (!dayVault) throw new Error('the day has no key');
  const number = inOrderOfMinutes(riders);
  for (let from = 0; from < riders; from += 250) {
    const numbers = Array.from({ length: Math.min(250, riders - from) }, (_, index) => number(from + index));
    const people = await Promise.all(numbers.map((number) => town.vault.enrol(factsOf(number))));
    const records = people.flatMap(({ personId }, index) =>
      scansOf(dayVault, chance, personId, numbers[index] ?? 0, ridersDay),
    );
    for (let at = 0; at < records.length; at += 1_000)
      await town.store.insertMany(bareScans, records.slice(at, at + 1_000));
  }
  await town.close();
  await withIndexes(folder);
}

/** A store makes the indexes that a collection declares and its table lacks. */
async function withIndexes(folder: string): Promise<void> {
  const { store, close } = await openTown(folder);
  await store.find(scans, { where: { day }, limit: 1 });
  await close();
}
