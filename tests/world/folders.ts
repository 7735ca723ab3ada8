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
