import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { writeWhole } from '@tongcheng/cloudfunctions/adapters/disk/write-whole';

/** In the data folder, so that the host of the same machine can say how old the backup is; no part of a backup. */
const markIn = (dataFolder: string): string => join(dataFolder, 'last-backup');

/** Notes that a whole backup began at this instant (ISO). */
export const noteBackup = (dataFolder: string, at: string): Promise<void> =>
  writeWhole(dataFolder, markIn(dataFolder), Readable.from([`${at}\n`]));

/** When the last whole backup that was made on this machine began, in ms since 1970; 0 where none is known. */
export async function lastBackup(dataFolder: string): Promise<number> {
  const text = await readFile(markIn(dataFolder), 'utf8').catch(() => '');
  return Date.parse(text.trim()) || 0;
}
