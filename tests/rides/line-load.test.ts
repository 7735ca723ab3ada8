import { correctMeaning } from '@tongcheng/cloudfunctions/app/rides/correct-meaning';
import { lineLoad } from '@tongcheng/cloudfunctions/app/rides/line-load';
import { recordScan } from '@tongcheng/cloudfunctions/app/rides/record-scan';
import { venues } from '@tongcheng/cloudfunctions/app/venues/records';
import { lineLoad as endpoint } from '@tongcheng/shared/rides/api';
import { anOfficial, aRider, aScan, aStranger, idAt } from '../world/callers';
import { type Installation, openInstallation } from '../world/installation';
import type { PlaceName } from '../world/places';
import { aVenue } from '../world/records';
import { clock } from '../world/ride-settings';
import { answered } from '../world/rider';

let here: Installation;
beforeEach(async () => {
  here = await openInstallation();
});
afterEach(() => here.close());

const city = '420100';

async function scan(place: PlaceName, time: string, who = aRider('1')) {
  here.clock.set(clock(time));
  return answered(await recordScan(here.needs, who, aScan(here, place, clock(time))));
}

const load = async (lineId?: string) => {
  const input = { city, ...(lineId !== undefined && { lineId }) };
  return endpoint.output.parse(answered(await lineLoad(here.needs, anOfficial(), input)));
};

test('X-12 people get on and off a line’s bus; whoever is refused does not, and a correction counts as it reads now', async () => {
  expect(await load()).toMatchObject({ lines: [], places: [] });
  for (let i = 0; i < 7; i += 1) await scan('bus1', `08:0${i}:00`, aRider(`${i}`));
  for (let i = 0; i < 5; i += 1) await scan('bus1', `08:3${i}:00`, aRider(`${i}`));
  await scan('bus1', '08:40:00', aStranger('9'));
  await scan('bus2', '08:50:00');
  const [bus] = (await load()).places;
  expect(await load()).toMatchObject({ lineId: 'L1', lines: [{ lineId: 'L1', mode: 'bus' }, { lineId: 'L2' }] });
  expect(bus).toEqual({ venueId: 'bus-1', kind: 'vehicle', name: expect.anything(), boarded: 7, alighted: 5 });

  const last = await scan('bus1', '09:00:00', aRider('6'));
  const about = { city, scanId: last.scanId, correctionId: idAt(clock('09:00:10')) };
  here.clock.set(clock('09:00:10'));
  answered(await correctMeaning(here.needs, aRider('6'), { ...about, meaning: 'board' }));
  expect((await load('L1')).places).toMatchObject([{ boarded: 8, alighted: 5 }]);
});

test('X-04 fewer than five people at a place are not counted out', async () => {
  await scan('bus2', '08:00:00');
  const [bus] = (await load('L2')).places;
  expect([bus?.venueId, bus?.boarded, bus?.alighted]).toEqual(['bus-2', undefined, 0]);
});

test('a line has its stops in order, those that it shares with others in between, and neither carriages nor demonstrations', async () => {
  const line = { mode: 'metro', kind: 'station', lineId: 'M9', lineName: { zh: '9号线', en: 'Line 9' } } as const;
  const { lineId: _of, ...shared } = { ...line, lineName: { zh: '9号线 / 4号线', en: 'Line 9 / Line 4' } };
  const stations = [
    aVenue({ ...line, _id: 'z-first', serial: 101, lat: 30, lng: 114 }),
    aVenue({ ...line, _id: 'a-last', serial: 102, lat: 30, lng: 114.3 }),
    aVenue({ ...shared, _id: 'between', serial: 20, lat: 30.01, lng: 114.2 }),
    aVenue({ ...shared, _id: 'another', serial: 21, lineName: { zh: '4号线 / 19号线', en: 'Line 4 / Line 19' } }),
    aVenue({ ...line, _id: 'car', serial: 103, kind: 'carriage' }),
    aVenue({ ...line, _id: 'demo-9', serial: 104, demonstration: true }),
  ];
  await here.store.insertMany(venues, stations);
  const { places } = await load('M9');
  expect(places.map(({ venueId, shared: isShared }) => [venueId, isShared])).toEqual([
    ['z-first', undefined],
    ['between', true],
    ['a-last', undefined],
  ]);
});

test('a line that nobody knows has no places; another city does not exist', async () => {
  expect(await load('L99')).toMatchObject({ lineId: 'L99', places: [] });
  expect(await lineLoad(here.needs, anOfficial(), { city: '110000' })).toMatchObject({
    failure: { code: 'city-unknown' },
  });
});
