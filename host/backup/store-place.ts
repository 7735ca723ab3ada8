import { lineLog } from '@tongcheng/cloudfunctions/adapters/system/line-log';
import { pooledChance } from '@tongcheng/cloudfunctions/adapters/system/pooled-chance';
import { readConfigOf } from '@tongcheng/cloudfunctions/wiring/config';
import type { StorePlace } from '@tongcheng/cloudfunctions/wiring/definitions/store';
import * as servers from '@tongcheng/cloudfunctions/wiring/targets/servers';
import type { InstallationPlace } from '../installation-place';

/** The environment with a place in it; what the place does not say stays as the process has it. */
const environmentAt = ({ dataFolder, keyFile }: InstallationPlace) => ({
  TONGCHENG_PUBLIC_URL: 'http://127.0.0.1',
  ...process.env,
  TONGCHENG_DATA: dataFolder,
  TONGCHENG_KEY_FILE: keyFile,
});

/** The same with the embedded store and files on the disk, whatever the installation has: for a scratch place. */
export const embeddedAt = (place: InstallationPlace) => ({
  ...environmentAt(place),
  TONGCHENG_STORE: 'embedded',
  TONGCHENG_OBJECTS: 'disk',
});

/** Where the documents of an installation are: in its data folder, or on the servers that the environment names. */
export const storePlaceOf = (
  place: InstallationPlace,
  environment: ReturnType<typeof environmentAt> = environmentAt(place),
): Promise<StorePlace> => {
  const config = readConfigOf(environment, servers, {});
  return config.store({
    clock: { now: () => Date.now() },
    chance: pooledChance(),
    log: lineLog((line) => process.stderr.write(line)),
  });
};
