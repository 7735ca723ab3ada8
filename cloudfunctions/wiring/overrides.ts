import type { ProviderAddress } from '../adapters/providers-http/signed-call';
import type { Chance } from '../ports/chance';
import type { Clock } from '../ports/clock';
import type { DocumentStore } from '../ports/document-store';
import type { Log } from '../ports/log';
import type { ServiceNeeds } from './outside-service';

/** What a host or a test may put in the place of what the configuration would give. */
export interface Overrides {
  readonly clock?: Clock;
  readonly chance?: Chance;
  readonly log?: Log;
  /** A store that is open already: one that counts or breaks, or one that two containers share. */
  readonly store?: DocumentStore;
  /** Puts something around the store: a host counts its calls. */
  readonly watchStore?: (store: DocumentStore) => DocumentStore;
  /** Is given the state of the breaker around each call of an outside service, whenever it changes: a host shows it. */
  readonly watchBreaker?: ServiceNeeds['watchBreaker'];
  /** Of a host that is about to stop: work of timers begins nothing new after it. */
  readonly stopping?: AbortSignal;
  /** Outside services at hand instead of those at `TONGCHENG_PROVIDERS_URL`. */
  readonly providers?: ProviderAddress;
}
