import type { ReceivedFile, SaveOutcome } from './save-file';

/** A browser downloads anything. */
export const canSaveSheets = true;

/** Hands a file to the browser's own download. */
export async function saveFile({ fileName, contentType, base64 }: ReceivedFile): Promise<SaveOutcome> {
  const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
  const url = URL.createObjectURL(new Blob([bytes], { type: contentType }));
  const link = document.createElement('a');
  link.href = url;
  link.download = fileName;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
  return { is: 'saved' };
}
