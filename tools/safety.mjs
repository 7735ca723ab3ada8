import { existsSync } from 'node:fs';
import { runTs } from './run-ts.mjs';

/** `npm run safety [-- NAME …] [--full]`: tries what must never happen, a hundredth of it or all; the evidence is in dist/safety. Fails at the first broken promise. */
// No promise of these is the disk's, and a disk that syncs each write of a small world takes twenty times as long.
if (existsSync('/dev/shm')) process.env.TMPDIR ??= '/dev/shm';
process.exitCode = await runTs('tests/safety/main.ts', process.argv.slice(2));
