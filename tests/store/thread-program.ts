import { execFileSync } from 'node:child_process';

/** Bundles the program of the embedded store's thread and gives where it is; nothing of an older build is used. */
export const threadProgram = (): string =>
  execFileSync(process.execPath, ['tools/bundled.mjs', 'cloudfunctions/adapters/sqlite/thread/store-thread.ts'], {
    encoding: 'utf8',
  }).trim();
