import { strToU8, zipSync } from 'fflate';

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const sheets = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const officeRelations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packageRelations = 'http://schemas.openxmlformats.org/package/2006/relationships';
const contentTypes = 'http://schemas.openxmlformats.org/package/2006/content-types';
const formats = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

const marks: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };
const escaped = (text: string): string =>
  // What XML 1.0 cannot hold is left out.
  text
    .replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '')
    .replace(/[&<>]/g, (mark) => marks[mark] ?? mark);

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';
/** `A`, `B` … `AA` for 0, 1 … 26. */
const columnName = (at: number): string => `${at < 26 ? '' : columnName(Math.floor(at / 26) - 1)}${letters[at % 26]}`;

/** A count becomes a number, everything else a text: a text is never calculated, whatever it begins with. */
const cell = (text: string, place: string): string =>
  /^(?:0|[1-9]\d{0,8}|[1-9]\d{0,2}(?:,\d{3})+)$/.test(text)
    ? `<c r="${place}"><v>${text.replaceAll(',', '')}</v></c>`
    : `<c r="${place}" t="inlineStr"><is><t xml:space="preserve">${escaped(text)}</t></is></c>`;

const row = (cells: readonly string[], at: number): string =>
  `<row r="${at + 1}">${cells.map((text, column) => cell(text, `${columnName(column)}${at + 1}`)).join('')}</row>`;

const relation = (id: string, type: string, target: string): string =>
  `<Relationship Id="${id}" Type="${officeRelations}/${type}" Target="${target}"/>`;

/** A workbook of one sheet, the first row frozen: what is shown, for spreadsheet programs. */
export function tableWorkbook(cells: readonly (readonly string[])[]): Uint8Array<ArrayBuffer> {
  const entries = {
    '[Content_Types].xml': `<Types xmlns="${contentTypes}"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="${formats}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${formats}.worksheet+xml"/></Types>`,
    '_rels/.rels': `<Relationships xmlns="${packageRelations}">${relation('r1', 'officeDocument', 'xl/workbook.xml')}</Relationships>`,
    'xl/workbook.xml': `<workbook xmlns="${sheets}" xmlns:r="${officeRelations}"><sheets><sheet name="1" sheetId="1" r:id="r1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${packageRelations}">${relation('r1', 'worksheet', 'worksheets/sheet1.xml')}</Relationships>`,
    'xl/worksheets/sheet1.xml': `<worksheet xmlns="${sheets}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><sheetData>${cells.map(row).join('')}</sheetData></worksheet>`,
  };
  return zipSync(
    Object.fromEntries(Object.entries(entries).map(([name, xml]) => [name, strToU8(`${declaration}${xml}`)])),
  );
}
