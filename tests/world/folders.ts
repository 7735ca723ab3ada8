import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Runs a test body with an empty folder of its own. */
export const inFolder = (body: (folder: string) => Promise<void>) => async () => {
  const folder = await mkdtemp(join(tmpdir(), 'tongcheng-store-'));
  try {
    await body(folder);
  } finally {
    await rm(folder, { recursive: true });
  }
};

/** The bytes of a key file. */
export const keyCopy = (file: string): Uint8Array => Buffer.from(readFileSync(file, 'utf8').trim(), 'base64');
