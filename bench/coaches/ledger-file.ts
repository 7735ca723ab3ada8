import { columnTexts, ledgerColumns } from '@tongcheng/shared/coaches/ledger/column-texts';
import { addDays, dayOf } from '@tongcheng/shared/time';
import { zipSync } from 'fflate';

const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const bytes = (text: string) => new TextEncoder().encode(text);
const row = (number: number, cells: readonly string[]): string =>
  `<row r="${number}">${cells.map((text) => `<c t="inlineStr"><is><t>${text}</t></is></c>`).join('')}</row>`;

/** The city whose coaches are measured. */
export const city = '210100';

/** Passengers of one coach. */
const each = 40;

/** A ledger of so many passengers of yesterday, as a spreadsheet program writes it; one row in a hundred is wrong. */
export function ledgerFile(rows: number): Blob {
  const day = addDays(dayOf(Date.now()), -1);
  const cells = (number: number): readonly string[] => {
    const coach = Math.floor(number / each);
    const time = `${String(6 + (coach % 14)).padStart(2, '0')}:${String(coach % 60).padStart(2, '0')}`;
    const document = number % 100 === 99 ? '演示' : `E${String(10_000_000 + number)}`;
    return [
      ...[
        day,
        time,
        `辽A${String(10_000 + (coach % 90_000))}`,
        '班线',
        `K${coach}`,
        '演示站',
        '演示到达站',
        String(each),
      ],
      ...[
        String((number % each) + 1),
        '演示旅客',
        '护照',
        document,
        `139${String(number).padStart(8, '0')}`,
        '',
        '',
        '',
      ],
    ];
  };
  const lines = [
    row(
      1,
      ledgerColumns.map((column) => columnTexts[column].zh),
    ),
  ];
  for (let number = 0; number < rows; number += 1) lines.push(row(number + 2, cells(number)));
  const parts = {
    'xl/workbook.xml': `<workbook xmlns:r="${relations}"><sheets><sheet name="1" sheetId="1" r:id="r1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships><Relationship Id="r1" Type="${relations}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
    'xl/worksheets/sheet1.xml': `<worksheet xmlns="${main}"><sheetData>${lines.join('')}</sheetData></worksheet>`,
  };
  const packed = zipSync(
    Object.fromEntries(Object.entries(parts).map(([name, xml]) => [name, bytes(`${head}${xml}`)])),
  );
  return new Blob([new Uint8Array(packed)]);
}
