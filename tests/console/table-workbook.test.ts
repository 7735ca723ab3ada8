import { Workbook } from 'exceljs';
import { tableWorkbook } from '../../console/src/kit/table-workbook';

const opened = async (cells: readonly (readonly string[])[]) => {
  const workbook = new Workbook();
  await workbook.xlsx.load(tableWorkbook(cells).buffer);
  const [sheet] = workbook.worksheets;
  return cells.map((row, at) => row.map((_, column) => sheet?.getRow(at + 1).getCell(column + 1).value));
};

test('what a table shows opens as a workbook: texts as texts, counts as numbers', async () => {
  expect(
    await opened([
      ['日期', 'Rides'],
      ['2026-11-20', '1,234'],
      ['<&> 张三 𠮷', '0012'],
    ]),
  ).toEqual([
    ['日期', 'Rides'],
    ['2026-11-20', 1_234],
    ['<&> 张三 𠮷', '0012'],
  ]);
});

test('nothing that begins like a formula is one, and what XML cannot hold is left out', async () => {
  const dangerous = ['=1+1', '+1', '-1', '@SUM(A1)', '=HYPERLINK("http://example")', 'a\u0000b'];
  expect(await opened([dangerous])).toEqual([[...dangerous.slice(0, -1), 'ab']]);
});
