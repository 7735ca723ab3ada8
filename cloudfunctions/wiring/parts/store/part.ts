import type { Chance } from '../../../ports/chance';
import type { Clock } from '../../../ports/clock';
import type { DocumentStore } from '../../../ports/document-store';
import type { Log } from '../../../ports/log';

/** Where documents are kept, before it is opened. */
export interface StorePlace {
  /** Whether documents are there already: then a new master key would open nothing. Opens nothing that stays open. */
  readonly holdsData: () => Promise<boolean>;
  /** Opens it; wrapped keys live apart from the documents inside ({@link keysApart}). */
  readonly open: () => Promise<DocumentStore>;
}

/** Documents: `TONGCHENG_STORE`. */
export interface StorePart {
  readonly needs: { readonly clock: Clock; readonly chance: Chance; readonly log: Log };
  readonly made: StorePlace;
}
