import Taro from '@tarojs/taro';

/** Where a file of this program lies on the phone; only this program and its platform can read it. */
export const ownFile = (name: string): string => `${Taro.env.USER_DATA_PATH}/${name}`;

/** Whether there is such a file. */
export const isThere = (path: string): Promise<boolean> =>
  asked((told) => Taro.getFileSystemManager().access({ path, ...told }));

/** Writes bytes, or base64 text as bytes. False when the phone refuses or is too old for files. */
export const writeOwn = (filePath: string, data: ArrayBuffer | string): Promise<boolean> =>
  asked((told) =>
    Taro.getFileSystemManager().writeFile({
      filePath,
      data,
      ...(typeof data === 'string' && { encoding: 'base64' }),
      ...told,
    }),
  );

/** Takes a file away; nothing when there is none. */
export const dropOwn = (filePath: string): Promise<boolean> =>
  asked((told) => Taro.getFileSystemManager().unlink({ filePath, ...told }));

/** The names of this program's own files; none where the phone does not tell. */
export const ownFiles = (): Promise<readonly string[]> =>
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
const asked = (ask: (told: { success: () => void; fail: () => void }) => void): Promise<boolean> =>
  new Promise((resolve) => {
    try {
      ask({ success: () => resolve(true), fail: () => resolve(false) });
    } catch {
      resolve(false);
    }
  });
