import * as z from 'zod';
import { openCloudBaseObjects } from '../../../adapters/cloudbase/open-cloudbase-objects';
import { choice } from '../../choice';
import { cloudBaseAt, cloudBaseSettings } from '../cloudbase';
import type { InstalledObjects, ObjectsPart } from './part';

const settings = z.object(cloudBaseSettings);

/** Files in CloudBase's storage, which serves the links itself. */
export const cloudBaseFiles = choice(
  settings,
  (given, { clock }: ObjectsPart['needs']): InstalledObjects =>
    openCloudBaseObjects({ ...cloudBaseAt(given.TONGCHENG_CLOUDBASE_ENV, given), clock }),
);
