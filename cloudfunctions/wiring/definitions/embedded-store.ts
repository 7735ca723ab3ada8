import { existsSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { openSqliteStore } from '../../adapters/sqlite/open-sqlite-store';
import { openThreadedStore } from '../../adapters/sqlite/thread/open-threaded-store';
import { adapterOption } from '../adapter-option';
import { keysApart, type StorePlace } from './store';

const settings = z.object({
  /** Folder of the embedded store. */
  TONGCHENG_DATA: z.string().min(1),
  /** Wrapped keys lie beside the master key, outside the data folder. */
  TONGCHENG_KEY_FILE: z.string().min(1),
  /** The program of the store's own thread; a host brings it. Without it the store works in the thread that asks. */
  TONGCHENG_STORE_THREAD: z.string().min(1).optional(),
});

/** The store inside this program, for one machine, with its wrapped keys in a folder beside the master key. */
export const embedded = () =>
  adapterOption(settings, ({ TONGCHENG_DATA, TONGCHENG_KEY_FILE, TONGCHENG_STORE_THREAD: program }): StorePlace => {
    const folder = join(TONGCHENG_DATA, 'store');
    const keyFolder = `${TONGCHENG_KEY_FILE}.store`;
    return {
      holdsData: async () => existsSync(folder),
      // What is deleted is overwritten, and the write-ahead log emptied, before a key counts as erased.
      keyCopyDays: () => 0,
      open: async () => {
        if (existsSync(folder) && !existsSync(keyFolder))
          throw new Error(
            `已有数据，但找不到密钥目录。没有它，任何人和任何一天都打不开；请把它放回。 There is data but its folder of keys is missing; without it no person and no day can be opened. Bring it back: ${keyFolder}`,
          );
        const apart = openSqliteStore({ folder: keyFolder, holdsKeys: true });
        const documents = program === undefined ? openSqliteStore({ folder }) : openThreadedStore({ folder, program });
        return keysApart(await documents, apart);
      },
    };
  });
