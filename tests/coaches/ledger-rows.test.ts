import { type LedgerCell, momentCell } from '@tongcheng/shared/coaches/ledger/cell';
import { columnTexts, ledgerColumns } from '@tongcheng/shared/coaches/ledger/column-texts';
import { headerIn } from '@tongcheng/shared/coaches/ledger/columns';
import { departureTime } from '@tongcheng/shared/coaches/ledger/departure-time';
import { readLedgerRow } from '@tongcheng/shared/coaches/ledger/read-row';
import { problemText, type RowProblem } from '@tongcheng/shared/coaches/ledger/row-problems';
import { citizenCheck } from '@tongcheng/shared/identity/documents/citizen-number';
import { formatInstant } from '@tongcheng/shared/time';
import fc from 'fast-check';

const today = '2022-06-03';
const demonstrationNumber = `99010119900101001${citizenCheck('99010119900101001')}`;
const wrongCheck = demonstrationNumber.replace(/.$/, (last) => (last === '1' ? '2' : '1'));
const text = (written: string): LedgerCell => ({ is: 'text', text: written });
const number = (value: number): LedgerCell => ({ is: 'number', value, wallMs: (value - 25_569) * 86_400_000 });
/** 2022-06-02 is day 44,714 of a spreadsheet. */
const june2 = 44_714;

describe('L-09 when a coach departed is understood however the ledger keeps it', () => {
  test.each<readonly [string, LedgerCell | undefined, LedgerCell | undefined]>([
    ['a date with its time', undefined, momentCell(june2 + 14 / 24 + 20 / 1_440, 1900)],
    ['a date and a time in a column each', momentCell(june2, 1900), momentCell(14 / 24 + 20 / 1_440, 1900)],
    ['plain numbers in both', number(june2), number(14 / 24 + 20 / 1_440)],
    ['one plain number', undefined, number(june2 + 14 / 24 + 20 / 1_440)],
    ['text', undefined, text('2022-06-02 14:20')],
    ['text of an exchange format', undefined, text('2022-06-02T14:20:00')],
    ['Chinese text', undefined, text('2022年6月2日 14时20分')],
    ['text in two columns', text('2022/6/2'), text('14:20')],
    ['wide signs', text('2022．6．2'), text('14：20')],
    ['eight digits as a number', number(20_220_602), text('14:20')],
    ['eight digits as text', text('20220602'), momentCell(14 / 24 + 20 / 1_440, 1900)],
    ['a day that is shown with midnight', text('2022-06-02 00:00'), text('14:20:00')],
  ])('%s', (_what, on, at) => {
    const read = departureTime(on, at);
    expect(read === undefined ? read : formatInstant(read)).toBe('2022-06-02 14:20:00');
  });

  test.each<readonly [string, LedgerCell | undefined, LedgerCell | undefined]>([
    ['a time without a day', undefined, text('14:20')],
    ['a day without a time', text('2022-06-02'), undefined],
    ['a day that no month has', undefined, text('2022-02-30 14:20')],
    ['an hour that no day has', text('2022-06-02'), text('25:10')],
    ['words behind it', undefined, text('2022-06-02 14:20 or so')],
    ['a number that is no day', undefined, number(12.5)],
    ['a formula that failed', undefined, { is: 'unreadable', why: 'formula-error' }],
  ])('%s is no departure', (_what, on, at) => {
    expect(departureTime(on, at)).toBeUndefined();
  });
});

const headings = ledgerColumns.map((column) => text(columnTexts[column].zh));
const found = headerIn(headings);
if (!found.ok) throw new Error('the template has no header');
const { header } = found;
const goodCells = {
  departsAt: text('2022-06-02 14:20'),
  plate: text('辽A·12345'),
  service: text('包车'),
  serviceNumber: number(1407),
  origin: text('辽宁省快速客运站'),
  destination: text('大连'),
  aboard: number(34),
  seat: number(12),
  name: text('演示甲'),
  documentKind: text('护照'),
  documentNumber: text('e80000001'),
  phone: number(13_900_000_001),
  present: text('√'),
} as const;
const read = (changed: Partial<Record<keyof typeof columnTexts, LedgerCell | undefined>>) => {
  const all: Partial<Record<keyof typeof columnTexts, LedgerCell | undefined>> = { ...goodCells, ...changed };
  return readLedgerRow({ row: 2, cells: ledgerColumns.map((column) => all[column]) }, header, today);
};

test('L-09 a good row is an entry in its stored form', () => {
  expect(read({})).toEqual({
    is: 'entry',
    entry: {
      departure: {
        departsAt: Date.UTC(2022, 5, 2, 6, 20),
        plate: '辽A12345',
        service: 'charter',
        serviceNumber: '1407',
        origin: '辽宁省快速客运站',
        destination: '大连',
      },
      passenger: {
        name: '演示甲',
        documentKind: 'passport',
        documentNumber: 'E80000001',
        phone: '13900000001',
        seat: '12',
        present: true,
      },
      aboard: 34,
    },
  });
});

