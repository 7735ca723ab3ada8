import { Readable } from 'node:stream';
import ExcelJS from 'exceljs';
import officeCrypto from 'officecrypto-tool';

/** A sheet as an independent reader (exceljs) sees it: first the headings, then the rows; `''` is an empty cell, a date is told as it is shown. */
export interface ReadSheet {
  readonly name: string;
  readonly rows: readonly (readonly (string | number)[])[];
  /** Addresses of cells that the reader takes for formulas, links or errors. None is expected. */
  readonly live: readonly string[];
}

/** Opens a report, with its password where it has one. */
export async function readWorkbook(file: Uint8Array, password?: string): Promise<readonly ReadSheet[]> {
  const bytes = Buffer.from(file);
  const plain = password === undefined ? bytes : await officeCrypto.decrypt(bytes, { password });
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.read(Readable.from([plain]));
  return workbook.worksheets.map(readSheet);
}

function readSheet(sheet: ExcelJS.Worksheet): ReadSheet {
  const live: string[] = [];
  const rows: (string | number)[][] = [];
  const width = sheet.columnCount;
  sheet.eachRow({ includeEmpty: true }, (row) => {
    rows.push(
      Array.from({ length: width }, (_, index) => {
        const cell = row.getCell(index + 1);
        const value = plainValue(cell.value, cell.numFmt);
        if (value === undefined) live.push(cell.address);
        return value ?? '';
      }),
    );
  });
  return { name: sheet.name, rows, live };
}

const plainValue = (value: ExcelJS.CellValue, format: string): string | number | undefined => {
  if (value === null || value === undefined) return '';
  // exceljs gives a date as if its wall clock were UTC; it is told as its format shows it.
  if (value instanceof Date) {
    const shown = value.toISOString().replace('T', ' ').slice(0, 19);
    return format.includes('h') ? shown : shown.slice(0, 10);
  }
  if (typeof value === 'number') return value;
  return typeof value === 'string' ? unescaped(value) : undefined;
};

/** Excel reads `_x005F_` as an underscore (ST_Xstring); exceljs leaves that to its caller. */
const unescaped = (text: string) =>
  text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code) => String.fromCharCode(Number.parseInt(code, 16)));
