import { createHash } from 'node:crypto';
import { buffer } from 'node:stream/consumers';
import type { Sheet } from '@tongcheng/cloudfunctions/app/workbooks/sheet';
import { writeWorkbook } from '@tongcheng/cloudfunctions/app/workbooks/write-workbook';
import { strFromU8, Unzip, UnzipInflate, unzipSync } from 'fflate';
import { untilItStands } from '../world/until';
import { readWorkbook } from './read-workbook';

const column = (zh: string, en: string) => ({ heading: { zh, en }, width: 12 });

const sheetOf = (rows: Sheet['rows'], tab = 1, zh = '行程'): Sheet => ({
  name: { zh, en: 'Rides' },
  tab,
  columns: [column('姓名', 'Name'), column('人数', 'People')],
  rows,
  filter: true,
});

async function* batches(total: number, size: number, seen?: (row: number) => void) {
  for (let from = 0; from < total; from += size) {
    seen?.(from);
    yield Array.from({ length: Math.min(size, total - from) }, (_, index) => [`乘客${from + index}`, from + index]);
  }
}

test('R-01 a workbook is read back cell by cell by an independent reader, tabs in the order asked', async () => {
  const file = await buffer(writeWorkbook([sheetOf(batches(5, 2), 2), sheetOf([[['说明', 1]]], 1, '说明')]));
  const sheets = await readWorkbook(file);
  expect(sheets.map(({ name }) => name)).toEqual(['说明 Rides', '行程 Rides']);
  expect(sheets[1]?.rows).toEqual([
    ['姓名 Name', '人数 People'],
    ...Array.from({ length: 5 }, (_, index) => [`乘客${index}`, index]),
  ]);
});

test('R-05 sheets split at the row limit, each with its heading, no row lost or twice', async () => {
  const sheets = await readWorkbook(await buffer(writeWorkbook([sheetOf(batches(25, 4))], 10)));
  expect(sheets.map(({ name, rows }) => [name, rows.length])).toEqual([
    ['行程 Rides', 10],
    ['行程 Rides (2)', 10],
    ['行程 Rides (3)', 8],
  ]);
  const numbers = sheets.flatMap(({ rows }) => rows.slice(1).map(([, number]) => number));
  expect(numbers).toEqual(Array.from({ length: 25 }, (_, index) => index));
});

test('R-05 sheets split where Excel ends, after 1,048,576 rows with the heading', async () => {
  async function* nothing(total: number) {
    for (let left = total; left > 0; left -= 50_000) yield Array.from({ length: Math.min(50_000, left) }, () => []);
  }
  const rows = new Map<string, number>();
  const unzip = new Unzip((file) => {
    let rest = '';
    file.ondata = (fault, bytes) => {
      if (fault) throw fault;
      const parts = (rest + Buffer.from(bytes).toString('latin1')).split('</row>');
      rest = parts.pop() ?? '';
      rows.set(file.name, (rows.get(file.name) ?? 0) + parts.length);
    };
    if (file.name.startsWith('xl/worksheets/')) file.start();
  });
  unzip.register(UnzipInflate);
  for await (const bytes of writeWorkbook([sheetOf(nothing(1_048_580))])) unzip.push(bytes);
  expect(Object.fromEntries(rows)).toEqual({
    'xl/worksheets/sheet1.xml': 1_048_576,
    'xl/worksheets/sheet2.xml': 6,
  });
}, 60_000);

test('R-05 a table that just fills a sheet makes no empty second one', async () => {
  const sheets = await readWorkbook(await buffer(writeWorkbook([sheetOf(batches(18, 9))], 10)));
  expect(sheets.map(({ rows }) => rows.length)).toEqual([10, 10]);
});

test('the same rows give the same bytes, however they were batched and wherever the clock stands', async () => {
  const digest = async (size: number) =>
    createHash('sha256')
      .update(await buffer(writeWorkbook([sheetOf(batches(500, size))])))
      .digest('hex');
  const [first, second, third] = [await digest(500), await digest(7), await digest(1)];
  expect(second).toBe(first);
  expect(third).toBe(first);
});

test('R-05 rows are taken no faster than the file is read: a reader that stops stops the source', async () => {
  let furthest = 0;
  const output = writeWorkbook([
    sheetOf(
      batches(2_000_000, 500, (row) => {
        furthest = row;
      }),
    ),
  ]);
  await new Promise((resolve) => output.once('readable', resolve));
  await untilItStands(() => furthest);
  expect(furthest).toBeLessThan(400_000);
  output.destroy();
});

test('a source that fails destroys the file: half a report is never taken for a whole one', async () => {
  async function* failing() {
    yield [['张三', 1]];
    throw new Error('the store went away');
  }
  await expect(buffer(writeWorkbook([sheetOf(failing())]))).rejects.toThrow('the store went away');
});

test('headings are frozen and rows can be filtered', async () => {
  const file = await buffer(writeWorkbook([sheetOf(batches(3, 3))]));
  const xml = strFromU8(unzipSync(new Uint8Array(file))['xl/worksheets/sheet1.xml'] ?? new Uint8Array());
  expect(xml).toContain('state="frozen"');
  expect(xml).toContain('<autoFilter ref="A1:B4"/>');
});
