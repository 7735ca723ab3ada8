import { constants, copyFile, mkdir, readdir } from 'node:fs/promises';
import { dirname, join, relative, sep } from 'node:path';

/**
 * Copies the files of an object store's folder, one after another, and gives the path of each within it. Hosts go on meanwhile: what is removed before its turn
 * is left out, and so is what begins with a dot, drafts that a host is writing and the mark of whose folder it is. The target may be there already, as
 * a folder is where another disk is mounted; a file in it is never overwritten.
 */
export async function* copyFiles(from: string, target: string): AsyncIterable<string> {
  await mkdir(target, { recursive: true, mode: 0o700 });
  for (const file of await readdir(from, { recursive: true, withFileTypes: true })) {
    const path = relative(from, join(file.parentPath, file.name));
    if (!file.isFile() || path.split(sep).some((part) => part.startsWith('.'))) continue;
    await mkdir(dirname(join(target, path)), { recursive: true, mode: 0o700 });
    if (await isCopied(join(from, path), join(target, path))) yield path;
  }
}

const isCopied = (from: string, to: string): Promise<boolean> =>
  copyFile(from, to, constants.COPYFILE_EXCL).then(
    () => true,
    (fault: NodeJS.ErrnoException) => (fault.code === 'ENOENT' ? false : Promise.reject(fault)),
  );
