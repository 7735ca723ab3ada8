import type { DocumentStore } from '@tongcheng/cloudfunctions/ports/document-store';
import { caseKeys, dayKeys, personKeys } from '@tongcheng/cloudfunctions/vault/records';
import { longRetryLimits, startCloud, storeIn } from '../../cloudbase/cloud';
import type { StandIn } from '../../cloudbase/stand-in/stand-in';
import { standingClock } from '../../world/clock';
import { keysIn } from '../../world/keys';
import { keyStoreContract } from './contract';

const clock = standingClock();
let cloud: StandIn | undefined;
let store: DocumentStore | undefined;
afterAll(async () => {
  await store?.close();
  await cloud?.close();
});

const open = async () => {
  cloud = await startCloud(dayKeys.name, personKeys.name, caseKeys.name);
  store = storeIn(cloud, longRetryLimits);
  return keysIn(store, clock);
};

keyStoreContract(open, { now: clock.now(), copiesUntil: 'unknown' });
