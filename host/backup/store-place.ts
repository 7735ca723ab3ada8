import { lineLog } from '@tongcheng/cloudfunctions/adapters/system/line-log';
import { pooledChance } from '@tongcheng/cloudfunctions/adapters/system/pooled-chance';
import { readConfigOf } from '@tongcheng/cloudfunctions/wiring/config';
import type { StorePlace } from '@tongcheng/cloudfunctions/wiring/definitions/store';
import * as servers from '@tongcheng/cloudfunctions/wiring/targets/servers';
import type { InstallationPlace } from '../installation-place';

/** Where the documents of an installation are: in its data folder, or on the servers that the environment names. */
export const storePlaceOf = ({ dataFolder, keyFile }: InstallationPlace): Promise<StorePlace> => {
  const own = { TONGCHENG_DATA: dataFolder, TONGCHENG_KEY_FILE: keyFile };
  const config = readConfigOf({ TONGCHENG_PUBLIC_URL: 'http://127.0.0.1', ...process.env, ...own }, servers, {});
  return config.store({
    clock: { now: () => Date.now() },
    chance: pooledChance(),
    log: lineLog((line) => process.stderr.write(line)),
  });
};
