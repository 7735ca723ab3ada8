import type { LedgerLine } from '@tongcheng/shared/coaches/ledger/cell';
import ExcelJS from 'exceljs';
import { strToU8, zipSync } from 'fflate';
import officeCrypto from 'officecrypto-tool';
import { LedgerRefused } from '../../console/src/features/coaches/ledger/reading/ledger-refused';
import { ledgerLimits } from '../../console/src/features/coaches/ledger/reading/limits';
import { readLedgerFile } from '../../console/src/features/coaches/ledger/reading/read-ledger-file';
import { blobOf, madeWorkbook, textRow, workbookParts } from './made-workbook';

const told = ({ row, cells }: LedgerLine) => [
  row,
  ...Array.from(cells, (cell) => {
    if (!cell) return '';
    if (cell.is === 'text') return cell.text;
    if (cell.is === 'number') return cell.value;
    return cell.is === 'moment' ? new Date(cell.wallMs).toISOString().slice(0, 19) : `?${cell.why}`;
  }),
];

async function read(file: Blob) {
  const { lines, notices } = await readLedgerFile(file);
  const rows: unknown[] = [];
  for await (const line of lines) rows.push(told(line));
  return { rows, notices };
}

const refusalOf = async (file: Blob): Promise<string> => {
  try {
    await read(file);
  } catch (fault) {
    return fault instanceof LedgerRefused ? fault.reason : String(fault);
  }
  return 'taken';
};

/** What an independent program writes. */
async function excelFile(fill: (workbook: ExcelJS.Workbook) => void): Promise<Blob> {
  const workbook = new ExcelJS.Workbook();
  fill(workbook);
  return blobOf(new Uint8Array(await workbook.xlsx.writeBuffer()));
}

describe('L-09 a workbook is read as its program shows it', () => {
  test('texts, numbers, dates with and without a time, formulas by their last result, empty cells', async () => {
    const file = await excelFile((workbook) => {
      const sheet = workbook.addWorksheet('台账');
      sheet.addRow(['姓名', '时间', '座位']);
      sheet.addRow(['演示甲 &<>', new Date('2022-06-02T14:20:00Z'), 12]);
      sheet.addRow([undefined, undefined, { formula: 'A1&"x"', result: '结果' }]);
      sheet.addRow([{ richText: [{ text: '演示' }, { text: '乙' }] }, undefined, { error: '#REF!' }]);
    });
    const { rows, notices } = await read(file);
    expect(rows).toEqual([
      [1, '姓名', '时间', '座位'],
      [2, '演示甲 &<>', '2022-06-02T14:20:00', 12],
      [3, '', '', '结果'],
      [4, '演示乙', '', '?formula-error'],
    ]);
    expect(notices).toEqual([{ is: 'formulas', count: 1 }]);
  });

  test('cells merged downwards hold in each of their rows; merged across they say nothing', async () => {
    const file = await excelFile((workbook) => {
      const sheet = workbook.addWorksheet('台账');
      sheet.addRows([
        ['辽A12345', '甲'],
        ['', '乙'],
        ['', '丙'],
        ['合计 total', 'x'],
        ['辽B1', '丁'],
      ]);
      sheet.mergeCells('A1:A3');
      sheet.mergeCells('A4:B4');
    });
    expect(await read(file)).toEqual({
      rows: [
        [1, '辽A12345', '甲'],
        [2, '辽A12345', '乙'],
        [3, '辽A12345', '丙'],
        [4, '?merged-across', '?merged-across'],
        [5, '辽B1', '丁'],
      ],
      notices: [{ is: 'merged-down', count: 2 }],
    });
  });

  test('hidden and further sheets are not read, and named', async () => {
    const file = await excelFile((workbook) => {
      workbook.addWorksheet('藏', { state: 'veryHidden' }).addRow(['secret']);
      workbook.addWorksheet('台账').addRow(['shown']);
      workbook.addWorksheet('另', {}).addRow(['further']);
    });
    expect(await read(file)).toEqual({
      rows: [[1, 'shown']],
      notices: [
        { is: 'hidden-sheet', name: '藏' },
        { is: 'further-sheet', name: '另' },
      ],
    });
    expect(await refusalOf(madeWorkbook({ rows: '', workbook: '<sheets/>' }))).toBe('empty');
  });

  test('macros are never run, and named', async () => {
    const more = { 'xl/vbaProject.bin': strToU8('anything') };
    expect(await read(madeWorkbook({ rows: textRow(1, 'a'), more }))).toEqual({
      rows: [[1, 'a']],
      notices: [{ is: 'macros' }],
    });
  });

  test('dates count from 1904 where the workbook says so, and by formats of its own', async () => {
    const workbook = '<workbookPr date1904="1"/><sheets><sheet name="a" r:id="rId1"/></sheets>';
    const styles =
      '<styleSheet><numFmts><numFmt numFmtId="164" formatCode="yyyy&quot;年&quot;m&quot;月&quot;"/><numFmt numFmtId="165" formatCode="0.00&quot;days&quot;"/></numFmts><cellXfs><xf numFmtId="164"/><xf numFmtId="165"/></cellXfs></styleSheet>';
    const rows = '<row r="1"><c r="A1" s="0"><v>43252</v></c><c r="B1" s="1"><v>43252</v></c></row>';
    expect((await read(madeWorkbook({ rows, workbook, styles }))).rows).toEqual([[1, '2022-06-02T00:00:00', 43_252]]);
  });

  test('shared texts without the sound of their characters; cells and rows without addresses', async () => {
    const shared = [
      '<si><t>沈阳</t><rPh sb="0" eb="2"><t>shen</t></rPh></si>',
      '<si><r><t>大</t></r><r><t>连</t></r></si>',
    ];
    const rows =
      '<row><c t="s"><v>0</v></c><c t="s"><v>1</v></c></row><row><c t="s"><v>7</v></c><c t="b"><v>1</v></c></row>';
    expect((await read(madeWorkbook({ rows, shared }))).rows).toEqual([
      [1, '沈阳', '大连'],
      [2, '', '是'],
    ]);
  });
});

