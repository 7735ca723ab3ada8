import type { Language } from '@tongcheng/shared/text';
import { clipAddress, isMp3, voiceEdition } from './clip-source';

const prefix = 'tongcheng-voice-';
/** The browser's own store of files; it is there on safe addresses only. */
const store = (): Promise<Cache> => caches.open(prefix + voiceEdition);
const hasStore = 'caches' in window;

/** A clip that this browser holds, as an address that plays; undefined when it has none. */
export async function storedClip(language: Language, name: string): Promise<string | undefined> {
  const held = hasStore ? await (await store()).match(clipAddress(language, name)) : undefined;
  return held && URL.createObjectURL(await held.blob());
}

/** Fetches a clip into the browser's store. False when it did not come. */
export async function downloadClip(language: Language, name: string): Promise<boolean> {
  if (!hasStore) return false;
  const address = clipAddress(language, name);
  const came = await fetch(address).catch(() => undefined);
  if (!came?.ok || !isMp3(new Uint8Array(await came.clone().arrayBuffer()))) return false;
  await (await store()).put(address, came);
  return true;
}

/** Takes a clip away that could not be played: it is fetched anew. */
export const deleteClip = async (language: Language, name: string): Promise<boolean> =>
  hasStore && (await store()).delete(clipAddress(language, name));

/** Takes the clips of former editions away. */
export async function deleteOldClips(): Promise<void> {
  if (!hasStore) return;
  for (const name of await caches.keys())
    if (name.startsWith(prefix) && name !== prefix + voiceEdition) await caches.delete(name);
}
