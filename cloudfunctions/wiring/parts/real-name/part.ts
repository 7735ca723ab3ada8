import type { RealName } from '../../../ports/real-name';
import type { OutsideNeeds } from '../outside';

/** The real-name check: `TONGCHENG_REAL_NAME`. */
export interface RealNamePart {
  readonly needs: OutsideNeeds;
  readonly made: RealName;
}
