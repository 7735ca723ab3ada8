import { placeWords } from '@tongcheng/cloudfunctions/app/reports/content/venue-cells';

test('R-07 a plate stands once, whatever a venue’s name says', () => {
  const of = (zh: string, en: string) => placeWords({ name: { zh, en }, plate: '鄂A12345D' });
  expect(of('715路 鄂A12345D', 'Bus 715 鄂A12345D')).toBe('715路 Bus 715 鄂A12345D');
  expect(of('鄂A·12345D', '鄂A·12345D')).toBe('鄂A12345D');
  expect(of('公交车（鄂a 12345d）', 'Bus 12')).toBe('公交车 Bus 12 鄂A12345D');
  expect(of('bus-1', 'bus-1')).toBe('bus-1 鄂A12345D');
});
