import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import lockfile from 'proper-lockfile';
import { at } from './places.mjs';
import { say } from './say.mjs';

const folder = at('dist/.stamps');

/** A lock whose holder died is given up after this long; a living one renews it, also through a step that blocks for a while. */
const times = { stale: 60_000, update: 10_000 };

/** Undefined while another build holds the lock; any other fault (a folder that cannot be written) is thrown as it is. */
const tryLock = () =>
  lockfile.lock(folder, { lockfilePath: join(folder, 'building.lock'), ...times }).catch((fault) => {
    if (fault.code !== 'ELOCKED') throw fault;
  });

/** Two builds into one folder would mix their files, so one waits for the other. */
export const withBuildLock = async (work) => {
  mkdirSync(folder, { recursive: true });
  let release = await tryLock();
  for (let waited = 0; release === undefined; waited += 1) {
    if (waited === 10) say('build: waiting for another build …');
    await pause(200);
    release = await tryLock();
  }
  try {
    return await work();
  } finally {
    await release();
  }
};
