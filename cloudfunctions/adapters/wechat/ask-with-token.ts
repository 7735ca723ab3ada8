import type * as z from 'zod';
import { ServiceUnavailable } from '../../ports/service-unavailable';
import type { AccessTokens } from './access-tokens';
import { askWechat, isRefusal, type WechatRefusal } from './ask-wechat';
import type { WechatApp } from './wechat-app';

/** Invalid, not the latest, expired. */
const staleToken: ReadonlySet<number> = new Set([40001, 40014, 42001]);

/** A call that carries the access token; a token that WeChat no longer takes is renewed once. */
export async function askWithToken<S extends z.ZodType>(
  app: WechatApp,
  tokens: AccessTokens,
  { path, body }: { readonly path: string; readonly body: unknown },
  answer: S,
): Promise<z.output<S> | WechatRefusal> {
  const ask = (token: string) => askWechat(app, { path, query: { access_token: token }, body }, answer);
  const token = await tokens.current();
  const first = await ask(token);
  if (!isStale(first)) return first;
  const second = await ask(await tokens.insteadOf(token));
  if (isStale(second)) throw new ServiceUnavailable('WeChat does not take its own access token');
  return second;
}

const isStale = (answer: unknown): boolean => isRefusal(answer) && staleToken.has(answer.errcode);
