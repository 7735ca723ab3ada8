/** Which modules are dark, row by row, without the quiet zone. */
export type QrMatrix = readonly (readonly boolean[])[];

/** Light modules on each side that readers need. */
export const quietZone = 4;

const alphanumeric = /^[0-9A-Z $%*+\-./:]+$/;
/** How much of a code may be damaged and still be read: 30, 25, 15 %. */
const levels = ['H', 'Q', 'M'] as const;
/** Sizes of a code, from 21 to 177 modules. */
const versions = [
  1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31, 32,
  33, 34, 35, 36, 37, 38, 39, 40,
] as const;

/** A code as a library of QR codes has it; `make` throws where the version has no room for the text. */
interface Code {
  addData(text: string, mode: 'Alphanumeric' | 'Byte'): void;
  make(): void;
  getModuleCount(): number;
  isDark(row: number, column: number): boolean;
}

type NewCode = (version: (typeof versions)[number], level: (typeof levels)[number]) => Code;

/** Draws with a library the smallest QR code of a text at level M, or at a higher level where that takes no more modules. */
export const qrMatrixBy =
  (newCode: NewCode) =>
  (text: string): QrMatrix => {
    const code = smallest(newCode, text);
    const size = code.getModuleCount();
    return Array.from({ length: size }, (_, row) =>
      Array.from({ length: size }, (_, column) => code.isDark(row, column)),
    );
  };

/** That a version has no room is said before anything of it is drawn: only the code that is used costs a drawing. */
function smallest(newCode: NewCode, text: string): Code {
  for (const version of versions)
    for (const level of levels) {
      const code = newCode(version, level);
      code.addData(text, alphanumeric.test(text) ? 'Alphanumeric' : 'Byte');
      if (hasRoom(code)) return code;
    }
  throw new Error(`no QR code holds ${text.length} characters`);
}

function hasRoom(code: Code): boolean {
  try {
    code.make();
    return true;
  } catch {
    return false;
  }
}

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
