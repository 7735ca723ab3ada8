import { runTs } from './run-ts.mjs';

/** `npm run kills -- 10000`: kills the embedded store under load that often; fails when a promise was broken. */
process.exitCode = await runTs('tests/store/kills.ts', process.argv.slice(2));
