import * as z from 'zod';
import { ServiceUnavailable } from '../../ports/service-unavailable';
import { askWechat, isRefusal } from './ask-wechat';
import type { WechatApp } from './wechat-app';

/** The session key that comes along opens encrypted data of the phone; none is asked for, so it is let go at once. */
const Session = z.object({ openid: z.string().min(1).max(128) });

/** Not valid or expired, used already, missing, of a user whom WeChat blocks. */
const refused: ReadonlySet<number> = new Set([40029, 40163, 41008, 40226]);

/** `code2Session`: the openid of whoever holds the phone, once for each code of `wx.login`. */
export async function exchangeCode(app: WechatApp, code: string): Promise<string | 'refused'> {
  const query = { appid: app.appId, secret: app.secret, js_code: code, grant_type: 'authorization_code' };
  const answer = await askWechat(app, { path: '/sns/jscode2session', query }, Session);
  if (!isRefusal(answer)) return answer.openid;
  if (refused.has(answer.errcode)) return 'refused';
  throw new ServiceUnavailable(`WeChat answered ${answer.errcode}`);
}
