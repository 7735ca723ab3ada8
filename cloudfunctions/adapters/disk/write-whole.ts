import { randomUUID } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, open, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

/** Makes a change in a folder survive a power cut. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  await handle.sync().finally(() => handle.close());
}

/** Makes a folder with its parents, each durable. */
async function makeFolder(folder: string): Promise<void> {
  const first = await mkdir(folder, { recursive: true, mode: 0o700 });
  if (first === undefined) return;
  for (let made = folder; made.length >= first.length; made = dirname(made)) await syncFolder(dirname(made));
}

/**
 * Writes a file whole or not at all: into `incoming`, synced, then renamed into place, the folder synced. Both folders lie
 * on one file system. Whatever was there before is replaced in one step.
 */
export async function writeWhole(incoming: string, target: string, content: Readable): Promise<void> {
  await makeFolder(incoming);
  const path = join(incoming, randomUUID());
  try {
    await pipeline(content, createWriteStream(path, { flags: 'wx', mode: 0o600, flush: true }));
    await makeFolder(dirname(target));
    await rename(path, target);
    await syncFolder(dirname(target));
  } catch (cause) {
    await rm(path, { force: true });
    throw cause;
  }
}
