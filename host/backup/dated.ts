import { existsSync } from 'node:fs';
import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';

/** Folders of dated backups are named so, in UTC: by name is by time. */
const dated = /^\d{4}-\d\d-\d\dT\d{6}Z$/;

/** The name of a backup that begins now. */
export const dateName = (now: Date): string =>
  now
    .toISOString()
    .replace(/\.\d+Z$/, 'Z')
    .replace(/:/g, '');

const isWhole = (folder: string): boolean => existsSync(join(folder, 'manifest.json'));

async function wholeIn(folder: string): Promise<readonly string[]> {
  const names = await readdir(folder).catch(() => []);
  return names
    .filter((name) => dated.test(name) && isWhole(join(folder, name)))
    .sort()
    .map((name) => join(folder, name));
}

/** The backup that a folder is, or the latest whole one of those that lie in it by date. What is none of both is given back: reading it says what is missing. */
export const latestIn = async (folder: string): Promise<string> =>
  isWhole(folder) ? folder : ((await wholeIn(folder)).at(-1) ?? folder);

/** The backup that a folder is, or every whole one of those that lie in it by date, oldest first. */
export const everyIn = async (folder: string): Promise<readonly string[]> =>
  isWhole(folder) ? [folder] : wholeIn(folder);

/** Removes the oldest whole backups of a folder, so that `keep` are left; gives what went. */
export async function keepNewest(folder: string, keep: number): Promise<readonly string[]> {
  const all = await wholeIn(folder);
  const old = all.slice(0, Math.max(0, all.length - keep));
  for (const each of old) await rm(each, { recursive: true, force: true });
  return old;
}
