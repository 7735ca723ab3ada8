import qrcode from 'qrcode-generator';

/** Which modules are dark, row by row, without the quiet zone. */
export type QrMatrix = readonly (readonly boolean[])[];

/** Light modules on each side that readers need. */
export const quietZone = 4;

/** The smallest QR code of an upper-case alphanumeric link, at level M: 15 % of it may be damaged. */
export const qrMatrix = (link: string): QrMatrix => {
  const code = qrcode(0, 'M');
  code.addData(link, 'Alphanumeric');
  code.make();
  const size = code.getModuleCount();
  return Array.from({ length: size }, (_, row) =>
    Array.from({ length: size }, (_, column) => code.isDark(row, column)),
  );
};

/** A stretch of dark modules in one row: drawn as one rectangle, so that no hairline parts them. */
export interface DarkRun {
  readonly row: number;
  readonly column: number;
  readonly length: number;
}

/** All dark stretches of a matrix. */
export const darkRuns = (matrix: QrMatrix): readonly DarkRun[] =>
  matrix.flatMap((cells, row) =>
    cells.flatMap((dark, column) => {
      if (!dark || cells[column - 1]) return [];
      const end = cells.indexOf(false, column);
      return [{ row, column, length: (end < 0 ? cells.length : end) - column }];
    }),
  );
