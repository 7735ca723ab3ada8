import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type ScanRecord, scanKey, scans } from '@tongcheng/cloudfunctions/app/rides/scan-record';
import { subjectOf } from '@tongcheng/cloudfunctions/app/rides/scanning/scan-subject';
import { factsText } from '@tongcheng/cloudfunctions/app/rides/scanning/verdict-facts';
import { cities, type VenueRecord, venues } from '@tongcheng/cloudfunctions/app/venues/records';
import type { DayVault } from '@tongcheng/cloudfunctions/vault/vault';
import type { Container } from '@tongcheng/cloudfunctions/wiring/container';
import { newId } from '@tongcheng/shared/ids';
import { type Day, dayMs, dayStart, minuteMs } from '@tongcheng/shared/time';
import * as z from 'zod';
import { settings } from './case-settings';
import {
  city,
  days,
  type LivedRide,
  livedOn,
  numbersOf,
  type Place,
  placesOf,
  ridersOfDistrict,
} from './city-of-cases';

type Needs = Pick<Container, 'store' | 'vault'>;
type SubjectOf = (rider: number) => string;

/** Of two scans at most: a write takes a thousand. */
const ridesAtOnce = 500;

/** The facts of a rider of the first district, whose people are enrolled. */
export const factsOf = (rider: number) => ({
  name: `演示${String.fromCharCode(0x4e00 + (rider % 8_000))}${String.fromCharCode(0x4e00 + ((rider * 31) % 8_000))}`,
  documentKind: 'passport' as const,
  documentNumber: `E${String(10_000_000 + rider)}`,
  phone: `139${String(rider).padStart(8, '0')}`,
});

/** Districts, and of how many riders each: fewer make a part of one, for a store that keeps nothing between runs. */
export interface CitySize {
  readonly districts: number;
  readonly riders: number;
}

/** The size of a city of so many million scans. */
export const sizeOf = (millions: number): CitySize =>
  millions < 1
    ? { districts: 1, riders: Math.ceil(millions * ridersOfDistrict) }
    : { districts: millions, riders: ridersOfDistrict };

/** Adds districts to the city in a folder until it has so many; what is there is not written again, so that a build goes on where it stopped. */
export async function buildCity(needs: Needs, folder: string, size: CitySize, say: (what: string) => void) {
  const { districts, riders } = size;
  await needs.store.insert(cities, { _id: city, settings, changedAt: 0 });
  const people = await enrolledPeople(needs, folder, riders);
  for (let district = 0; district < districts; district += 1) {
    await once(folder, `venues/${district}`, () => placeVenues(needs, district));
    const subjects = district === 0 ? people : strangersOf(district);
    const subject: SubjectOf = (rider) => subjects[rider] ?? '';
    for (const day of days)
      await once(folder, `rides/${day}-${district}.csv`, () => liveDay(needs, district, day, riders, subject));
    say(`district ${district + 1} of ${districts} is there`);
  }
}

/** Does it unless it was done; what it gives is kept as a file, by which that is known. */
async function once(folder: string, name: string, work: () => Promise<string>): Promise<string> {
  const file = join(folder, name);
  if (existsSync(file)) return readFileSync(file, 'utf8');
  const text = await work();
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(`${file}.draft`, text);
  renameSync(`${file}.draft`, file);
  return text;
}

const Subjects = z.array(z.string());

/** Subjects of the first district, by number: any of them can be the rider of a case. */
async function enrolledPeople({ vault }: Needs, folder: string, riders: number): Promise<readonly string[]> {
  const text = await once(folder, 'people.json', async () => {
    const subjects: string[] = [];
    for (let from = 0; from < riders; from += 250) {
      const numbers = Array.from({ length: Math.min(250, riders - from) }, (_, at) => from + at);
      const enrolled = await Promise.all(numbers.map((rider) => vault.enrol(factsOf(rider))));
      for (const { personId } of enrolled) subjects.push(subjectOf({ personId, accountId: '' }));
    }
    return JSON.stringify(subjects);
  });
  return Subjects.parse(JSON.parse(text));
}

