import * as z from 'zod';
import { ServiceUnavailable } from '../../ports/service-unavailable';
import type { TextCheck } from '../../ports/text-check';
import type { AccessTokens } from './access-tokens';
import { isRefusal } from './ask-wechat';
import { askWithToken } from './ask-with-token';
import { exchangeCode } from './exchange-code';
import type { WechatApp } from './wechat-app';

const Answer = z.object({ result: z.object({ suggest: z.enum(['pass', 'review', 'risky']) }) });

/** What a rider writes to the service is a comment in WeChat's terms (1 profile, 2 comment, 3 forum, 4 social). */
const comment = 2;

/** `msg_sec_check` of version 2. What a person at WeChat would have to look at is doubtful for us as well. */
export const wechatTextCheck = (app: WechatApp, tokens: AccessTokens): TextCheck => ({
  check: async ({ text, code }) => {
    const openid = await exchangeCode(app, code);
    if (openid === 'refused') return 'refused-code';
    const body = { version: 2, scene: comment, openid, content: text };
    const answer = await askWithToken(app, tokens, { path: '/wxa/msg_sec_check', body }, Answer);
    if (isRefusal(answer)) throw new ServiceUnavailable(`WeChat answered ${answer.errcode}`);
    return answer.result.suggest === 'pass' ? 'fine' : 'doubtful';
  },
});
