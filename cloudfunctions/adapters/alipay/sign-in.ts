import type { SignIn } from '../../ports/sign-in';
import type { AskAlipay } from './ask-alipay';
import { exchangeCode } from './exchange-code';

/** Sign-in by the silent code of `my.getAuthCode` (scope `auth_base`). */
export const alipaySignIn = (ask: AskAlipay): SignIn => ({
  exchange: async (code) => {
    const grant = await exchangeCode(ask, code);
    return grant === 'refused' ? 'refused' : { subject: grant.subject };
  },
});