/** Of the other districts nobody is enrolled: they are there to be many. */
function strangersOf(district: number): readonly string[] {
  const bytes = bytesFrom(numbersOf(`people ${district}`));
  const at = dayStart(days[0] ?? '') - dayMs;
  return Array.from({ length: ridersOfDistrict }, () => subjectOf({ personId: newId(at, bytes), accountId: '' }));
}

const bytesFrom = (random: () => number) => (size: number) =>
  Uint8Array.from({ length: size }, () => Math.floor(random() * 256));

async function placeVenues({ store }: Needs, district: number): Promise<string> {
  const all = placesOf(district).map((place, at): VenueRecord => {
    const serial = district * 1_000 + at + 1;
    return {
      ...{
        _id: place.venueId,
        city,
        mode: place.mode,
        kind: place.kind,
        name: { zh: place.venueId, en: place.venueId },
      },
      ...(place.lineId !== undefined && { lineId: place.lineId, lineName: { zh: place.lineId, en: place.lineId } }),
      ...{ postings: [], serial, shortCode: `C${serial}`, generation: 0, issuedAt: 0, revoked: false },
    };
  });
  await store.insertMany(venues, all);
  return '';
}

/** Writes the scans of a district's day as the product keeps them, and gives its rides as they were, a line each. */
async function liveDay(
  { store, vault }: Needs,
  district: number,
  day: Day,
  riders: number,
  subject: SubjectOf,
): Promise<string> {
  const dayVault = await vault.day(city, day);
  if (!dayVault) throw new Error(`${day} has no key`);
  const rides = livedOn(district, day, riders);
  const recordsOf = sealing(dayVault, day, `${district} ${day}`, subject);
  // One group is written while the next one is sealed.
  let writing: Promise<unknown> = Promise.resolve();
  for (let at = 0; at < rides.length; at += ridesAtOnce) {
    const records = recordsOf(rides.slice(at, at + ridesAtOnce));
    await writing;
    writing = store.insertMany(scans, records);
  }
  await writing;
  const lines = rides.map(({ rider, place, from, to }) =>
    [day, place.mode, place.venueId, district * ridersOfDistrict + rider, from, to].join(),
  );
  return `${lines.join('\n')}\n`;
}

/** Makes records of rides, those of a rider numbered as they come. */
function sealing(dayVault: DayVault, day: Day, seed: string, subject: SubjectOf) {
  const chance = bytesFrom(numbersOf(`ids ${seed}`));
  const marks = new Map<number, { readonly rider: string; ordinal: number }>();
  const recordOf = (rider: number, party: number, { at, place, meaning }: LivedRide['scans'][number]): ScanRecord => {
    const mark = marks.get(rider) ?? { rider: dayVault.pseudonym(subject(rider)), ordinal: 0 };
    marks.set(rider, mark);
    mark.ordinal += 1;
    const _id = scanKey(day, newId(at, chance));
    return {
      ...{ _id, day, city, scannedAt: at, recordedAt: at + 300, rider: mark.rider },
      sealed: dayVault.seal(_id, { subjectId: subject(rider), maskedName: '演**', facts: greenAt(at) }),
      ...placeFields(place),
      ...{ meaning, decision: 'admit', colour: 'green', statusSource: 'provincial-health-code', reasons: [] },
      ...{ ruleId: 'city-of-cases', ruleVersion: 1, party, flags: [], by: 'rider' },
      digest: dayVault.pseudonym(`scan.${at}.${place.venueId}`),
      ordinal: mark.ordinal,
    };
  };
  return (rides: readonly LivedRide[]): readonly ScanRecord[] =>
    rides.flatMap(({ rider, party, scans: made }) => made.map((scan) => recordOf(rider, party, scan)));
}

const placeFields = ({ venueId, mode, kind, lineId }: Place) => ({
  ...{ venueId, mode, venueKind: kind },
  ...(lineId !== undefined && { lineId }),
});

const greenAt = (at: number): string => {
  const status = { colour: 'green', issuedAt: at - 30 * minuteMs, expiresAt: at + dayMs } as const;
  const facts = { identity: true, code: 'valid', status: { ...status, source: 'provincial-health-code' }, test: null };
  return factsText({ facts: { ...facts, code: 'valid' }, decidedAt: 'recorded' });
};
