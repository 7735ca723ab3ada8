import { closeSync, fsyncSync, mkdirSync, openSync, readdirSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';

/** Makes a folder that survives a power cut: its entry in the folder above is on the disk. */
export const makeFolder = (path: string): void => {
  mkdirSync(path, { recursive: true });
  syncFolder(path);
  syncFolder(dirname(path));
};

/** The entries of a folder are on the disk when this returns. */
export const syncFolder = (path: string): void => {
  const folder = openSync(path, 'r');
  try {
    fsyncSync(folder);
  } finally {
    closeSync(folder);
  }
};

/** Removes a closed database for good. */
export const removeDatabase = (path: string): void => {
  for (const ending of ['', '-wal', '-shm', '-journal']) rmSync(path + ending, { force: true });
  syncFolder(dirname(path));
};

/** Names of the databases in a folder without their ending; none when there is no folder. */
export const databasesIn = (path: string): readonly string[] => {
  try {
    return readdirSync(path)
      .filter((name) => name.endsWith('.sqlite'))
      .map((name) => name.slice(0, -'.sqlite'.length));
  } catch {
    return [];
  }
};
