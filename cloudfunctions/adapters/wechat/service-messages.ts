import { createHash } from 'node:crypto';
import * as z from 'zod';
import type { Notifier } from '../../ports/notifier';
import type { AccessTokens } from './access-tokens';
import { isRefusal } from './ask-wechat';
import { askWithToken } from './ask-with-token';
import { filledKeys, messageRefused } from './template-words';
import type { WechatApp } from './wechat-app';

/** The template chosen in the console of a service account (服务号), and which word fills each of its keys (`thing1`, `time2`). */
export interface ServiceTemplate {
  readonly id: string;
  readonly keys: Readonly<Record<string, string>>;
}

const Answer = z.object({ errmsg: z.literal('ok'), msgid: z.union([z.number(), z.string()]).optional() });

/**
 * Template messages of a service account to one of its followers, any number of them, each with a link. `client_msg_id` is the same for
 * every attempt: WeChat sends a message that it took already no second time, within ten minutes.
 */
export const wechatServiceMessages = (
  app: WechatApp,
  tokens: AccessTokens,
  { id: template_id, keys }: ServiceTemplate,
): Notifier => ({
  send: async (alert) => {
    if (alert.medium !== 'wechat') return { is: 'nowhere' };
    const message = {
      touser: alert.address,
      template_id,
      client_msg_id: createHash('sha256').update(alert.alertId).digest('hex').slice(0, 32),
      data: filledKeys(alert, keys),
      ...(alert.link !== undefined && { url: alert.link }),
    };
    const question = { path: '/cgi-bin/message/template/send', body: message };
    const answer = await askWithToken(app, tokens, question, Answer);
    if (isRefusal(answer)) return messageRefused(answer.errcode);
    return { is: 'taken', reference: String(answer.msgid ?? '') };
  },
});
