import Taro from '@tarojs/taro';
import { textOfBase64 } from './base64';
import type { ReceivedFile, SaveOutcome } from './save-file';

/** Alipay opens nothing but PDF and passes no files on: a sheet would lie where its owner never gets at it. */
export const canSaveSheets = false;

/** Copies a file of text to the clipboard, the one way that leads out of Alipay. */
export async function saveFile({ base64 }: ReceivedFile): Promise<SaveOutcome> {
  try {
    await Taro.setClipboardData({ data: textOfBase64(base64) });
    return { is: 'copied' };
  } catch {
    return { is: 'refused' };
  }
}
