import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, readdirSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { freemem } from 'node:os';
import { join } from 'node:path';
import { say } from './say.mjs';

/** Memory that is used like a disk, on Linux. */
const memory = '/dev/shm';
const name = /^tongcheng-(\d+)$/;
const gigabyte = 2 ** 30;

/** What two tests with a browser take, and what their files may take, is left to them. */
const hasSpareMemory = () => (process.availableMemory?.() ?? freemem()) >= 6 * gigabyte;

const isAlive = (pid) => {
  try {
    return process.kill(pid, 0);
  } catch (fault) {
    return fault.code === 'EPERM';
  }
};

/** What a run that was killed left behind would take memory for ever. */
const removeLeftBehind = () => {
  for (const left of readdirSync(memory))
    if (name.test(left) && !isAlive(Number(name.exec(left)[1]))) takeAway(join(memory, left));
};

/** As open to others as the system's own temporary folder: a database server of the tests runs as a user of its own. */
const make = (folder) => {
  mkdirSync(folder, { recursive: true });
  chmodSync(folder, 0o1777);
  const program = join(folder, 'program');
  writeFileSync(program, '#!/bin/sh\n', { mode: 0o755 });
  // Some containers let nothing be run from there, and tests start programs that they write.
  execFileSync(program);
  rmSync(program);
};

/**
 * A temporary folder in memory, where what tests write waits for no disk; undefined where there is too little memory, or none that can
 * be used so: then the system's own folder serves as well, only slower.
 */
const folderInMemory = () => {
  if (!hasSpareMemory()) return undefined;
  const folder = join(memory, `tongcheng-${process.pid}`);
  try {
    removeLeftBehind();
    const { bavail, bsize } = statfsSync(memory);
    if (bavail * bsize < 2 * gigabyte) return undefined;
    make(folder);
    return folder;
  } catch {
    rmSync(folder, { recursive: true, force: true });
    return undefined;
  }
};

/** What somebody still writes to or has mounted stays until the next run: it is no fault of the tests that ran. */
const takeAway = (folder) => {
  try {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  } catch (fault) {
    say(`temporary folder: ${fault.message}`);
  }
};

/** Does work whose programs take their temporary folder from the environment that it is given; takes the folder away. */
export const withTemporaryFolder = async (work) => {
  const folder = folderInMemory();
  try {
    return await work(folder === undefined ? {} : { TMPDIR: folder });
  } finally {
    if (folder !== undefined) takeAway(folder);
  }
};
