import type { Notifier } from '../../../ports/notifier';
import type { OutsideNeeds } from '../outside';

/** Messages outside the app: `TONGCHENG_NOTIFIER`. */
export interface NotifierPart {
  readonly needs: OutsideNeeds;
  readonly made: Notifier;
}
