import { openStoreKeys } from '@tongcheng/cloudfunctions/adapters/store-keys/store-keys';
import type { Clock } from '@tongcheng/cloudfunctions/ports/clock';
import type { DocumentStore } from '@tongcheng/cloudfunctions/ports/document-store';
import { caseKeys, dayKeys, epochKeys, personKeys } from '@tongcheng/cloudfunctions/vault/records';

/** Wrapped keys beside the documents of one store, in the collections of the product. */
export const keysIn = (store: DocumentStore, clock: Clock) =>
  openStoreKeys({ store, clock, collections: { day: dayKeys, person: personKeys, case: caseKeys, epoch: epochKeys } });
