import { environmentIn } from '../world/town';
import { bundlesRun } from './run-suite';

bundlesRun('machine', async (folder) => ({ environment: environmentIn(folder), close: async () => undefined }));
