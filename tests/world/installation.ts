import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openSqliteStore } from '@tongcheng/cloudfunctions/adapters/sqlite/open-sqlite-store';
import { makeStaffOf } from '@tongcheng/cloudfunctions/app/oversight/staff-record';
import { makeUsualOf } from '@tongcheng/cloudfunctions/app/rides/usual/usual-of';
import { makeCityOf, makeVenueOf, makeWayOf } from '@tongcheng/cloudfunctions/app/venues/cached-records';
import { codeSignerOf } from '@tongcheng/cloudfunctions/app/venues/codes/code-signer';
import { cities, type VenueRecord, venues } from '@tongcheng/cloudfunctions/app/venues/records';
import { makeResolveCode } from '@tongcheng/cloudfunctions/app/venues/resolve-code';
import type { DocumentStore } from '@tongcheng/cloudfunctions/ports/document-store';
import type { KeyService } from '@tongcheng/cloudfunctions/ports/key-service';
import { CitySettings } from '@tongcheng/shared/venues/city-settings';
import { ProvinceSettings } from '@tongcheng/shared/venues/province-settings';
import { standingClock } from './clock';
import { instanceOver } from './instance';
import { places } from './places';
import { aCity, admissionRule } from './records';
import { clock, rideSettings } from './ride-settings';

/** The settings of the town that most tests play in: its day begins at three, riders are identified and green. */
export const townSettings: CitySettings = CitySettings.parse({
  city: '420100',
  name: { zh: '武汉', en: 'Wuhan' },
  hotline: '027-81886666',
  rolloverHour: 3,
  retentionDays: 30,
  cardKinds: [],
  modes: ['bus', 'metro', 'taxi', 'ferry'],
  notices: [],
  rides: rideSettings,
  admissionRules: [admissionRule(['identity', 'green-status'])],
  reports: { formFromHour: 5, protection: 'none' },
});

/** The settings of a province with coaches. */
export const provinceSettings: ProvinceSettings = ProvinceSettings.parse({
  province: '420000',
  name: { zh: '湖北', en: 'Hubei' },
  hotline: '12328',
  retentionDays: 400,
  capabilities: { coaches: { retentionDays: 400 } },
  reports: { formFromHour: 4, protection: 'none' },
});

/** A city whose day begins at midnight. */
const midnightSettings: CitySettings = { ...townSettings, city: '210100', rolloverHour: 0 };

/**
 * An instance with what the rides room needs besides, over one store; a second one over the same store, at another time, is a
 * second instance. No outside service is open: the health-code platform is away.
 */
export const rideInstanceOver = async (
  store: DocumentStore,
  time = standingClock(clock('08:00:00')),
  seed = `rides ${time.now()}`,
) => {
  const instance = await instanceOver(store, time, seed);
  const needs = {
    ...instance,
    cityOf: makeCityOf(instance),
    venueOf: makeVenueOf(instance),
    wayOf: makeWayOf(instance),
    staffOf: makeStaffOf(instance),
    usualOf: makeUsualOf(instance),
    resolveCode: makeResolveCode(instance),
  };
  return { needs, clock: time, keys: instance.keys };
};

/** The codes of venues as they are posted, signed as the product signs them. */
export const postedCodes = async (keys: KeyService) => {
  const signer = await codeSignerOf(keys);
  return ({ city, serial, generation, demonstration }: VenueRecord) =>
    signer.sign({ city, serial, generation, demonstration: demonstration === true });
};

/** A whole installation in a folder of its own: real store, real vault, real codes; a few venues in two cities. */
export const openInstallation = async (settings: readonly CitySettings[] = [townSettings, midnightSettings]) => {
  const folder = mkdtempSync(join(tmpdir(), 'tongcheng-rides-'));
  const store = openSqliteStore({ folder });
  for (const each of settings) await store.insert(cities, aCity(each));
  await store.insertMany(venues, Object.values(places));
  const instance = await rideInstanceOver(store);
  const codeOf = await postedCodes(instance.keys);
  const close = async () => {
    await store.close();
    rmSync(folder, { recursive: true, force: true });
  };
  return { ...instance, store, folder, codeOf, close };
};

/** An open installation. */
export type Installation = Awaited<ReturnType<typeof openInstallation>>;
