import { checkPhone } from '@tongcheng/shared/identity/phones';
import * as z from 'zod';
import type { PlatformPhone } from '../../ports/platform-phone';
import { ServiceUnavailable } from '../../ports/service-unavailable';
import type { AccessTokens } from './access-tokens';
import { isRefusal } from './ask-wechat';
import { askWithToken } from './ask-with-token';
import type { WechatApp } from './wechat-app';

const Answer = z.object({
  phone_info: z.object({ purePhoneNumber: z.string().min(1), countryCode: z.coerce.string().min(1) }),
});

/** Not valid or expired, used already. */
const refused: ReadonlySet<number> = new Set([40029, 40163]);

/** `getuserphonenumber`: the number behind the code that the button `open-type="getPhoneNumber"` gave. */
export const wechatPhone = (app: WechatApp, tokens: AccessTokens): PlatformPhone => ({
  numberOf: async (code) => {
    const question = { path: '/wxa/business/getuserphonenumber', body: { code } };
    const answer = await askWithToken(app, tokens, question, Answer);
    if (!isRefusal(answer)) return { phone: storedForm(answer.phone_info) };
    if (refused.has(answer.errcode)) return 'refused';
    throw new ServiceUnavailable(`WeChat answered ${answer.errcode}`);
  },
});

function storedForm({ purePhoneNumber, countryCode }: z.output<typeof Answer>['phone_info']): string {
  const phone = checkPhone(`+${countryCode.replace(/^\+/, '')}${purePhoneNumber}`);
  if (phone === undefined) throw new ServiceUnavailable('WeChat’s phone number has no known form');
  return phone;
}
