import { lineLog } from '@tongcheng/cloudfunctions/adapters/system/line-log';
import { pooledChance } from '@tongcheng/cloudfunctions/adapters/system/pooled-chance';
import { readConfigOf } from '@tongcheng/cloudfunctions/wiring/config';
import { type Container, makeContainer } from '@tongcheng/cloudfunctions/wiring/container';
import type { ServiceModules } from '@tongcheng/cloudfunctions/wiring/port-definition';
import * as servers from '@tongcheng/cloudfunctions/wiring/targets/servers';
import { describeAbsence, type InstallationPlace } from './installation-place';

/** Never printed: what is done here makes no links. */
const nowhere = 'http://localhost';

/**
 * Does something with an installation that a host has made; services that are not taken need not be configured. Throws a sentence in both
 * languages when there is no data or no key; then nothing is made or changed.
 */
export async function atInstallation<Made extends object, T>(
  place: InstallationPlace,
  services: ServiceModules<Made>,
  work: (container: Container<Made>) => Promise<T>,
): Promise<T> {
  const own = { TONGCHENG_DATA: place.dataFolder, TONGCHENG_KEY_FILE: place.keyFile, TONGCHENG_PUBLIC_URL: nowhere };
  const config = readConfigOf({ ...process.env, ...own }, servers, services);
  const clock = { now: () => Date.now() };
  const log = lineLog((line) => process.stderr.write(line));
  const documents = await config.store({ clock, chance: pooledChance(), log });
  if (!(await documents.holdsData())) throw new Error(describeAbsence(place));
  const container = await makeContainer(config, { clock, log });
  try {
    return await work(container);
  } finally {
    await container.store.close();
  }
}
