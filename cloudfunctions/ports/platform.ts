import type { PlatformIdentity } from './platform-identity';
import type { PlatformMessages } from './platform-messages';
import type { PlatformPhone } from './platform-phone';
import type { SignIn } from './sign-in';
import type { TextCheck } from './text-check';

/** What a platform does for the riders in its app; each of it only where the platform offers it and the installation has it. */
export interface Platform {
  readonly signIn?: SignIn;
  readonly identity?: PlatformIdentity;
  readonly phone?: PlatformPhone;
  readonly textCheck?: TextCheck;
  readonly messages?: PlatformMessages;
}

/** The platforms by whose word a rider signs in. */
export interface Platforms {
  readonly web: Platform;
  readonly wechat: Platform;
  readonly alipay: Platform;
}
