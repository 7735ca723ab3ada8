import * as z from 'zod';
import { ServiceUnavailable } from '../../ports/service-unavailable';
import { askWechat, isRefusal } from './ask-wechat';
import type { WechatApp } from './wechat-app';

const Answer = z.object({ access_token: z.string().min(1).max(512), expires_in: z.number().int().positive() });

/** WeChat gives a new token in the last five minutes of the old one, and the old one holds until its end. */
const renewBeforeMs = 5 * 60_000;

/** The token that calls on behalf of the mini-program carry. */
export interface AccessTokens {
  current(): Promise<string>;
  /** Another than the one that was refused, or the same if WeChat still stands by it. */
  insteadOf(refused: string): Promise<string>;
}

/**
 * Tokens of `stable_token`: any number of instances that ask get the same one from WeChat, so that none ends another's and nothing
 * secret is shared through our store. Each instance holds its copy in memory; however many want it at once, it is asked for once.
 */
export function accessTokens(app: WechatApp): AccessTokens {
  let held: { readonly token: string; readonly until: number } | undefined;
  let underway: Promise<string> | undefined;
  const fetchOne = async () => {
    const { access_token: token, expires_in: seconds } = await stableToken(app);
    held = { token, until: app.clock.now() + Math.max(seconds * 1_000 - renewBeforeMs, 0) };
    return token;
  };
  const current = async () => {
    if (held && app.clock.now() < held.until) return held.token;
    underway ??= fetchOne().finally(() => {
      underway = undefined;
    });
    return underway;
  };
  return {
    current,
    insteadOf: (refused) => {
      if (held?.token === refused) held = undefined;
      return current();
    },
  };
}

async function stableToken({ appId, secret, ...app }: WechatApp) {
  const body = { grant_type: 'client_credential', appid: appId, secret, force_refresh: false };
  const question = { path: '/cgi-bin/stable_token', query: {}, body };
  const answer = await askWechat({ appId, secret, ...app }, question, Answer);
  if (isRefusal(answer)) throw new ServiceUnavailable(`WeChat gave no access token (${answer.errcode})`);
  return answer;
}
