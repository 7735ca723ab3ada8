import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { writeWorkbook } from '@tongcheng/cloudfunctions/app/workbooks/write-workbook';
import ExcelJS from 'exceljs';
import { strFromU8, unzipSync } from 'fflate';
import { JSDOM } from 'jsdom';
import { aStranger } from '../world/callers';
import { nextMorning, openReportInstallation, type ReportInstallation } from '../world/report-installation';
import { clock } from '../world/ride-settings';

jest.setTimeout(30_000);

let house: ReportInstallation;
afterEach(() => house.close());

const noon = clock('12:00:00');

/** The parts of a day's report as its recipient gets it: three journeys, of bus and metro, and one person refused. */
async function aDay() {
  house = await openReportInstallation('link');
  await house.recipient('bureau@wuhan.example', 'full');
  const one = await house.person(1);
  const two = await house.person(2);
  await house.ride(one.caller, noon, ['bus1', clock('08:00:00')], ['bus1', clock('08:25:00')]);
  await house.ride(two.caller, noon, ['hankou', clock('09:10:00')], ['bus2', clock('10:30:00')]);
  await house.ride(aStranger('x'), noon, ['bus1', clock('08:05:00')]);
  await house.run(nextMorning);
  expect(house.faults).toEqual([]);
  const [mail] = house.server.received;
  if (!mail) throw new Error('no mail came');
  const file = await house.linkedFile(mail);
  const parts = new Map(Object.entries(unzipSync(new Uint8Array(file))).map(([path, xml]) => [path, strFromU8(xml)]));
  return { one, file, parts };
}

const parsed = (xml: string) => new new JSDOM('').window.DOMParser().parseFromString(xml, 'application/xml');

async function opened(file: Uint8Array) {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.read(Readable.from([Buffer.from(file)]));
  return workbook;
}

const sheetOf = (workbook: ExcelJS.Workbook, name: string) => {
  const found = workbook.worksheets.find((sheet) => sheet.name.startsWith(name));
  if (!found) throw new Error(`no sheet ${name}`);
  return found;
};

test('R-07 times are dates that a spreadsheet can sort; numbers of documents and phones stay text', async () => {
  const { one, file } = await aDay();
  const journeys = sheetOf(await opened(file), '乘客行程');
  const row = journeys.getRows(2, 3)?.find((each) => each.getCell(2).value === one.facts.name);
  // exceljs gives the wall clock as if it were UTC.
  expect(row?.getCell(9).value).toEqual(new Date('2022-06-02T08:00:00Z'));
  expect(row?.getCell(10).value).toEqual(new Date('2022-06-02T08:25:00Z'));
  expect(row?.getCell(9).numFmt).toBe('yyyy-mm-dd hh:mm:ss');
  expect(row?.getCell(4).value).toBe(one.facts.documentNumber);
  expect(row?.getCell(5).value).toBe(one.facts.phone);
  expect(row?.getCell(5).numFmt).toBe('@');
});

test('R-07 a date is right to the second for every hour of a year, whatever the host’s zone', async () => {
  const from = Date.UTC(2026, 0, 1);
  const hours = Array.from({ length: 8_760 }, (_, hour) => from + hour * 3_600_000 + (hour % 60) * 1_000);
  const name = { zh: '时间', en: 'Times' };
  const columns = [{ heading: name, width: 20 }];
  const file = await buffer(writeWorkbook([{ name, tab: 1, columns, rows: [hours.map((at) => [{ at }])] }]));
  const times = (await opened(file)).worksheets[0]?.getColumn(1).values.slice(2);
  expect(times).toEqual(hours.map((at) => new Date(at + 8 * 3_600_000)));
});

test('R-07 tables repeat their heading in print, fit the width of the page, freeze it, and can be filtered', async () => {
  const { parts } = await aDay();
  const workbook = parsed(parts.get('xl/workbook.xml') ?? '');
  const sheets = [...workbook.querySelectorAll('sheet')].map((sheet) => sheet.getAttribute('name') ?? '');
  expect(sheets.map((name) => name.split(' ')[0])).toEqual(['概览', '说明', '乘客行程', '汇总', '不完整', '拒乘']);
  const names = [...workbook.querySelectorAll('definedName')].map((each) => [
    each.getAttribute('name'),
    Number(each.getAttribute('localSheetId')),
    each.textContent,
  ]);
  for (const [index, name] of sheets.entries())
    if (index > 0) expect(names).toContainEqual(['_xlnm.Print_Titles', index, `'${name}'!$1:$1`]);
  expect(names).toContainEqual(['_xlnm._FilterDatabase', 2, `'${sheets[2]}'!$A$1:$Q$4`]);
  const journeys = parts.get('xl/worksheets/sheet1.xml') ?? '';
  expect(journeys).toContain('<pane xSplit="2" ySplit="1" topLeftCell="C2" activePane="bottomRight" state="frozen"/>');
  expect(journeys).toContain('<autoFilter ref="A1:Q4"/>');
  expect(journeys).toContain('<pageSetUpPr fitToPage="1"/>');
  expect(journeys).toContain('<pageSetup paperSize="8" orientation="landscape" fitToWidth="1" fitToHeight="0"/>');
});

