import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { keyFileService } from '../adapters/key-file/key-file';
import { openKeyFile } from '../adapters/key-file/open-key-file';
import { openSqliteStore } from '../adapters/sqlite/open-sqlite-store';
import type { DocumentStore } from '../ports/document-store';
import type { Config } from './config';
import { keysApart } from './keys-apart';

/** The master key's service, and the embedded store with its wrapped keys in a folder beside the master key. */
export async function openStoreAndKeys(config: Config, brought: DocumentStore | undefined) {
  const folder = join(config.TONGCHENG_DATA, 'store');
  const keyFolder = `${config.TONGCHENG_KEY_FILE}.store`;
  const isNew = !existsSync(folder);
  const keys = keyFileService(await openKeyFile(config.TONGCHENG_KEY_FILE, isNew));
  if (brought) return { keys, store: brought };
  if (!isNew && !existsSync(keyFolder))
    throw new Error(
      `已有数据，但找不到密钥目录。没有它，任何人和任何一天都打不开；请把它放回。 There is data but its folder of keys is missing; without it no person and no day can be opened. Bring it back: ${keyFolder}`,
    );
  const apart = openSqliteStore({ folder: keyFolder });
  return { keys, store: keysApart(openSqliteStore({ folder }), apart) };
}
