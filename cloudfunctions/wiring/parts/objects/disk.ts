import { join } from 'node:path';
import * as z from 'zod';
import { openDiskObjects } from '../../../adapters/disk/disk-objects';
import { choice } from '../../choice';
import type { InstalledObjects, ObjectsPart } from './part';

const settings = z.object({
  /** Files are sealed in the folder `objects` inside it. */
  TONGCHENG_DATA: z.string().min(1),
});

/** Files in a folder of this machine, sealed, served by the host. */
export const disk = choice(
  settings,
  async ({ TONGCHENG_DATA }, { clock, keys, publicUrl }: ObjectsPart['needs']): Promise<InstalledObjects> =>
    openDiskObjects({ folder: join(TONGCHENG_DATA, 'objects'), key: await keys.derive('objects'), publicUrl, clock }),
);
