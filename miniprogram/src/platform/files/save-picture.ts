import Taro from '@tarojs/taro';
import { appFilePath, deleteAppFile, writeAppFile } from './app-files';

/** Puts a PNG among the pictures of the phone, which the platform asks its owner about. False when they or the phone refused. */
export async function savePicture(fileName: string, base64: string): Promise<boolean> {
  const filePath = appFilePath(fileName);
  if (!(await writeAppFile(filePath, base64))) return false;
  try {
    await Taro.saveImageToPhotosAlbum({ filePath });
    return true;
  } catch {
    return false;
  } finally {
    await deleteAppFile(filePath);
  }
}
