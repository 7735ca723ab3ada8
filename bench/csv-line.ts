import { type SheetRow, timeText } from '@tongcheng/cloudfunctions/app/workbooks/sheet';

/** A row of a report as a line of comma-separated text. */
export function csvLine(row: SheetRow): string {
  const cells = row.map((cell) => {
    const text = cell === undefined ? '' : plainCell(cell);
    return /[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  });
  return `${cells.join(',')}\n`;
}

function plainCell(cell: NonNullable<SheetRow[number]>): string {
  if (typeof cell !== 'object') return String(cell);
  return 'at' in cell ? timeText(cell.at) : cell.day;
}
