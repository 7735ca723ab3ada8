/** Reports how far something is: `done` of `total`. */
export type Progress = (done: number, total: number) => void;

const words = (done: number, total: number) => `昨天的出行 yesterday’s journeys: ${done} / ${total}`;

/** Lines for a log, one every tenth of the way. */
export function progressLines(say: (line: string) => void): Progress {
  let said = -1;
  return (done, total) => {
    const tenths = Math.floor((10 * done) / Math.max(total, 1));
    if (tenths === said) return;
    said = tenths;
    say(words(done, total));
  };
}

/** One line on a terminal, written over and over until it is whole. */
export const progressOnTerminal =
  (write: (text: string) => void): Progress =>
  (done, total) =>
    write(`\r${words(done, total)}${done >= total ? '\n' : ''}`);
