/** Writes to the terminal, or to whatever keeps its lines, and resolves when the text has left this process. */
export const writeStdout = (text: string): Promise<void> =>
  new Promise((resolve, reject) => {
    process.stdout.write(text, (fault) => (fault ? reject(fault) : resolve()));
  });
