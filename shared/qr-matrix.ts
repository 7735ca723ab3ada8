/** Which modules are dark, row by row, without the quiet zone. */
export type QrMatrix = readonly (readonly boolean[])[];

/** Light modules on each side that readers need. */
export const quietZone = 4;

const alphanumeric = /^[0-9A-Z $%*+\-./:]+$/;
/** How much of a code may be damaged and still be read: 15, 25, 30 %. */
const levels = ['M', 'Q', 'H'] as const;

/** What a library of QR codes offers: a code of the smallest version (0) that takes the text. */
type NewCode = (
  version: 0,
  level: (typeof levels)[number],
) => {
  addData(text: string, mode: 'Alphanumeric' | 'Byte'): void;
  make(): void;
  getModuleCount(): number;
  isDark(row: number, column: number): boolean;
};

/** Draws with a library the smallest QR code of a text at level M, or at a higher level where that takes no more modules. */
export const qrMatrixBy =
  (newCode: NewCode) =>
  (text: string): QrMatrix => {
    const [least, ...higher] = levels.map((level) => {
      const code = newCode(0, level);
      code.addData(text, alphanumeric.test(text) ? 'Alphanumeric' : 'Byte');
      code.make();
      return code;
    });
    const size = least?.getModuleCount() ?? 0;
    const code = higher.findLast((each) => each.getModuleCount() === size) ?? least;
    return Array.from({ length: size }, (_, row) =>
      Array.from({ length: size }, (_, column) => code?.isDark(row, column) ?? false),
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
