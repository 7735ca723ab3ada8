import { giveFirstOfficialsCities } from '@tongcheng/cloudfunctions/app/oversight/cities-of-first-officials';
import { createFirstOfficials } from '@tongcheng/cloudfunctions/app/oversight/first-officials';
import type { ShowCredentials } from '@tongcheng/cloudfunctions/app/oversight/official-credentials';
import { resetOfficial } from '@tongcheng/cloudfunctions/app/oversight/reset-official';
import type { Environment } from '@tongcheng/cloudfunctions/wiring/adapter-option';
import { readConfigOf } from '@tongcheng/cloudfunctions/wiring/config';
import { makeContainer } from '@tongcheng/cloudfunctions/wiring/container';
import * as cloudbase from '@tongcheng/cloudfunctions/wiring/targets/cloudbase';
import { bringCities, refuseSimulatedCity, servedCities } from '../../host/bring-cities';

/** What is wanted of {@link prepareCloud}. */
export interface Wanted {
  /** Folder of city files to bring in; without one, the cities that are there already. */
  readonly citiesFolder?: string;
  /** An official who is given new sign-in. */
  readonly reset?: string;
  readonly say: (line: string) => void;
  readonly showCredentials: ShowCredentials;
}

/**
 * What an installation in the cloud needs and no function of it makes: cities and the first officials, whose credentials are shown once. Works on
 * the cloud's own database with the names of the deployment; safe to repeat. Throws a sentence in both languages.
 */
export async function prepareCloud(environment: Environment, wanted: Wanted): Promise<void> {
  const container = await makeContainer(readConfigOf(environment, cloudbase, {}));
  try {
    await refuseSimulatedCity(container);
    if (wanted.citiesFolder !== undefined) await bringCities(container, wanted.citiesFolder, { say: wanted.say });
    const codes = await servedCities(container, wanted.citiesFolder);
    await createFirstOfficials(container, codes, wanted.showCredentials);
    for (const login of await giveFirstOfficialsCities(container, codes))
      wanted.say(`管理人员 ${login} 可管理全部城市 official ${login} now serves every city`);
    if (wanted.reset === undefined) return;
    const outcome = await resetOfficial(container, wanted.reset, codes, wanted.showCredentials);
    if (outcome === 'unknown') throw new Error(`没有这个登录名。 Nobody has this login: ${wanted.reset}`);
  } finally {
    await container.store.close();
  }
}
