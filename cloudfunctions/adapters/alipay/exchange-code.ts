import * as z from 'zod';
import { ServiceUnavailable } from '../../ports/service-unavailable';
import type { AskAlipay } from './ask-alipay';

/** Apps made since 2023 know their users by `open_id`, older ones by `user_id`. */
const Token = z
  .object({
    accessToken: z.string().min(1).max(128),
    openId: z.string().min(1).max(128).optional(),
    userId: z.string().min(1).max(128).optional(),
  })
  .refine(({ openId, userId }) => openId !== undefined || userId !== undefined);

/** Whom a code stands for, and the token that opens what they let this app see. */
export interface AlipayGrant {
  readonly subject: string;
  readonly accessToken: string;
}

/** `alipay.system.oauth.token`: once for each code of `my.getAuthCode`. */
export async function exchangeCode(ask: AskAlipay, code: string): Promise<AlipayGrant | 'refused'> {
  const answer = await ask('alipay.system.oauth.token', { grantType: 'authorization_code', code }, Token);
  if ('value' in answer) {
    const { openId, userId = '', accessToken } = answer.value;
    return { subject: openId ?? userId, accessToken };
  }
  if (answer.refusal.subCode === 'isv.code-invalid') return 'refused';
  throw new ServiceUnavailable(`Alipay answered ${answer.refusal.code} ${answer.refusal.subCode}`);
}