test('R-07 every part is XML, every relation leads to a part, every part has its content type, and none is a picture', async () => {
  const { parts } = await aDay();
  for (const [path, xml] of parts) {
    expect([path, parsed(xml).querySelector('parsererror')]).toEqual([path, null]);
    if (!path.endsWith('.rels')) continue;
    const folder = path.replace(/_rels\/[^/]*$/, '');
    for (const target of parsed(xml).querySelectorAll('Relationship')) {
      const to = new URL(target.getAttribute('Target') ?? '', `https://x/${folder}`).pathname.slice(1);
      expect(parts.has(to)).toBe(true);
    }
  }
  const types = parsed(parts.get('[Content_Types].xml') ?? '');
  const named = [...types.querySelectorAll('Override')].map((each) => (each.getAttribute('PartName') ?? '').slice(1));
  const content = [...parts.keys()].filter((path) => !path.endsWith('.rels') && path !== '[Content_Types].xml');
  expect(named.toSorted()).toEqual(content.toSorted());
  expect(content.filter((path) => path.includes('media'))).toEqual([]);
});

/** Cells of a page by their address, as text. */
function cellsOf(xml: string): ReadonlyMap<string, string> {
  const cells = parsed(xml).querySelectorAll('c');
  return new Map([...cells].map((cell) => [cell.getAttribute('r') ?? '', cell.textContent ?? '']));
}

/** Addresses of a range of one column, as `'sheet'!$B$8:$B$31` names them. */
function addressesOf(reference: string): readonly string[] {
  const [, column = '', from = '', to = ''] = reference.match(/!\$([A-Z]+)\$(\d+):\$[A-Z]+\$(\d+)$/) ?? [];
  return Array.from({ length: Number(to) - Number(from) + 1 }, (_, index) => `${column}${Number(from) + index}`);
}

test('R-07 the overview is one page whose charts the program draws of its cells; their sums are those of the report', async () => {
  const { parts } = await aDay();
  const number = [...parts.keys()].map((path) => path.match(/sheet(\d+)\.xml\.rels$/)?.[1]).find(Boolean);
  const page = parts.get(`xl/worksheets/sheet${number}.xml`) ?? '';
  expect(page).toContain('<pageSetup paperSize="9" orientation="portrait" fitToWidth="1" fitToHeight="1"/>');
  expect(page).not.toMatch(/<f[ >/]/);
  const cells = cellsOf(page);
  const drawing = parsed(parts.get(`xl/drawings/drawing${number}.xml`) ?? '');
  const anchors = [...drawing.getElementsByTagName('xdr:twoCellAnchor')].map((anchor) =>
    ['xdr:from', 'xdr:to'].map((end) => Number(anchor.getElementsByTagName(end)[0]?.children[2]?.textContent)),
  );
  expect(anchors).toHaveLength(4);
  for (const [index, [from = 0, to = 0]] of anchors.entries()) {
    expect(to).toBeGreaterThan(from + 5);
    expect(from).toBeGreaterThanOrEqual(anchors[index - 1]?.[1] ?? 0);
  }
  const charts = [...parts].filter(([path]) => path.startsWith('xl/charts/'));
  expect(charts).toHaveLength(4);
  for (const [, xml] of charts) {
    for (const kind of ['c:strRef', 'c:numRef'])
      for (const reference of parsed(xml).getElementsByTagName(kind)) {
        const told = [...reference.getElementsByTagName('c:v')].map((value) => value.textContent);
        const range = reference.getElementsByTagName('c:f')[0]?.textContent ?? '';
        expect(range.startsWith("'概览 Overview'!")).toBe(true);
        expect(addressesOf(range).map((address) => cells.get(address))).toEqual(told);
      }
  }
  const text = [...cells.values()].filter((value) => value !== '').join('|');
  expect(text).toContain('合计 All|2|1|0|0|3');
  expect(text).toContain('公交 Bus L1|1');
  expect(text).toContain('未实名 no identity|1');
  expect(text).toContain('推定：最长乘车时间 Inferred: longest ride|');
});
