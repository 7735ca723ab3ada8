import type { Clock } from '../../../ports/clock';
import type { KeyService } from '../../../ports/key-service';
import type { ObjectStore } from '../../../ports/object-store';

/** Objects as this installation keeps them. */
export interface InstalledObjects extends ObjectStore {
  /** Present when the host itself serves the links: what a valid one opens. Elsewhere the storage serves its own. */
  readonly openLink?: (pathAndQuery: string) => { readonly key: string; readonly fileName: string } | undefined;
}

/** Files: `TONGCHENG_OBJECTS`. */
export interface ObjectsPart {
  readonly needs: { readonly clock: Clock; readonly keys: KeyService; readonly publicUrl: string };
  readonly made: InstalledObjects;
}
