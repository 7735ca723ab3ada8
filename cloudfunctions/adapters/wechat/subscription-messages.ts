import * as z from 'zod';
import type { Alert, AlertAnswer, AlertKind, Notifier } from '../../ports/notifier';
import type { AccessTokens } from './access-tokens';
import { isRefusal } from './ask-wechat';
import { askWithToken } from './ask-with-token';
import type { WechatApp } from './wechat-app';

/** Of each kind: the template chosen in WeChat's console, and which word fills each of its keys (`thing1`, `date2`). */
export type WechatTemplates = Partial<
  Readonly<
    Record<AlertKind, { readonly id: string; readonly keys: Readonly<Record<string, string>>; readonly page?: string }>
  >
>;

const Answer = z.object({ errmsg: z.literal('ok'), msgid: z.union([z.number(), z.string()]).optional() });

/** The user did not subscribe, or took it back. */
const notAgreed = 43101;
/** No such user of this app. */
const noAddress = 40003;

/** One-time subscription messages: each needs a user's tap beforehand (`wx.requestSubscribeMessage`) and uses it up. */
export const wechatMessages = (app: WechatApp, tokens: AccessTokens, templates: WechatTemplates): Notifier => ({
  send: async (alert) => {
    const template = templates[alert.kind];
    if (alert.medium !== 'wechat' || !template) return { is: 'nowhere' };
    const { id: template_id, keys, page } = template;
    const words = Object.entries(keys).map(([key, place]) => [key, { value: wordOf(alert, place) }]);
    const message = { touser: alert.address, template_id, data: Object.fromEntries(words), lang: 'zh_CN' };
    const body = page === undefined ? message : { ...message, page };
    const answer = await askWithToken(app, tokens, { path: '/cgi-bin/message/subscribe/send', body }, Answer);
    if (isRefusal(answer)) return refused(answer.errcode);
    return { is: 'taken', reference: String(answer.msgid ?? '') };
  },
});

function wordOf({ words, kind }: Alert, place: string): string {
  const word = words[place];
  if (word === undefined) throw new Error(`the template of ${kind} has a key that the alert does not fill: ${place}`);
  return word;
}

function refused(errcode: number): AlertAnswer {
  const code = String(errcode);
  if (errcode === notAgreed) return { is: 'refused', why: 'not-agreed', code };
  return { is: 'refused', why: errcode === noAddress ? 'no-address' : 'not-accepted', code };
}
