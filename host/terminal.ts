/** Chinese characters and full-width signs take two columns of a terminal. */
const wide = /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/g;

/** Where values begin. */
const column = 41;

const columnsOf = (text: string): number => text.length + (text.match(wide)?.length ?? 0);

/** A line of the terminal: what it is, and its value in a column of its own, whatever language stands before it. */
export const terminalLine = (what: string, value: string): string =>
  `  ${what}${' '.repeat(Math.max(1, column - columnsOf(what)))}${value}`;

/** Writes to the terminal, or to whatever keeps its lines, and resolves when the text has left this process. */
export const writeStdout = (text: string): Promise<void> =>
  new Promise((resolve, reject) => {
    process.stdout.write(text, (fault) => (fault ? reject(fault) : resolve()));
  });
