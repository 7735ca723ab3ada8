import Taro from '@tarojs/taro';

/** A file that came in an answer. */
export interface CameFile {
  readonly fileName: string;
  readonly contentType: string;
  readonly base64: string;
}

/**
 * Puts a file where its owner can keep it: on the phone, opened with the menu by which it is saved or passed on. False when the
 * phone refuses to keep it.
 */
export async function saveFile({ fileName, base64 }: CameFile): Promise<boolean> {
  const filePath = `${Taro.env.USER_DATA_PATH}/${fileName}`;
  try {
    Taro.getFileSystemManager().writeFileSync(filePath, base64, 'base64');
  } catch {
    return false;
  }
  // A program's file has no viewer on phones; it lies there all the same.
  await Taro.openDocument({ filePath, showMenu: true }).catch(() => undefined);
  return true;
}
