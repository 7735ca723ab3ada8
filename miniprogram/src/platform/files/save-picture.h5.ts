import { saveFile } from './save-file.h5';

/** Hands a PNG to the browser's own download. */
export async function savePicture(fileName: string, base64: string): Promise<boolean> {
  return (await saveFile({ fileName, contentType: 'image/png', base64 })).is === 'saved';
}
