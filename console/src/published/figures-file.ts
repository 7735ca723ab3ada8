import type { RidershipRow } from '@tongcheng/shared/publications/wire';

/** A cell that no spreadsheet program takes for a formula. */
const cell = (value: string | number | undefined): string => {
  const text = String(value ?? '');
  const plain = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain;
};

/** The rows as a CSV file: UTF-8 with its mark, so that spreadsheet programs in China read it. An empty cell is all of it; `rest` 1 is what is not told apart. */
export function figuresCsv(day: string, rows: readonly RidershipRow[]): string {
  const head = ['day', 'mode', 'line', 'line_zh', 'line_en', 'hour', 'stop', 'stop_zh', 'stop_en', 'rest', 'boardings'];
  const lines = rows.map(({ mode, line, lineName, hour, stop, stopName, rest, boardings }) =>
    [day, mode, line, lineName?.zh, lineName?.en, hour, stop, stopName?.zh, stopName?.en, rest ? 1 : 0, boardings]
      .map(cell)
      .join(','),
  );
  return `\uFEFF${[head.join(','), ...lines].join('\r\n')}\r\n`;
}

/** A text as the address of a file. */
export const fileAddress = (kind: 'text/csv' | 'application/json', text: string): string =>
  `data:${kind};charset=utf-8,${encodeURIComponent(text)}`;
