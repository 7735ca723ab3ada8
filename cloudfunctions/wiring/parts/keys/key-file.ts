import * as z from 'zod';
import { keyFileService } from '../../../adapters/key-file/key-file';
import { openKeyFile } from '../../../adapters/key-file/open-key-file';
import { choice } from '../../choice';
import type { KeysPart } from './part';

const settings = z.object({
  /** File of the master key, outside the data folder. */
  TONGCHENG_KEY_FILE: z.string().min(1),
});

/** The master key in a file of this machine. */
export const keyFile = choice(settings, async ({ TONGCHENG_KEY_FILE }, { mayCreate }: KeysPart['needs']) =>
  keyFileService(await openKeyFile(TONGCHENG_KEY_FILE, mayCreate)),
);
