import type { AddedFields } from '@tongcheng/shared/added-fields';
import type { Client } from '@tongcheng/shared/client';
import { cityRecord } from '../../miniprogram/src/client/city-cache';
import { familyRecord } from '../../miniprogram/src/client/family-record';
import type { Records } from '../../miniprogram/src/client/records';
import { createRiderClient } from '../../miniprogram/src/client/rider-client';
import { sessionRecord } from '../../miniprogram/src/client/session-record';
import { queueRecord } from '../../miniprogram/src/features/rides/queue';
import { venueCacheRecord } from '../../miniprogram/src/features/rides/venue-cache';

export { createCityCache as createCity } from '../../miniprogram/src/client/city-cache';
export { familyRecord } from '../../miniprogram/src/client/family-record';
export { createRecords } from '../../miniprogram/src/client/records';
export { tokenOf } from '../../miniprogram/src/client/rider-client';
export { deliverScans } from '../../miniprogram/src/features/rides/deliver';
export { queueScan } from '../../miniprogram/src/features/rides/queue';
export { signScan } from '../../miniprogram/src/features/rides/queued-scan';
export { knownVenue, rememberLine, rememberVenue } from '../../miniprogram/src/features/rides/venue-cache';

/** The rider's client on a phone with one copy of the app, in the web. */
export const riderOf = (needs: {
  readonly client: Client;
  readonly records: Records;
  readonly phoneNow: () => number;
  readonly code: () => Promise<string>;
  readonly city: () => Promise<string | undefined>;
}) => {
  const { code, ...rest } = needs;
  return createRiderClient({ ...rest, signIn: { channel: 'web', code }, withLock: (_name, work) => work() });
};

/** Records that a phone keeps over a release, with what they declare of fields added since. */
export const phoneRecords: readonly { readonly key: string; readonly added?: AddedFields }[] = [
  cityRecord,
  familyRecord,
  sessionRecord,
  queueRecord,
  venueCacheRecord,
];
