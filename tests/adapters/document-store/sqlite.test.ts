import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openSqliteStore } from '@tongcheng/cloudfunctions/adapters/sqlite/open-sqlite-store';
import { documentStoreContract } from './contract';
import type { OpenStore } from './opened';

const open: OpenStore = async () => {
  const folder = await mkdtemp(join(tmpdir(), 'tongcheng-store-'));
  let store = openSqliteStore({ folder });
  return {
    store,
    reopen: async () => {
      await store.close();
      store = openSqliteStore({ folder });
      return store;
    },
    remove: async () => {
      await store.close();
      await rm(folder, { recursive: true });
    },
  };
};

documentStoreContract('sqlite', open);
