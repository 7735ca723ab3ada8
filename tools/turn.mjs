import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { at } from './places.mjs';
import { say } from './say.mjs';

const lock = at('dist/.stamps/building');

const isAlive = (pid) => {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
};

const holder = () => {
  try {
    return Number(readFileSync(lock, 'utf8'));
  } catch {
    return 0;
  }
};

const take = () => {
  try {
    writeFileSync(lock, String(process.pid), { flag: 'wx' });
    return true;
  } catch {
    return false;
  }
};

/** Two builds into one folder would mix their files, so they take turns; a turn whose owner died is over. */
export const inTurn = async (work) => {
  mkdirSync(at('dist/.stamps'), { recursive: true });
  for (let waited = 0; !take(); waited += 1) {
    if (!isAlive(holder())) rmSync(lock, { force: true });
    if (waited === 10) say(`build: waiting for another build (process ${holder()}) …`);
    await pause(200);
  }
  try {
    return await work();
  } finally {
    rmSync(lock, { force: true });
  }
};
