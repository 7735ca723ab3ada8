import { createClient } from '@tongcheng/shared/client';
import { createCityCache } from '../client/city-cache';
import { createClock } from '../client/clock';
import { createCrewClient, crewTokenOf } from '../client/crew-client';
import { createLaunchLinks } from '../client/launch-links';
import type { Phone } from '../client/phone';
import { createPhonePosition } from '../client/phone-position';
import { createMemoryStorage, createRecords } from '../client/records';
import { createRiderClient, tokenOf } from '../client/rider-client';
import { createSecondPlace } from '../client/second-place';
import { platformSignIn } from '../platform/account/sign-in';
import { phoneNow } from '../platform/device/clock';
import { launchLink } from '../platform/device/launch-link';
import { readPosition } from '../platform/device/position';
import { randomBytes } from '../platform/device/random';
import { phoneTransport } from '../platform/network/transport';
import { keptFiles } from '../platform/storage/kept-files';
import { phoneStorage } from '../platform/storage/phone-storage';
import { withLock } from '../platform/storage/tabs';

/** The one place where the app's parts meet this platform's. */
export function wirePhone(): Phone {
  const records = createRecords(phoneStorage, createSecondPlace(keptFiles, randomBytes));
  const publicClient = createClient(phoneTransport, () => undefined);
  const city = createCityCache({ client: publicClient, records, phoneNow });
  const rider = createRiderClient({
    client: createClient(phoneTransport, () => tokenOf({ records })),
    records,
    phoneNow,
    signIn: platformSignIn,
    city: async () => (await city.ensure())?.city,
    withLock,
  });
  const crew = createCrewClient({
    client: createClient(phoneTransport, () => crewTokenOf(records)),
    ...{ records, phoneNow, withLock },
  });
  return {
    rider,
    crew,
    publicClient,
    city,
    records,
    memory: createRecords(createMemoryStorage()),
    launchLinks: createLaunchLinks(launchLink),
    clock: createClock(records, phoneNow),
    position: createPhonePosition({ records, phoneNow, read: readPosition }),
    randomBytes,
    withLock,
  };
}
