import { findPlaces } from '@tongcheng/cloudfunctions/app/venues/find-places';
import { importCity } from '@tongcheng/cloudfunctions/app/venues/import/import-city';
import { anOfficial } from '../world/callers';
import { openVenueInstallation, wuhanSettings } from '../world/venue-installation';

const csv = [
  'id,mode,kind,name_zh,name_en,line_id,line_zh,line_en,plate',
  'bus-1-01,bus,vehicle,鄂A·12345D,鄂A·12345D,bus-1,1路,Route 1,鄂A12345D',
  'bus-1-02,bus,vehicle,鄂A·12346D,鄂A·12346D,bus-1,1路,Route 1,鄂A12346D',
  'metro-2-hk,metro,station,汉口火车站,Hankou Railway Station,metro-2,2号线,Line 2,',
].join('\n');

test('X-07 lines are found by a part of their name, venues by name, word of the English name or plate; no code comes along', async () => {
  const { needs, close } = openVenueInstallation();
  await importCity(needs, wuhanSettings(), [csv]);
  const find = async (search: string) => {
    const told = await findPlaces(needs, anOfficial(), { city: '420100', search });
    if (!told.ok) throw new Error(told.failure.code);
    return [told.value.lines.map(({ lineId }) => lineId), told.value.venues.map(({ venueId }) => venueId)];
  };
  expect(await find('号线')).toEqual([['metro-2'], []]);
  expect(await find('Railway')).toEqual([[], ['420100-metro-2-hk']]);
  expect(await find('鄂A12346')).toEqual([[], ['420100-bus-1-02']]);
  expect(await find('route 1')).toEqual([['bus-1'], []]);
  expect(await find(' ')).toEqual([[], []]);
  const told = await findPlaces(needs, anOfficial(), { city: '420100', search: '汉口' });
  expect(JSON.stringify(told)).not.toMatch(/shortCode|link/);
  close();
});

test('another city is none', async () => {
  const { needs, close } = openVenueInstallation();
  expect(await findPlaces(needs, anOfficial(), { city: '420200', search: 'a' })).toMatchObject({
    failure: { code: 'city-unknown' },
  });
  close();
});
