import { startCloud, storeIn } from '../../cloudbase/cloud';
import { documentStoreContract } from './contract';
import type { OpenStore } from './opened';
import { daySamples, samples } from './samples';

// The real SDK against the stand-in of tests/cloudbase/stand-in, whose reading of queries is its own: mingo only judges.
const open: OpenStore = async () => {
  const cloud = await startCloud(samples.name, daySamples.name);
  let store = storeIn(cloud);
  return {
    store,
    reopen: async () => {
      await store.close();
      store = storeIn(cloud);
      return store;
    },
    clear: () => {
      for (const documents of cloud.collections.values()) documents.clear();
    },
    remove: async () => {
      await store.close();
      await cloud.close();
    },
  };
};

documentStoreContract('cloudbase', open);
