import { openCloudTown } from '../cloudbase/cloud-town';
import { bundlesRun } from './run-suite';

bundlesRun('cloudbase', async () => {
  const { environment, close } = await openCloudTown(Date.now());
  return { environment, close };
});
