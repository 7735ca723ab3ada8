import type { Language } from '@tongcheng/shared/text';
import { appFilePath, deleteAppFile, fileExists, listAppFiles, writeAppFile } from '../files/app-files';
import { fetchBytes } from '../network/fetch-bytes';
import { clipAddress, isMp3, voiceEdition } from './clip-source';

const prefix = `voice-${voiceEdition}-`;
const fileOf = (language: Language, name: string): string => appFilePath(`${prefix}${language}-${name}.mp3`);

/** The file of a clip that this phone holds; undefined when it has none. */
export async function storedClip(language: Language, name: string): Promise<string | undefined> {
  const file = fileOf(language, name);
  return (await fileExists(file)) ? file : undefined;
}

/** Fetches a clip into the program's own folder. False when it did not come, or the phone has no room. */
export async function downloadClip(language: Language, name: string): Promise<boolean> {
  const bytes = await fetchBytes(clipAddress(language, name)).catch(() => undefined);
  return bytes !== undefined && isMp3(bytes) && writeAppFile(fileOf(language, name), bytes.buffer);
}

/** Takes a clip away that could not be played: it is fetched anew. */
export const deleteClip = (language: Language, name: string): Promise<boolean> => deleteAppFile(fileOf(language, name));

/** Takes the clips of former editions away. */
export async function deleteOldClips(): Promise<void> {
  for (const name of await listAppFiles())
    if (name.indexOf('voice-') === 0 && name.indexOf(prefix) !== 0) await deleteAppFile(appFilePath(name));
}