test('what is not written is not made up: a kind follows from its number where only one issues it', () => {
  const few = { service: undefined, seat: undefined, phone: undefined, present: undefined, aboard: undefined };
  const row = read({ ...few, documentKind: undefined, documentNumber: text(demonstrationNumber) });
  expect(row).toMatchObject({
    is: 'entry',
    entry: {
      departure: { service: 'line' },
      passenger: { documentKind: 'resident-id', documentNumber: demonstrationNumber },
    },
  });
  expect(row.is === 'entry' && Object.keys(row.entry.passenger)).toEqual(['name', 'documentKind', 'documentNumber']);
});

test.each<readonly [string, Parameters<typeof read>[0], string, string]>([
  ['a number that became a figure', { documentNumber: number(9.90101199001011e17) }, 'documentNumber', 'digits-lost'],
  ['the same as text', { documentNumber: text('9.90101E+17') }, 'documentNumber', 'digits-lost'],
  [
    'noughts for lost digits',
    { documentKind: text('身份证'), documentNumber: text('990101199001020000') },
    'documentNumber',
    'digits-lost',
  ],
  [
    'a wrong check digit',
    { documentKind: text('身份证'), documentNumber: text(wrongCheck) },
    'documentNumber',
    'document',
  ],
  ['a phone that became a figure', { phone: text('1.39E+10') }, 'phone', 'digits-lost'],
  ['a phone with a digit too few', { phone: text('1390000000') }, 'phone', 'phone'],
  ['no name', { name: undefined }, 'name', 'absent'],
  ['a name that would be a formula', { name: text('=HYPERLINK("x")') }, 'name', 'name'],
  ['a plate that cannot be', { plate: text('辽I123') }, 'plate', 'plate'],
  ['no time', { departsAt: text('下午') }, 'departsAt', 'moment'],
  ['next year', { departsAt: text('2023-06-02 14:20') }, 'departsAt', 'out-of-time'],
  ['ten years ago', { departsAt: text('2012-06-02 14:20') }, 'departsAt', 'out-of-time'],
  ['an unknown document', { documentKind: text('图书证') }, 'documentKind', 'document-kind'],
  [
    'a kind that the number does not say',
    { documentKind: undefined, documentNumber: text('E80000001') },
    'documentKind',
    'document-kind-needed',
  ],
  ['a service that is none', { service: text('飞机') }, 'service', 'service'],
  ['people beyond a coach', { aboard: number(4_000) }, 'aboard', 'count'],
  ['an answer that is neither', { present: text('也许') }, 'present', 'present'],
  ['a seat as long as a sentence', { seat: text('靠窗的那个很好的座位吧') }, 'seat', 'too-long'],
  ['a merged cell', { name: { is: 'unreadable', why: 'merged-across' } }, 'name', 'unreadable'],
])('L-09 %s is named with its column and what to write', (_what, changed, column, is) => {
  const row = read(changed);
  const problems: readonly RowProblem[] = row.is === 'bad' ? row.problems : [];
  expect(problems.map((problem) => [problem.column, problem.is])).toEqual([[column, is]]);
  for (const problem of problems) {
    const { zh, en } = problemText(problem);
    expect(zh).toMatch(/：.*。$/);
    expect(en).toMatch(/: .*\.$/);
  }
});

test('L-09 every wrong cell of a row is named at once', () => {
  const row = read({ name: undefined, plate: text('x'), phone: text('1'), documentNumber: undefined });
  expect(row.is === 'bad' && row.problems.map(({ column }) => column).sort()).toEqual([
    'documentNumber',
    'name',
    'phone',
    'plate',
  ]);
});

test('an empty row says nothing, also one with columns that nobody knows', () => {
  expect(readLedgerRow({ row: 3, cells: [] }, header, today)).toEqual({ is: 'empty' });
  const further: LedgerCell[] = Array.from({ length: ledgerColumns.length + 1 });
  further[ledgerColumns.length] = text('note');
  expect(readLedgerRow({ row: 3, cells: further }, header, today)).toEqual({ is: 'empty' });
});

test('the header is found by Chinese, English and other headings, with stars and brackets, in any order', () => {
  const written = ['备注', '身份证号*', '乘客姓名', 'TO', '车牌（必填）', '发车 时间', '姓名'];
  expect(headerIn(written.map(text))).toEqual({
    ok: true,
    unknown: ['备注'],
    header: new Map([
      ['documentNumber', 1],
      ['name', 2],
      ['destination', 3],
      ['plate', 4],
      ['departsAt', 5],
    ]),
  });
  expect(headerIn([text('姓名'), number(3), undefined])).toEqual({
    ok: false,
    missing: ['departsAt', 'plate', 'destination', 'documentNumber'],
  });
});

test('no cells, whatever they hold, stop the reading: each row is an entry, bad with a reason, or empty', () => {
  const cell = fc.oneof(
    fc.constant(undefined),
    fc.string({ unit: 'binary', maxLength: 30 }).map(text),
    fc.double({ noNaN: true }).map(number),
    fc.double({ min: -1e6, max: 1e6, noNaN: true }).map((serial) => momentCell(serial, 1904)),
    fc.constant<LedgerCell>({ is: 'unreadable', why: 'too-long' }),
  );
  fc.assert(
    fc.property(fc.array(cell, { maxLength: 20 }), (cells) => {
      const row = readLedgerRow({ row: 2, cells }, header, today);
      expect(row.is === 'bad' ? row.problems.length : 1).toBeGreaterThan(0);
    }),
    { numRuns: 300 },
  );
});
