import { runTs } from './run-ts.mjs';

/** `npm run fuzz -- 100000`: so many bodies at every endpoint; fails when one was answered by a fault or in another form. */
process.exitCode = await runTs('tests/edge/fuzz-main.ts', process.argv.slice(2));
