import * as z from 'zod';
import type { AlertKind, Notifier } from '../../ports/notifier';
import type { AccessTokens } from './access-tokens';
import { isRefusal } from './ask-wechat';
import { askWithToken } from './ask-with-token';
import { filledKeys, messageRefused } from './template-words';
import type { WechatApp } from './wechat-app';

/** Of each kind: the template chosen in WeChat's console, and which word fills each of its keys (`thing1`, `date2`). */
export type WechatTemplates = Partial<
  Readonly<
    Record<AlertKind, { readonly id: string; readonly keys: Readonly<Record<string, string>>; readonly page?: string }>
  >
>;

const Answer = z.object({ errmsg: z.literal('ok'), msgid: z.union([z.number(), z.string()]).optional() });

/** One-time subscription messages: each needs a user's tap beforehand (`wx.requestSubscribeMessage`) and uses it up. */
export const wechatMessages = (app: WechatApp, tokens: AccessTokens, templates: WechatTemplates): Notifier => ({
  send: async (alert) => {
    const template = templates[alert.kind];
    if (alert.medium !== 'wechat' || !template) return { is: 'nowhere' };
    const { id: template_id, keys, page } = template;
    const message = { touser: alert.address, template_id, data: filledKeys(alert, keys), lang: 'zh_CN' };
    const body = page === undefined ? message : { ...message, page };
    const answer = await askWithToken(app, tokens, { path: '/cgi-bin/message/subscribe/send', body }, Answer);
    if (isRefusal(answer)) return messageRefused(answer.errcode);
    return { is: 'taken', reference: String(answer.msgid ?? '') };
  },
});
