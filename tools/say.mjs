/** One way of speaking for every tool: a short line, flushed at once, no colour, so that logs of CI read the same. */
export const say = (line) => process.stdout.write(`${line}\n`);

/** Seconds since `from` (a `performance.now()`), as `3.2 s`. */
export const since = (from) => `${((performance.now() - from) / 1000).toFixed(1)} s`;