describe('L-09 a hostile workbook is refused with its reason', () => {
  const sheetOf = (content: string) =>
    blobOf(zipSync({ ...workbookParts({ rows: '' }), 'xl/worksheets/sheet1.xml': strToU8(content) }));

  test.each([
    [
      'a document type with entities',
      '<!DOCTYPE x [<!ENTITY a "aa">]><worksheet><sheetData/></worksheet>',
      'holds-a-document-type',
    ],
    [
      'an entity that nothing declares',
      '<worksheet><sheetData><row><c t="str"><v>&a;</v></c></row></sheetData></worksheet>',
      'broken',
    ],
    ['tags that do not close', '<worksheet><sheetData>', 'broken'],
  ])('%s', async (_what, content, reason) => {
    expect(await refusalOf(sheetOf(content))).toBe(reason);
  });

  test('a sheet that swells a thousandfold, before it is inflated whole', async () => {
    const bomb = new Uint8Array(ledgerLimits.inflatedBytes + 1_000_000).fill(0x20);
    const file = blobOf(zipSync({ ...workbookParts({ rows: '' }), 'xl/worksheets/sheet1.xml': bomb }));
    expect(file.size).toBeLessThan(100_000);
    expect(await refusalOf(file)).toBe('inflates-too-much');
  });

  test('more rows than a ledger may have; a row far to the right keeps what fits', async () => {
    const rows = Array.from({ length: ledgerLimits.rows + 1 }, () => '<row/>').join('');
    expect(await refusalOf(madeWorkbook({ rows }))).toBe('too-many-rows');
    const wide = '<row r="3"><c r="XFD3" t="str"><v>far</v></c><c r="B3" t="str"><v>near</v></c></row>';
    expect((await read(madeWorkbook({ rows: wide }))).rows).toEqual([[3, '', 'near']]);
  });

  test('a cell as long as a book says only that', async () => {
    const rows = textRow(1, 'a', 'x'.repeat(ledgerLimits.cellCharacters + 1));
    expect((await read(madeWorkbook({ rows }))).rows).toEqual([[1, 'a', '?too-long']]);
  });

  test('an archive that is cut off, changed, or has no directory', async () => {
    const whole = zipSync(workbookParts({ rows: textRow(1, '甲') }), { level: 0 });
    expect(await refusalOf(blobOf(whole))).toBe('taken');
    expect(await refusalOf(blobOf(whole.slice(0, -30)))).toBe('broken');
    const at = Buffer.from(whole).indexOf('甲');
    const changed = whole.slice();
    changed.set(strToU8('乙'), at);
    expect(await refusalOf(blobOf(changed))).toBe('broken');
    expect(await refusalOf(blobOf('PK nothing behind it'))).toBe('broken');
    expect(await refusalOf(blobOf(zipSync({ 'a.txt': strToU8('a') })))).toBe('broken');
  });

  test('a workbook with a password, an old one, an empty file, and one that is too large', async () => {
    const plain = zipSync(workbookParts({ rows: textRow(1, 'a') }));
    const locked = await officeCrypto.encrypt(Buffer.from(plain), { password: 'p' });
    expect(await refusalOf(blobOf(locked))).toBe('locked');
    expect(await refusalOf(blobOf(Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0)))).toBe(
      'old-format',
    );
    expect(await refusalOf(blobOf(''))).toBe('empty');
    const huge = blobOf('a');
    Object.defineProperty(huge, 'size', { value: ledgerLimits.fileBytes + 1 });
    expect(await refusalOf(huge)).toBe('too-large');
  });
});

