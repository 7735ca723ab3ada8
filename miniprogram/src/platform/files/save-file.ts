import Taro from '@tarojs/taro';
import { appFilePath, deleteAppFile, writeAppFile } from './app-files';

/** A file that came in an answer. */
export interface ReceivedFile {
  readonly fileName: string;
  readonly contentType: string;
  readonly base64: string;
}

/**
 * How a file reached its owner: `saved` where it is opened or downloaded; `at-hand` when the phone has it and a touch must pass it
 * on; `copied` as text to the clipboard; `refused` when the phone did not take it.
 */
export type SaveOutcome =
  | { readonly is: 'saved' | 'copied' | 'refused'; readonly copy?: SavedCopy }
  | { readonly is: 'at-hand'; readonly pass: () => Promise<boolean>; readonly copy: SavedCopy };

/** A copy that lies within the program, to be deleted once its owner has gone on. */
export interface SavedCopy {
  readonly remove: () => void;
}

/** Whether a sheet can get off this platform. */
export const canSaveSheets: boolean = true;

/**
 * Opens a file with the menu by which it is kept or passed on. What WeChat has no viewer for goes into a chat of the owner's choice, but
 * only by a touch of its own: WeChat refuses `shareFileMessage` when anything was waited for since the last one.
 */
export async function saveFile({ fileName, base64 }: ReceivedFile): Promise<SaveOutcome> {
  const filePath = appFilePath(fileName);
  if (!(await writeAppFile(filePath, base64))) return { is: 'refused' };
  const copy = { remove: () => void deleteAppFile(filePath) };
  const opens = await Taro.openDocument({ filePath, showMenu: true }).then(
    () => true,
    () => false,
  );
  if (opens) return { is: 'saved', copy };
  return { is: 'at-hand', pass: () => passOn(filePath, fileName), copy };
}

const passOn = (filePath: string, fileName: string): Promise<boolean> =>
  new Promise((resolve) => {
    try {
      Taro.shareFileMessage({ filePath, fileName, success: () => resolve(true), fail: () => resolve(false) });
    } catch {
      // Older than base library 2.16.1.
      resolve(false);
    }
  });
