/** Letters of one card come within so long of each other; what lies longer is a rest of something else. */
const pauseMs = 500;
const longestLine = 80;

/** Readers that type like a keyboard: a number and Enter. Nothing of it is ever shown. */
export function typedLines(onLine: (line: string) => void): void {
  let line = '';
  let forgets: ReturnType<typeof setTimeout> | undefined;
  const forget = (): void => {
    line = '';
  };
  addEventListener('keydown', (event) => {
    clearTimeout(forgets);
    if (event.key === 'Enter') {
      if (line !== '') onLine(line);
      forget();
      return;
    }
    if (event.key.length === 1 && line.length < longestLine) line += event.key;
    forgets = setTimeout(forget, pauseMs);
  });
}
