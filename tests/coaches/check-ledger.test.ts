import { checkLedger, HeaderMissing } from '../../console/src/features/coaches/ledger/check-ledger';
import { blobOf, madeWorkbook, textRow } from './made-workbook';

const headings = '发车时间,车牌,目的地,姓名,证件类型,证件号';
const row = (number: number, plate = '辽A12345') =>
  `2022-06-02 14:20,${plate},大连,演示甲,护照,E${String(80_000_000 + number)}`;
const check = (file: Blob, onProgress: (rows: number) => void = () => undefined) =>
  checkLedger(file, '2022-06-03', onProgress);

test('L-09 good and bad rows of a ledger, by the numbers that its program shows, below a title', async () => {
  const file = madeWorkbook({
    rows: [
      '<row r="1"><c r="A1" t="str"><v>沈阳站乘客台账</v></c></row>',
      textRow(3, ...headings.split(',')),
      textRow(4, ...row(1).split(',')),
      textRow(7, ...row(2, '辽I0').split(',')),
      textRow(8, ...row(3).split(',')),
    ].join(''),
  });
  const { good, bad, unknown } = await check(file);
  expect(good.map((each) => [each.row, each.passenger.documentNumber])).toEqual([
    [4, 'E80000001'],
    [8, 'E80000003'],
  ]);
  expect(bad).toMatchObject([{ line: { row: 7 }, problems: [{ column: 'plate', is: 'plate' }] }]);
  expect(unknown).toEqual([]);
});

test('a file without a header says which columns are missing; one without rows that it is empty', async () => {
  await expect(check(blobOf('姓名,电话\n甲,1\n'))).rejects.toMatchObject({
    reason: 'no-header',
    missing: ['departsAt', 'plate', 'destination', 'documentNumber'],
  });
  await expect(check(blobOf('姓名,电话\n'))).rejects.toBeInstanceOf(HeaderMissing);
  await expect(check(blobOf('\n\n'))).rejects.toMatchObject({ reason: 'empty' });
});

test('L-09 fifty thousand rows are read to the last, with progress, and no good one is lost', async () => {
  const lines = Array.from({ length: 50_000 }, (_, index) => row(index, index % 1_000 === 0 ? 'x' : undefined));
  const told: number[] = [];
  const { good, bad } = await check(blobOf([headings, ...lines].join('\r\n')), (rows) => told.push(rows));
  expect([good.length, bad.length]).toEqual([49_950, 50]);
  expect(told.length).toBeGreaterThan(90);
  expect(told.at(-1)).toBe(50_001);
});
