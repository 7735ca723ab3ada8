import { openStoreKeys } from '@tongcheng/cloudfunctions/adapters/store-keys/store-keys';
import { caseKeys, dayKeys, epochKeys, personKeys } from '@tongcheng/cloudfunctions/vault/records';
import { standingClock } from '../../world/clock';
import { ownStore } from '../../world/instance';
import { keysIn } from '../../world/keys';
import { keyStoreContract } from './contract';

const clock = standingClock();
const [first, second] = [ownStore(), ownStore()];
afterAll(() => Promise.all([first.close(), second.close()]));

describe('where the operator decides about backups', () => {
  keyStoreContract(async () => keysIn(first.store, clock), { now: clock.now(), copiesUntil: 'unknown' });
});

describe('where copies are gone after two days', () => {
  const collections = { day: dayKeys, person: personKeys, case: caseKeys, epoch: epochKeys };
  const keys = openStoreKeys({ store: second.store, clock, copyDays: () => 2, collections });
  keyStoreContract(async () => keys, { now: clock.now(), copiesUntil: clock.now() + 2 * 86_400_000 });
});
