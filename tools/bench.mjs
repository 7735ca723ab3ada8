import { runTs } from './run-ts.mjs';

/** `npm run bench [-- scans store stores report start cold tokens usual tracing audit case forgetting coaches coachReport cards gate console overload]`: figures as a table and as JSON; fails when an aim is missed. */
process.exitCode = await runTs('bench/main.ts', process.argv.slice(2));
