import type { Platform } from '../../../ports/platform';
import type { OutsideNeeds } from '../outside';

/** A platform: `TONGCHENG_SIGN_IN_WEB`, `_WECHAT`, `_ALIPAY`. One that does nothing refuses its codes. */
export interface SignInPart {
  readonly needs: OutsideNeeds;
  readonly made: Platform;
}
