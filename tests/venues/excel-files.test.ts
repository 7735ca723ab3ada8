import { readFileSync } from 'node:fs';
import { importCity } from '@tongcheng/cloudfunctions/app/venues/import/import-city';
import { importVenues } from '@tongcheng/cloudfunctions/app/venues/import-venues';
import { previewImport } from '@tongcheng/cloudfunctions/app/venues/preview-import';
import { venueSerials, venues } from '@tongcheng/cloudfunctions/app/venues/records';
import { csvText, readCsv } from '@tongcheng/shared/csv';
import { tableText } from '@tongcheng/shared/table-text';
import { anOfficial } from '../world/callers';
import { openVenueInstallation, wuhanSettings } from '../world/venue-installation';

jest.setTimeout(60_000);

const utf8 = (text: string) => new TextEncoder().encode(text);
const rows = [
  ['id', 'name'],
  ['1', '刘家塆'],
  ['2', '循礼门'],
];
const read = (text: string) => readCsv(text)?.rows.map(({ row, cells }) => [row, cells.id, cells.name]);
const expected = [
  [2, '1', '刘家塆'],
  [3, '2', '循礼门'],
];

test.each<[string, string]>([
  ['commas', rows.map((row) => row.join(',')).join('\r\n')],
  ['semicolons', rows.map((row) => row.join(';')).join('\r\n')],
  ['tabs', rows.map((row) => row.join('\t')).join('\r\n')],
  ['sep=,', `sep=,\r\n${rows.map((row) => row.join(',')).join('\r\n')}`],
  ['sep=;', `sep=;\r\n${rows.map((row) => row.join(';')).join('\r\n')}`],
  ['sep=, saved again in quotes', `"sep=,",,\r\n${rows.map((row) => row.join(',')).join('\r\n')}`],
  ['a byte order mark', `\uFEFF${rows.map((row) => row.join(',')).join('\r\n')}`],
  ['a byte order mark and sep=', `\uFEFFsep=\t\r\n${rows.map((row) => row.join('\t')).join('\r\n')}`],
  ['empty cells behind each row', rows.map((row) => `${row.join(',')},,,`).join('\r\n')],
  ['empty cells behind some rows', 'id,name\r\n1,刘家塆,,,,\r\n2,循礼门\r\n,,,\r\n'],
  ['wide names of columns', 'ＩＤ,Ｎａｍｅ\r\n1,刘家塆\r\n2,循礼门'],
])('a table with %s is read', (_, text) => expect(read(text)).toEqual(expected));

test('a row that is really longer is named, and its cells are kept', () => {
  const table = readCsv('a,b\n1,2,3,\n4,5,,');
  expect(table?.tooLong).toEqual([2]);
  expect(table?.lines[0]?.cells).toEqual(['1', '2', '3']);
});

test('a separator inside quotes decides nothing', () => {
  expect(readCsv('"a;b;c;d",e\n1,2')?.columns).toEqual(['a;b;c;d', 'e']);
});

test('what is written is read again', () => {
  const lines = [
    ['a', 'b'],
    ['1;2', ' x "y" '],
    ['3\n4', '循礼门'],
  ];
  expect(readCsv(csvText(lines))?.rows.map(({ cells }) => [cells.a, cells.b])).toEqual([
    ['1;2', 'x "y"'],
    ['3\n4', '循礼门'],
  ]);
});

describe('the bytes of a file', () => {
  // 循礼门 in GB 18030, and 𧒽 (U+274BD), which needs four bytes there.
  const gb18030 = [0xd1, 0xad, 0xc0, 0xf1, 0xc3, 0xc5, 0x2c, 0x97, 0x32, 0xd0, 0x33];
  test('GB 18030, as a Chinese Excel saves', () => {
    const text = tableText(Uint8Array.from(gb18030));
    expect(text.slice(0, 4)).toBe('循礼门,');
    expect(text).not.toContain('\uFFFD');
  });
  test.each<[string, Uint8Array]>([
    ['UTF-8', utf8('循礼门')],
    ['UTF-8 with its mark', utf8('\uFEFF循礼门')],
    [
      'UTF-16, as “Unicode text”',
      Uint8Array.from([0xff, 0xfe, ...new Uint8Array(Uint16Array.from('循礼门', (c) => c.charCodeAt(0)).buffer)]),
    ],
  ])('%s', (_, bytes) => expect(tableText(bytes)).toBe('循礼门'));
  test('what is none of them is no table', () => {
    expect(readCsv(tableText(Uint8Array.from([0x61, 0x2c, 0x62, 0x0a, 0xff, 0xff])))).toBeUndefined();
  });
});

test('the offered template has the mark by which Excel keeps its characters, and is read', () => {
  const bytes = readFileSync('console/public/venues-template.csv');
  expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  expect(readCsv(tableText(bytes))?.rows.length).toBeGreaterThan(0);
});

test('a preview says what an import will do, and changes nothing', async () => {
  const { needs, close } = openVenueInstallation();
  await importCity(needs, wuhanSettings(), []);
  const official = anOfficial();
  const head = 'id;mode;kind;name_zh;name_en;plate;;';
  const csv = (name: string) =>
    [head, `s1;metro;station;${name};;;;`, 'b1;bus;vehicle;车;;鄂A・12345;;', 'b2;plane;vehicle;车;;;;'].join('\r\n');
  const preview = (name: string) => previewImport(needs, official, { city: '420100', csv: csv(name) });
  const take = (name: string) => importVenues(needs, official, { city: '420100', csv: csv(name) });
  for (const [name, counts] of [
    ['循礼门', { added: 2, changed: 0, unchanged: 0 }],
    ['循礼门站', { added: 0, changed: 1, unchanged: 1 }],
    ['循礼门站', { added: 0, changed: 0, unchanged: 2 }],
  ] as const) {
    const before = await needs.store.find(venues, { where: {}, limit: 100 });
    const serials = await needs.store.count(venueSerials, {});
    const shown = await preview(name);
    expect(shown).toMatchObject({ value: { ...counts, badRows: [{ row: 4 }] } });
    expect(await needs.store.find(venues, { where: {}, limit: 100 })).toEqual(before);
    expect(await needs.store.count(venueSerials, {})).toBe(serials);
    expect(await take(name)).toEqual(shown);
  }
  expect(
    await previewImport(needs, anOfficial({ cities: ['210100'] }), { city: '420100', csv: csv('x') }),
  ).toMatchObject({
    failure: { code: 'city-unknown' },
  });
  expect(await previewImport(needs, official, { city: '420100', csv: 'PK\0' })).toMatchObject({
    failure: { code: 'file-unreadable' },
  });
  await close();
});
