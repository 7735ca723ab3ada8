import { correctMeaning } from '@tongcheng/cloudfunctions/app/rides/correct-meaning';
import { recordBatch } from '@tongcheng/cloudfunctions/app/rides/record-batch';
import { recordScan } from '@tongcheng/cloudfunctions/app/rides/record-scan';
import { scans } from '@tongcheng/cloudfunctions/app/rides/scan-record';
import { cities, venues } from '@tongcheng/cloudfunctions/app/venues/records';
import type { DocumentStore } from '@tongcheng/cloudfunctions/ports/document-store';
import { minuteMs } from '@tongcheng/shared/time';
import { aRider, aScan, idAt } from '../world/callers';
import { type Installation, openInstallation, townSettings } from '../world/installation';
import { places } from '../world/places';
import { aCity } from '../world/records';
import { clock } from '../world/ride-settings';
import { answered, refusalOf } from '../world/rider';

let here: Installation;
beforeEach(async () => {
  here = await openInstallation();
  here.clock.set(clock('08:00:00'));
});
afterEach(() => here.close());

const rider = aRider('1');
const day = '2022-06-02';
const send = (code: string) => recordScan(here.needs, rider, aScan(here, 'bus1', here.clock.now(), { code }));

/** The same needs over a store whose other user takes the id of every document and then deletes it. */
const whereIdsAreTaken = () => {
  const store: DocumentStore = {
    ...here.store,
    insert: async () => 'exists',
    insertMany: async (_into, documents) => documents.map(() => 'exists'),
  };
  return { ...here.needs, store };
};

test('W-18 a code of ours whose venue was taken out is revoked and records nothing', async () => {
  const code = here.codeOf({ ...places.bus1, serial: 77 });
  expect(refusalOf(await send(code))).toBe('code-revoked');
  expect(await here.store.days(scans)).toEqual([]);
  await here.store.insert(venues, { ...places.bus1, _id: 'bus-77', serial: 77 });
  here.clock.set(here.clock.now() + minuteMs);
  expect(answered(await send(code)).venue.venueId).toBe('bus-77');
});

test('W-17 a code of a city that is not served here is foreign; once it is served the code is good', async () => {
  const elsewhere = { ...places.bus1, _id: 'bus-88', serial: 88, city: '310100' };
  await here.store.insert(venues, elsewhere);
  expect(refusalOf(await send(here.codeOf(elsewhere)))).toBe('code-foreign');
  await here.store.insert(cities, aCity({ ...townSettings, city: '310100' }));
  here.clock.set(here.clock.now() + 10 * minuteMs);
  expect(answered(await send(here.codeOf(elsewhere))).venue.venueId).toBe('bus-88');
});

test('X-01 a scan whose record vanished while it was registered is not said to be registered, alone or in a batch', async () => {
  const scan = aScan(here, 'bus1', here.clock.now());
  expect(refusalOf(await recordScan(whereIdsAreTaken(), rider, scan))).toBe('scan-too-old');
  const batch = answered(await recordBatch(whereIdsAreTaken(), rider, { scans: [scan] }));
  expect(batch.items).toMatchObject([{ ok: false, failure: { code: 'scan-too-old' } }]);
  expect(answered(await recordScan(here.needs, rider, scan)).meaning).toBe('board');
});

describe('correcting a meaning', () => {
  const correction = (scanId: string, city = '420100') =>
    ({ correctionId: idAt(here.clock.now()), city, scanId, meaning: 'alight' }) as const;
  const scanned = async () => answered(await send(here.codeOf(places.bus1))).scanId;

  test('a city that is not served has nothing to correct', async () => {
    const scanId = await scanned();
    expect(refusalOf(await correctMeaning(here.needs, rider, correction(scanId, '310100')))).toBe('city-unknown');
    answered(await correctMeaning(here.needs, rider, correction(scanId)));
  });

  test('X-03 when the day is destroyed while a correction is made, it is too late and nothing is written', async () => {
    const scanId = await scanned();
    const { vault } = here.needs;
    let asked = 0;
    const destroyedAfter = (times: number) => ({
      ...vault,
      day: async (city: string, of: string) => {
        if (of === day) asked += 1;
        if (of === day && asked > times) return undefined;
        return vault.day(city, of);
      },
    });
    const dying = { ...here.needs, vault: destroyedAfter(1) };
    expect(refusalOf(await correctMeaning(dying, rider, correction(scanId)))).toBe('correction-too-late');
    expect(await here.store.count(scans, { day })).toBe(1);
    answered(await correctMeaning(here.needs, rider, correction(scanId)));
    expect(await here.store.count(scans, { day })).toBe(2);
  });

  test('a correction whose record vanished while it was made is a conflict, not a success', async () => {
    const scanId = await scanned();
    expect(refusalOf(await correctMeaning(whereIdsAreTaken(), rider, correction(scanId)))).toBe('scan-conflict');
    answered(await correctMeaning(here.needs, rider, correction(scanId)));
  });
});
