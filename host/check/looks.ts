import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { access, constants, stat } from 'node:fs/promises';
import { lookAtServer } from '@tongcheng/cloudfunctions/adapters/postgres/look';
import type { KeyService } from '@tongcheng/cloudfunctions/ports/key-service';
import type { Services } from '@tongcheng/cloudfunctions/wiring/deployment-target';

/** What a look found: words for whoever asked; `unproven` where looking would cost money or reach somebody. Throws when it fails. */
export type Look = () => Promise<string | { readonly unproven: string }>;

/** A look with what it looks at, in both languages. */
export type NamedLook = readonly [what: string, look: Look];

/** Asks a PostgreSQL server, by the name in the environment that says where it is. */
export const databaseLook =
  (url: string): Look =>
  async () => {
    const { hostname, port, pathname } = new URL(url);
    const place = `${hostname}:${port || '5432'}${pathname}`;
    const found = await lookAtServer(url).catch((cause: unknown) => Promise.reject(new Error(place, { cause })));
    if (!found.isDurable) throw new Error(`${place}: fsync, full_page_writes 必须打开 must be on`);
    if (!found.mayCreate) throw new Error(`${place}: GRANT CREATE ON DATABASE … TO "${found.user}"`);
    return `PostgreSQL ${found.version}, ${place}, ${found.user}, ${found.answersInMs.toFixed(1)} ms`;
  };

/** Whether this user may write into a folder; one that is not there is made by the first start, never by a look. */
export const folderLook =
  (folder: string): Look =>
  async () => {
    if (!existsSync(folder))
      return { unproven: `还没有，第一次启动会创建 none yet: the first start makes it: ${folder}` };
    if (!(await stat(folder)).isDirectory()) throw new Error(`不是文件夹 it is no folder: ${folder}`);
    await access(folder, constants.R_OK | constants.W_OK | constants.X_OK);
    return folder;
  };

/** Seals and opens 32 bytes. */
export const keysLook =
  (keys: KeyService): Look =>
  async () => {
    const key = new Uint8Array(32).fill(7);
    const opened = await keys.unwrap(await keys.wrap(key, 'check'), 'check');
    if (!Buffer.from(opened).equals(Buffer.from(key)))
      throw new Error('解出的不是所封的 what opens is not what was sealed');
    return '能封能解 seals and opens';
  };

/** Writes a file, reads it back and removes it. */
export const objectsLook =
  ({ objects }: Services): Look =>
  async () => {
    const key = `check/${randomUUID()}`;
    await objects.put(key, Buffer.from(key), 'text/plain');
    try {
      const parts: Uint8Array[] = [];
      for await (const part of await objects.get(key)) parts.push(part);
      if (Buffer.concat(parts).toString() !== key)
        throw new Error('读回的不是所写的 what is read back is not what was written');
    } finally {
      await objects.delete(key);
    }
    return '能写、能读、能删 writes, reads and removes';
  };
