import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { describeAbsence, type InstallationPlace } from '../installation-place';
import type { Manifest } from './archive';
import { backUp } from './back-up';
import { noteBackup } from './last-backup';
import type { BackupPart } from './parts';
import { storePlaceOf } from './store-place';

/**
 * Backs up an installation into empty folders, one for each part. What fails on the way leaves nothing in them; that all of it was saved is noted beside
 * the data, for whoever watches the age of backups.
 */
export async function runBackup(place: InstallationPlace, parts: readonly BackupPart[]): Promise<readonly Manifest[]> {
  const began = new Date().toISOString();
  const documents = await storePlaceOf(place);
  if (!(await documents.holdsData())) throw new Error(describeAbsence(place));
  for (const { folder } of parts) await refuseFull(folder);
  const store = await documents.open();
  const written: Manifest[] = [];
  try {
    for (const part of parts) {
      const objects = part.holds === 'documents' ? join(place.dataFolder, 'objects') : undefined;
      written.push(await backUp(store, part, new Date().toISOString(), objects));
    }
  } catch (fault) {
    for (const { folder } of parts) await empty(folder);
    throw fault;
  } finally {
    await store.close();
  }
  if (written.every(({ incomplete = [] }) => incomplete.length === 0)) await noteBackup(place.dataFolder, began);
  return written;
}

const namesIn = (folder: string): Promise<readonly string[]> => readdir(folder).catch(() => []);

async function refuseFull(folder: string): Promise<void> {
  if ((await namesIn(folder)).length > 0)
    throw new Error(`这个目录不是空的，请另选一个。 This folder is not empty; choose another: ${folder}`);
}

async function empty(folder: string): Promise<void> {
  for (const name of await namesIn(folder)) await rm(join(folder, name), { recursive: true, force: true });
}
