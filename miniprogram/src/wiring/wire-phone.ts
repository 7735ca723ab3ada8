import { createClient } from '@tongcheng/shared/client';
import { createCityBook } from '../client/city-book';
import { createClock } from '../client/clock';
import type { Phone } from '../client/phone';
import { createRecords } from '../client/records';
import { createRiderClient, tokenOf } from '../client/rider-client';
import { alone } from '../platform/alone';
import { phoneNow } from '../platform/phone-clock';
import { randomBytes } from '../platform/random';
import { platformSignIn } from '../platform/sign-in';
import { phoneStorage } from '../platform/storage';
import { phoneTransport } from '../platform/transport';

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
