import { join } from 'node:path';
import { openDiskObjects } from '@tongcheng/cloudfunctions/adapters/disk/disk-objects';
import { instanceOver, ownStore, testMaster } from '../world/instance';

/** An instance of its own with what the sweeper takes, and the faults that it logged. */
export async function openSweeping() {
  const { store, folder, close } = ownStore();
  const instance = await instanceOver(store);
  const faults: string[] = [];
  const log = {
    event: (level: string, what: string): void => {
      if (level === 'fault') faults.push(what);
    },
  };
  const { clock, publicUrl } = instance;
  const objects = openDiskObjects({ folder: join(folder, 'objects'), key: testMaster, publicUrl, clock });
  return { needs: { ...instance, log, objects }, store, folder, faults, close };
}
