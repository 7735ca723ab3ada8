import type { Clock } from '../../../ports/clock';
import type { KeyService } from '../../../ports/key-service';

/** The master key's service: `TONGCHENG_KEYS`. */
export interface KeysPart {
  /** `mayCreate`: nothing is sealed yet, so a new master key may be made. */
  readonly needs: { readonly mayCreate: boolean; readonly clock: Clock };
  readonly made: KeyService;
}
