import type { Chance } from '../ports/chance';
import type { Clock } from '../ports/clock';
import type { DocumentStore } from '../ports/document-store';
import type { KeyService } from '../ports/key-service';
import type { KeyStore } from '../ports/key-store';

/** What the vault is made of. */
export interface VaultNeeds {
  readonly store: DocumentStore;
  readonly keys: KeyService;
  /** Where the wrapped keys are. */
  readonly keyStore: KeyStore;
  readonly chance: Chance;
  readonly clock: Clock;
  /** After a disaster only: starts with an older copy of the keys, though people whose keys are lost become nobody. */
  readonly acceptsOlderKeys?: boolean;
}
