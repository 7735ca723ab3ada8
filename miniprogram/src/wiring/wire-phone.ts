import { createClient } from '@tongcheng/shared/client';
import { createCityBook } from '../client/city-book';
import { createClock } from '../client/clock';
import type { Phone } from '../client/phone';
import { createRecords } from '../client/records';
import { createRiderClient, tokenOf } from '../client/rider-client';
import { platformSignIn } from '../platform/account/sign-in';
import { phoneNow } from '../platform/device/clock';
import { randomBytes } from '../platform/device/random';
import { phoneTransport } from '../platform/network/transport';
import { phoneStorage } from '../platform/storage/phone-storage';
import { alone } from '../platform/storage/tabs';

/** The one place where the app's parts meet this platform's. */
export function wirePhone(): Phone {
  const records = createRecords(phoneStorage);
  const open = createClient(phoneTransport, () => undefined);
  const city = createCityBook({ client: open, records, phoneNow });
  const rider = createRiderClient({
    client: createClient(phoneTransport, () => tokenOf({ records })),
    records,
    phoneNow,
    signIn: platformSignIn,
    city: async () => (await city.ensure())?.city,
    alone,
  });
  return { rider, open, city, records, clock: createClock(records, phoneNow), randomBytes, alone };
}
