import type { ShowCredentials } from '@tongcheng/cloudfunctions/app/oversight/official-credentials';
import { resetOfficial } from '@tongcheng/cloudfunctions/app/oversight/reset-official';
import { atInstallation } from './at-installation';
import { cityCodes } from './bring-cities';
import type { InstallationPlace } from './installation-place';

/**
 * Gives an official of an installation new credentials ({@link resetOfficial}); outside services need not be configured.
 * Throws a sentence in both languages when there is no data, no key, or no such login; then nothing is made or changed.
 */
export const resetAt = (place: InstallationPlace, login: string, showCredentials: ShowCredentials): Promise<void> =>
  atInstallation(place, {}, async (container) => {
    const outcome = await resetOfficial(container, login, await cityCodes(container), showCredentials);
    if (outcome === 'unknown') throw new Error(`没有这个登录名。 Nobody has this login: ${login}`);
  });
