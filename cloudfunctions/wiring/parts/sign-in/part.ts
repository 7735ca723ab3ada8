import type { SignIn } from '../../../ports/sign-in';
import type { OutsideNeeds } from '../outside';

/** Sign-in of one platform: `TONGCHENG_SIGN_IN_WEB`, `_WECHAT`, `_ALIPAY`. Without one the platform's codes are refused. */
export interface SignInPart {
  readonly needs: OutsideNeeds;
  readonly made: SignIn | undefined;
}
