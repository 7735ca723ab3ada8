/** One way of speaking for every tool: a short line, flushed at once, no colour, so that logs of CI read the same. */
export const say = (line) => process.stdout.write(`${line}\n`);

/** Seconds since `from` (a `performance.now()`), as `3.2 s`. */
export const since = (from) => `${((performance.now() - from) / 1000).toFixed(1)} s`;

/**
 * Does work that may take minutes, and says every so often that it goes on: silence looks like a hang to whoever waits.
 * Gives what the work gives.
 */
export const sayWhile = async (what, work, everyMs = 15_000) => {
  const from = performance.now();
  const beat = setInterval(() => say(`${what}: ${since(from)} so far …`), everyMs);
  try {
    return await work();
  } finally {
    clearInterval(beat);
  }
};
