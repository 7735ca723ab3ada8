import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openThreadedStore } from '@tongcheng/cloudfunctions/adapters/sqlite/thread/open-threaded-store';
import { threadProgram } from '../../store/thread-program';
import { documentStoreContract } from './contract';
import type { OpenStore } from './opened';

const program = threadProgram();

const open: OpenStore = async () => {
  const folder = await mkdtemp(join(tmpdir(), 'tongcheng-store-'));
  let store = await openThreadedStore({ folder, program });
  return {
    store,
    reopen: async () => {
      await store.close();
      store = await openThreadedStore({ folder, program });
      return store;
    },
    remove: async () => {
      await store.close();
      await rm(folder, { recursive: true });
    },
  };
};

documentStoreContract('sqlite in a thread of its own', open);
