import { closeSync, fsyncSync, ftruncateSync, openSync, renameSync, rmSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';

/**
 * Writes a file whole or not at all: beside the old one, flushed, and then put into its place; after a power cut there is the old or the new
 * one. Only the program's own user may read it. Throws where the disk does not take it.
 */
export function writeFlushed(path: string, content: string | Uint8Array): void {
  const draft = `${path}.draft`;
  try {
    const file = openSync(draft, 'w', 0o600);
    try {
      writeAll(file, typeof content === 'string' ? Buffer.from(content) : content);
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    renameSync(draft, path);
  } catch (fault) {
    rmSync(draft, { force: true });
    throw fault;
  }
  flushFolder(dirname(path));
}

/** Writes every byte at the end of an open file, or throws and leaves the file as long as it was. */
export function appendAll(file: number, bytes: Uint8Array, length: number): void {
  try {
    writeAll(file, bytes, length);
  } catch (fault) {
    ftruncateSync(file, length);
    throw fault;
  }
}

function writeAll(file: number, bytes: Uint8Array, from = 0): void {
  let written = 0;
  while (written < bytes.length) written += writeSync(file, bytes, written, bytes.length - written, from + written);
}

/** Makes the names of a folder outlast a power cut; where the system cannot flush folders, it keeps them itself. */
export function flushFolder(folder: string): void {
  if (process.platform === 'win32') return;
  const open = openSync(folder, 'r');
  try {
    fsyncSync(open);
  } finally {
    closeSync(open);
  }
}
