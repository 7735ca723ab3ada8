import type { TextFiles } from '../../client/second-place';
import { appFilePath, deleteAppFile, listAppFiles, readAppText, writeAppText } from '../files/app-files';

/** Files in this program's own folder: they have their own room beside the small storage. */
export const keptFiles: TextFiles = {
  names: listAppFiles,
  read: (name) => readAppText(appFilePath(name)),
  write: (name, text) => writeAppText(appFilePath(name), text),
  remove: (name) => deleteAppFile(appFilePath(name)),
};
