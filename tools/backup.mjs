import { runTs } from './run-ts.mjs';

/** `npm run backup` and `npm run restore`: docs/operations.md. */
process.exitCode = await runTs('host/backup/main.ts', process.argv.slice(2));
