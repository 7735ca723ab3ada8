import { importCity } from '@tongcheng/cloudfunctions/app/venues/import/import-city';
import { lineBook } from '@tongcheng/cloudfunctions/app/venues/line-book';
import { listVenues } from '@tongcheng/cloudfunctions/app/venues/list-venues';
import { revokeCode } from '@tongcheng/cloudfunctions/app/venues/revoke-code';
import { codeInText, readRideCode } from '@tongcheng/shared/venues/ride-code';
import { anOfficial, aRider } from '../world/callers';
import { openVenueInstallation, wuhanSettings } from '../world/venue-installation';

jest.setTimeout(60_000);

const csv = [
  'id,mode,kind,name_zh,name_en,line_id,line_zh,line_en,plate',
  'bus-1-01,bus,vehicle,鄂A·12345D,鄂A·12345D,bus-1,1路,Route 1,鄂A12345D',
  'bus-1-02,bus,vehicle,鄂A·12346D,鄂A·12346D,bus-1,1路,Route 1,鄂A12346D',
  'bus-2-01,bus,vehicle,鄂A·22345D,鄂A·22345D,bus-2,2路,Route 2,鄂A22345D',
].join('\n');

test('the book of a line names its venues by the numbers in their codes, and nothing that would make a code', async () => {
  const { needs, close } = openVenueInstallation();
  await importCity(needs, wuhanSettings(), [csv]);
  const listed = await listVenues(needs, anOfficial(), { city: '420100', limit: 10 });
  const rows = listed.ok ? listed.value.venues : [];
  const book = await lineBook(needs, aRider('a'), { city: '420100', lineId: 'bus-1' });
  const told = book.ok ? book.value.venues : [];
  expect(told.map(({ venue }) => venue.venueId)).toEqual(['420100-bus-1-01', '420100-bus-1-02']);
  for (const { serial, generation, venue } of told) {
    const code = rows.find(({ venueId }) => venueId === venue.venueId)?.code;
    const link = code?.link ?? '';
    expect(readRideCode(codeInText(link) ?? '')?.fields).toMatchObject({ serial, generation, city: '420100' });
    expect(JSON.stringify(book)).not.toContain(link.slice(-16));
    expect(JSON.stringify(book)).not.toContain(code?.shortCode);
  }
  close();
});

test('W-18 a revoked code leaves the book; an unknown line has no venues, an unknown city is none', async () => {
  const { needs, close } = openVenueInstallation();
  await importCity(needs, wuhanSettings(), [csv]);
  await revokeCode(needs, anOfficial(), { venueId: '420100-bus-1-02', reason: 'stolen sticker' });
  const asked = (city: string, lineId: string) => lineBook(needs, aRider('a'), { city, lineId });
  expect(await asked('420100', 'bus-1')).toMatchObject({ ok: true, value: { venues: [{ generation: 0 }] } });
  expect(await asked('420100', 'bus-9')).toMatchObject({ ok: true, value: { venues: [] } });
  expect(await asked('110000', 'bus-1')).toMatchObject({ ok: false, failure: { code: 'city-unknown' } });
  close();
});
