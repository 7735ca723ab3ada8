import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { keyFileService } from '@tongcheng/cloudfunctions/adapters/key-file/key-file';
import { httpHealthStatus } from '@tongcheng/cloudfunctions/adapters/providers-http/health-status';
import { openSqliteStore } from '@tongcheng/cloudfunctions/adapters/sqlite/open-sqlite-store';
import { makeSigningKeys } from '@tongcheng/cloudfunctions/app/sessions/signing-keys';
import { makeCityOf, makeVenueOf } from '@tongcheng/cloudfunctions/app/venues/cached-records';
import { codeSignerOf } from '@tongcheng/cloudfunctions/app/venues/codes/code-signer';
import { cities, type VenueRecord, venues } from '@tongcheng/cloudfunctions/app/venues/records';
import { makeResolveCode } from '@tongcheng/cloudfunctions/app/venues/resolve-code';
import type { DocumentStore } from '@tongcheng/cloudfunctions/ports/document-store';
import { makeVault } from '@tongcheng/cloudfunctions/vault/make-vault';
import { CitySettings } from '@tongcheng/shared/venues/city-settings';
import { seededChance } from './chance';
import { standingClock } from './clock';
import { keysIn } from './keys';
import { places } from './places';
import { aCity } from './records';
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
  admissionRules: [
    {
      ruleId: 'town',
      version: 4,
      city: '420100',
      from: 0,
      requires: ['identity', 'green-status'],
      text: { zh: '绿码', en: 'Green' },
    },
  ],
  reports: { formFromHour: 5, protection: 'none' },
});

/** A city whose day begins at midnight. */
const midnightSettings: CitySettings = { ...townSettings, city: '210100', rolloverHour: 0 };

/** A health-code platform that never answers; nothing here asks it. */
const nowhere = httpHealthStatus({ url: 'http://127.0.0.1:1', secret: 'of nobody', timeoutMs: 10 });

/** The need names of this room over a store; a second one over the same store is a second instance. */
export const instanceOver = async (store: DocumentStore, time = standingClock(clock('08:00:00'))) => {
  const keys = keyFileService(new Uint8Array(32).fill(9));
  const vault = await makeVault({
    ...{ store, keys, clock: time },
    keyStore: keysIn(store, time),
    chance: seededChance(`vault ${time.now()}`),
  });
  const needs = {
    store,
    clock: time,
    vault,
    cityOf: makeCityOf({ store, clock: time }),
    venueOf: makeVenueOf({ store, clock: time }),
    resolveCode: makeResolveCode({ store, keys, clock: time }),
    signingKeys: makeSigningKeys(await keys.derive('scan-signing')),
    chance: seededChance('installation'),
    healthStatus: nowhere,
  };
  return { needs, clock: time, keys };
};

/** A whole installation in a folder of its own: real store, real vault, real codes; a few venues in two cities. */
export const openInstallation = async (settings: readonly CitySettings[] = [townSettings, midnightSettings]) => {
  const folder = mkdtempSync(join(tmpdir(), 'tongcheng-rides-'));
  const store = openSqliteStore({ folder });
  for (const each of settings) await store.insert(cities, aCity(each));
  await store.insertMany(venues, Object.values(places));
  const instance = await instanceOver(store);
  const signer = await codeSignerOf(instance.keys);
  const codeOf = ({ city, serial, generation, demonstration }: VenueRecord) =>
    signer.sign({ city, serial, generation, demonstration: demonstration === true });
  const close = async () => {
    await store.close();
    rmSync(folder, { recursive: true, force: true });
  };
  return { ...instance, store, folder, codeOf, close };
};

/** An open installation. */
export type Installation = Awaited<ReturnType<typeof openInstallation>>;
