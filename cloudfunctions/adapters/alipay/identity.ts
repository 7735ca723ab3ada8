import * as z from 'zod';
import type { PlatformAnswer, PlatformIdentity } from '../../ports/platform-identity';
import { ServiceUnavailable } from '../../ports/service-unavailable';
import type { AskAlipay } from './ask-alipay';
import { documentKindOf } from './document-kinds';
import { type AlipayGrant, exchangeCode } from './exchange-code';
import type { AlipayRefusal } from './signed-error';

const Shared = z.object({
  /** `T`: Alipay compared the person with the state's register. Anything else was only said. */
  isCertified: z.string().optional(),
  userName: z.string().optional(),
  certNo: z.string().optional(),
  certType: z.coerce.string().optional(),
  mobile: z.string().optional(),
});

/** The person never gave, or took back, what the token asks for. */
const noConsent: ReadonlySet<string> = new Set([
  'aop.invalid-auth-token',
  'aop.auth-token-time-out',
  'isv.insufficient-user-permissions',
]);

/** The identity behind one tap of consent: the code of `my.getAuthCode` (scope `auth_user`), then `alipay.user.info.share`. */
export const alipayIdentity = (ask: AskAlipay): PlatformIdentity => ({
  bring: async (code) => {
    const grant = await exchangeCode(ask, code);
    if (grant === 'refused') return 'code-refused';
    const answer = await ask('alipay.user.info.share', { authToken: grant.accessToken }, Shared);
    return 'value' in answer ? personIn(answer.value, grant) : refused(answer.refusal);
  },
});

function personIn(shared: z.output<typeof Shared>, { subject }: AlipayGrant): PlatformAnswer {
  const { isCertified, userName: name, certNo: documentNumber, certType = '', mobile: phone } = shared;
  const documentKind = documentKindOf[certType];
  if (isCertified !== 'T' || !documentKind || !name || !documentNumber || !phone) return 'identity-missing';
  return { subject, name, documentKind, documentNumber, phone };
}

function refused({ code, subCode }: AlipayRefusal): PlatformAnswer {
  if (noConsent.has(subCode)) return 'consent-refused';
  throw new ServiceUnavailable(`Alipay answered ${code} ${subCode}`);
}
