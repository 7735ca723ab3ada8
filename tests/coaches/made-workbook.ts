import { zipSync } from 'fflate';

/** Parts of a workbook by hand: what a program would write, and what none would. */
export interface MadeWorkbook {
  /** Inside `<sheetData>`. */
  readonly rows: string;
  readonly afterRows?: string;
  readonly shared?: readonly string[];
  /** Attributes and content of `<workbook>`, instead of one sheet. */
  readonly workbook?: string;
  readonly styles?: string;
  readonly more?: Readonly<Record<string, Uint8Array>>;
}

const bytes = (text: string) => new TextEncoder().encode(text);
const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const relation = (id: number, target: string) =>
  `<Relationship Id="rId${id}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="${target}"/>`;

/** One sheet, one style for dates (`s="1"`) unless told otherwise. */
export function workbookParts({ rows, afterRows = '', shared, workbook, styles, more = {} }: MadeWorkbook) {
  const sheet = `${head}<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${rows}</sheetData>${afterRows}</worksheet>`;
  return {
    'xl/workbook.xml': bytes(
      `${head}<workbook xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">${workbook ?? '<sheets><sheet name="台账" sheetId="1" r:id="rId1"/></sheets>'}</workbook>`,
    ),
    'xl/_rels/workbook.xml.rels': bytes(
      `${head}<Relationships>${relation(1, 'worksheets/sheet1.xml')}${relation(2, '/xl/worksheets/sheet2.xml')}</Relationships>`,
    ),
    'xl/styles.xml': bytes(
      styles ?? `${head}<styleSheet><cellXfs><xf numFmtId="0"/><xf numFmtId="22"/></cellXfs></styleSheet>`,
    ),
    'xl/worksheets/sheet1.xml': bytes(sheet),
    ...(shared && { 'xl/sharedStrings.xml': bytes(`${head}<sst>${shared.join('')}</sst>`) }),
    ...more,
  };
}

/** The file of such a workbook. */
export const madeWorkbook = (made: MadeWorkbook): Blob => blobOf(zipSync(workbookParts(made)));

/** A row of texts. */
export const textRow = (row: number, ...cells: readonly string[]): string =>
  `<row r="${row}">${cells.map((text) => `<c t="inlineStr"><is><t>${text}</t></is></c>`).join('')}</row>`;

/** Bytes as a file. */
export const blobOf = (content: Uint8Array | string): Blob =>
  new Blob([typeof content === 'string' ? content : new Uint8Array(content)]);