describe('L-09 a table in plain text is read whatever program wrote it', () => {
  const table = '姓名,证件号码\r\n"演示,甲",E1\r\n\r\n"他说""好""\n又一行",E2\r\n';
  const rows = [
    [1, '姓名', '证件号码'],
    [2, '演示,甲', 'E1'],
    [4, '他说"好"\n又一行', 'E2'],
  ];
  const utf16 = (text: string, big: boolean) => {
    const bytes = Buffer.from(text, 'utf16le');
    return big ? bytes.swap16() : bytes;
  };

  test.each([
    ['UTF-8', new TextEncoder().encode(table)],
    ['UTF-8 with its mark', new TextEncoder().encode(`\uFEFF${table}`)],
    ['UTF-16 with its mark', utf16(`\uFEFF${table}`, false)],
    ['UTF-16 of the other order', utf16(`\uFEFF${table}`, true)],
    ['UTF-16 without a mark', utf16(table, false)],
    // Encoded by an independent program: the platform writes no GB 18030.
    [
      'GB 18030',
      Buffer.from(
        'd0d5c3fb2cd6a4bcfebac5c2eb0d0a22d1ddcabe2cbcd7222c45310d0a0d0a22cbfbcbb52222bac322220a d3d6d2bbd0d0222c45320d0a'.replace(
          / /g,
          '',
        ),
        'hex',
      ),
    ],
  ])('%s', async (_name, bytes) => {
    expect((await read(blobOf(bytes))).rows).toEqual(rows);
  });

  test.each([
    ['semicolons', 'a;b\n1;"2;3"\n'],
    ['tabs', 'a\tb\n1\t2;3\n'],
    ['what its first line says', 'sep=;\na;b\n1;2;3'],
  ])('with %s between its cells', async (_name, text) => {
    const { rows: read_ } = await read(blobOf(text));
    expect(read_.at(-1)).toEqual(expect.arrayContaining(['1']));
    expect(read_.at(-2)).toEqual(expect.arrayContaining(['a', 'b']));
  });

  test('an open quote, NUL, bytes of no encoding and too many rows are refused', async () => {
    expect(await refusalOf(blobOf('a,b\n"1,2\n'))).toBe('broken');
    expect(await refusalOf(blobOf(`a,b\n${'x'.repeat(3_000)}\0`))).toBe('broken');
    expect(await refusalOf(blobOf(Uint8Array.of(0x61, 0xff, 0xff)))).toBe('broken');
    expect(await refusalOf(blobOf('a\n'.repeat(ledgerLimits.rows + 1)))).toBe('too-many-rows');
    expect(await refusalOf(blobOf(`a\n"${'x\n'.repeat(200_000)}`))).toBe('broken');
  });
});
