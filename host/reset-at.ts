import { lineLog } from '@tongcheng/cloudfunctions/adapters/system/line-log';
import { pooledChance } from '@tongcheng/cloudfunctions/adapters/system/pooled-chance';
import type { ShowCredentials } from '@tongcheng/cloudfunctions/app/oversight/official-credentials';
import { resetOfficial } from '@tongcheng/cloudfunctions/app/oversight/reset-official';
import { readConfigOf } from '@tongcheng/cloudfunctions/wiring/config';
import { makeContainer } from '@tongcheng/cloudfunctions/wiring/container';
import * as servers from '@tongcheng/cloudfunctions/wiring/targets/servers';
import { cityCodes } from './bring-cities';
import { describeAbsence, type InstallationPlace } from './installation-place';

/** Never printed: a reset makes no links. */
const nowhere = 'http://localhost';

/**
 * Gives an official of an installation new credentials ({@link resetOfficial}); outside services need not be configured.
 * Throws a sentence in both languages when there is no data, no key, or no such login; then nothing is made or changed.
 */
export async function resetAt(
  place: InstallationPlace,
  login: string,
  showCredentials: ShowCredentials,
): Promise<void> {
  const own = { TONGCHENG_DATA: place.dataFolder, TONGCHENG_KEY_FILE: place.keyFile, TONGCHENG_PUBLIC_URL: nowhere };
  const config = readConfigOf({ ...process.env, ...own }, servers, {});
  const clock = { now: () => Date.now() };
  const log = lineLog((line) => process.stderr.write(line));
  const documents = await config.store({ clock, chance: pooledChance(), log });
  if (!(await documents.holdsData())) throw new Error(describeAbsence(place));
  const container = await makeContainer(config, { clock, log });
  try {
    const outcome = await resetOfficial(container, login, await cityCodes(container), showCredentials);
    if (outcome === 'unknown') throw new Error(`没有这个登录名。 Nobody has this login: ${login}`);
  } finally {
    await container.store.close();
  }
}
