import { createHash, randomBytes } from 'node:crypto';
import type { Redeemed } from '../one-time-codes';
import type { WechatAnswer, WechatOperations, WechatRequest, WechatState } from './state';

/** WeChat's no. Its replies are HTTP 200 all the same. */
export const wechatRefusal = (errcode: number, errmsg: string): WechatAnswer => ({ errcode, errmsg });

/** One user's sessions a minute. */
const maxSessionsPerMinute = 100;
/** What the developer tool's `wx.login` gives where no app id is set. */
const touristCode = 'the code is a mock one';

/** The operations of every demonstration. */
export const wechatAnswers: WechatOperations = {
  '/sns/jscode2session': (state, { query }) => {
    const wrong = wrongApp(state, query.get('appid'), query.get('secret'));
    if (wrong) return wrong;
    const code = query.get('js_code') ?? '';
    if (code === '') return wechatRefusal(41008, 'missing code');
    const redeemed: Redeemed<string> =
      code === touristCode ? { was: 'good', value: 'tourist-of-the-tool' } : state.logins.redeem(code);
    return redeemed.was === 'good' ? sessionOf(state, redeemed.value) : refusedCode(redeemed.was);
  },
  '/cgi-bin/stable_token': (state, { body }) => {
    if (body.grant_type !== 'client_credential') return wechatRefusal(40002, 'invalid grant_type');
    return wrongApp(state, body.appid, body.secret) ?? state.tokens.give(body.force_refresh === true);
  },
  '/wxa/business/getuserphonenumber': (state, { query, body }) =>
    wrongToken(state, query) ?? phoneBehind(state, String(body.code ?? '')),
  '/wxa/msg_sec_check': (state, { query, body }) => wrongToken(state, query) ?? judged(body),
};

function sessionOf(state: WechatState, subject: string): WechatAnswer {
  const openid = openidOf(state.appId, subject);
  const key = `${openid}.${Math.floor(state.now() / 60_000)}`;
  const times = (state.asked.get(key) ?? 0) + 1;
  if (state.asked.size > 10_000) state.asked.clear();
  state.asked.set(key, times);
  if (times > maxSessionsPerMinute)
    return wechatRefusal(45011, 'api minute-quota reach limit, must slower, retry next minute');
  return { openid, session_key: randomBytes(16).toString('base64') };
}

function phoneBehind(state: WechatState, code: string): WechatAnswer {
  const redeemed = state.phones.redeem(code);
  if (redeemed.was !== 'good') return refusedCode(redeemed.was);
  const mobile = state.people.find(redeemed.value)?.mobile ?? '';
  const watermark = { timestamp: Math.floor(state.now() / 1_000), appid: state.appId };
  const [, countryCode = '86', purePhoneNumber = mobile] = /^\+(999|\d\d)(\d+)$/.exec(mobile) ?? [];
  const phone_info = { phoneNumber: mobile, purePhoneNumber, countryCode, watermark };
  return { errcode: 0, errmsg: 'ok', phone_info };
}

/** Texts that hold one of these words are taken for what they stand for. */
const judgement = (text: string) =>
  text.includes('违规示例')
    ? (['risky', 20_001] as const)
    : text.includes('存疑示例')
      ? (['review', 20_002] as const)
      : (['pass', 100] as const);

function judged({ version, openid, scene, content }: WechatRequest['body']): WechatAnswer {
  if (version !== 2 || typeof content !== 'string' || content === '') return wechatRefusal(47001, 'invalid message');
  if (typeof openid !== 'string' || openid.length !== 28) return wechatRefusal(40003, 'invalid openid');
  if (![1, 2, 3, 4].includes(Number(scene))) return wechatRefusal(40129, 'invalid scene');
  if (content.length > 2_500) return wechatRefusal(45002, 'content size out of limit');
  const [suggest, label] = judgement(content);
  return { errcode: 0, errmsg: 'ok', result: { suggest, label }, detail: [], trace_id: randomBytes(8).toString('hex') };
}

function refusedCode(was: 'unknown' | 'used'): WechatAnswer {
  return was === 'used' ? wechatRefusal(40163, 'code been used') : wechatRefusal(40029, 'invalid code');
}

function wrongApp(state: WechatState, appId: unknown, secret: unknown): WechatAnswer | undefined {
  if (appId !== state.appId) return wechatRefusal(40013, 'invalid appid');
  return secret === state.secret ? undefined : wechatRefusal(40125, 'invalid appsecret');
}

/** What WeChat answers to an access token that does not hold; undefined for a good one. */
export function wrongToken({ tokens }: WechatState, query: URLSearchParams): WechatAnswer | undefined {
  const judged = tokens.judge(query.get('access_token') ?? '');
  if (judged === 'good') return undefined;
  return judged === 'expired'
    ? wechatRefusal(42001, 'access_token expired')
    : wechatRefusal(40001, 'invalid credential');
}

/** The openid of somebody in one app: 28 characters, another one in another app. */
export const openidOf = (appId: string, subject: string): string =>
  `o${createHash('sha256').update(`${appId}.${subject}`).digest('base64url').slice(0, 27)}`;
