import Taro from '@tarojs/taro';

/** Where a file of this program lies on the phone; only this program and its platform can read it. */
export const appFilePath = (name: string): string => `${Taro.env.USER_DATA_PATH}/${name}`;

/** Whether there is such a file. */
export const fileExists = (path: string): Promise<boolean> =>
  whetherSucceeds((callbacks) => Taro.getFileSystemManager().access({ path, ...callbacks }));

/** Writes bytes, or base64 text as bytes. False when the phone refuses or is too old for files. */
export const writeAppFile = (filePath: string, data: ArrayBuffer | string): Promise<boolean> =>
  whetherSucceeds((callbacks) =>
    Taro.getFileSystemManager().writeFile({
      filePath,
      data,
      ...(typeof data === 'string' && { encoding: 'base64' }),
      ...callbacks,
    }),
  );

/** Writes a text (UTF-8). */
export const writeAppText = (filePath: string, data: string): Promise<boolean> =>
  whetherSucceeds((callbacks) =>
    Taro.getFileSystemManager().writeFile({ filePath, data, encoding: 'utf8', ...callbacks }),
  );

/** Reads a text (UTF-8); undefined when there is none or the phone is too old for files. */
export const readAppText = (filePath: string): Promise<string | undefined> =>
  new Promise((resolve) => {
    const none = () => resolve(undefined);
    try {
      const success = ({ data }: { readonly data: unknown }) => resolve(typeof data === 'string' ? data : undefined);
      Taro.getFileSystemManager().readFile({ filePath, encoding: 'utf8', success, fail: none });
    } catch {
      none();
    }
  });

/** Takes a file away; nothing when there is none. */
export const deleteAppFile = (filePath: string): Promise<boolean> =>
  whetherSucceeds((callbacks) => Taro.getFileSystemManager().unlink({ filePath, ...callbacks }));

/** The names of this program's own files; none where the phone does not tell. */
export const listAppFiles = (): Promise<readonly string[]> =>
  new Promise((resolve) => {
    const none = () => resolve([]);
    try {
      const dirPath = Taro.env.USER_DATA_PATH ?? '';
      Taro.getFileSystemManager().readdir({ dirPath, success: ({ files }) => resolve(files), fail: none });
    } catch {
      none();
    }
  });

/** By callbacks, which both platforms have longest: Alipay writes at once only since base library 2.7.4. */
const whetherSucceeds = (ask: (callbacks: { success: () => void; fail: () => void }) => void): Promise<boolean> =>
  new Promise((resolve) => {
    try {
      ask({ success: () => resolve(true), fail: () => resolve(false) });
    } catch {
      resolve(false);
    }
  });
