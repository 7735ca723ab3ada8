import { accessSync, constants, existsSync } from 'node:fs';
import { dirname } from 'node:path';

/** What the system says of a disk or a path, in words for whoever started the program. */
const words: Readonly<Record<string, string>> = {
  ENOSPC: '磁盘已满 the disk is full',
  EDQUOT: '已超出磁盘配额 the quota of the disk is used up',
  EROFS: '磁盘是只读的 the disk is read-only',
  EACCES: '没有权限 this user may not',
  EPERM: '没有权限 this user may not',
  ENOENT: '路径不存在 there is no such path',
  ENOTDIR: '路径上有一个不是目录 something on the way is no folder',
  EEXIST: '同名的文件挡住了目录 a file of this name is in the way',
  EIO: '磁盘读写出错 the disk fails',
};

/** The words for a fault of the file system; undefined for any other fault. */
export function diskWords(fault: unknown, path?: string): string | undefined {
  const said = codeOf(fault);
  const code = said === 'ENOENT' && path !== undefined ? whyNotThere(path) : said;
  const known = words[code];
  return known === undefined ? undefined : `${known} (${code})`;
}

const codeOf = (fault: unknown): string =>
  typeof fault === 'object' && fault !== null && 'code' in fault ? String(fault.code) : '';

/** A folder that cannot be made because the disk is read-only is reported by Node as missing: the nearest one that is there says why. */
function whyNotThere(path: string): string {
  if (!existsSync(path) && dirname(path) !== path) return whyNotThere(dirname(path));
  try {
    accessSync(path, constants.W_OK);
    return 'ENOENT';
  } catch (fault) {
    return codeOf(fault);
  }
}

/** Does something with a path; what the file system refuses is thrown with the path and why, in both languages. */
export function withDiskWords<T>(path: string, work: () => T): T {
  try {
    return work();
  } catch (fault) {
    throw named(path, fault);
  }
}

/** {@link withDiskWords} for work that takes its time. */
export const withDiskWordsLater = <T>(path: string, work: () => Promise<T>): Promise<T> =>
  work().catch((fault: unknown) => Promise.reject(named(path, fault)));

function named(path: string, fault: unknown): unknown {
  const why = diskWords(fault, path);
  return why === undefined ? fault : new Error(`不能写入 cannot write: ${path}: ${why}`, { cause: fault });
}
