import { chmodSync, closeSync, openSync, statSync } from 'node:fs';

/**
 * Makes a file for its owner only before anything is written in it; SQLite gives its logs the same mode. Where the disk does not let us (full, read-only),
 * SQLite, which opens it next, says why.
 */
export const makePrivateFile = (path: string): void => {
  try {
    closeSync(openSync(path, 'a', 0o600));
    restrictTo(path, 0o600);
  } catch {
    return;
  }
};

/**
 * Takes from group and others what an earlier release or a copy left them. Somebody else's folder (a mounted one) keeps its mode: who mounts it
 * decides.
 */
export const restrictTo = (path: string, mode: number): void => {
  const { mode: found, uid } = statSync(path);
  if ((found & 0o777 & ~mode) === 0) return;
  const own = process.getuid?.();
  if (own !== undefined && own !== 0 && own !== uid) return;
  try {
    chmodSync(path, mode);
  } catch {
    // A read-only disk: it is said where something is written.
    return;
  }
};
