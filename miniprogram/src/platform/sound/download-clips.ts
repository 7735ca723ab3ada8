import type { Language } from '@tongcheng/shared/text';
import { deleteOldClips, downloadClip, storedClip } from './clip-store';

/** Kept by the module: downloads of the whole program go one after the other. */
let underWay: Promise<void> = Promise.resolve();

/**
 * Brings the clips of a language to this phone that it does not hold yet, one after the other, so that elder mode speaks without
 * network too. It stops at the first that does not come, and goes on from there the next time.
 */
export function downloadClips(language: Language, names: readonly string[]): Promise<void> {
  underWay = underWay.then(() => fetchMissing(language, names)).catch(() => undefined);
  return underWay;
}

async function fetchMissing(language: Language, names: readonly string[]): Promise<void> {
  for (const name of names)
    if ((await storedClip(language, name)) === undefined && !(await downloadClip(language, name))) return;
  await deleteOldClips();
}
