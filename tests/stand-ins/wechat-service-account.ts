import * as z from 'zod';
import { type wechatAnswers, wechatRefusal, wrongToken } from '../../city/providers/wechat/answers';
import { wechatOnPort } from './wechat';

const Message = z.object({
  touser: z.string(),
  template_id: z.string(),
  client_msg_id: z.string().min(1).max(32),
  url: z.url().optional(),
  data: z.record(z.string(), z.object({ value: z.string() })),
});

/** A message as it reached a follower. */
type Delivered = z.output<typeof Message>;

/**
 * A service account on a port of its own with its followers, as WeChat's server interface describes it: a message with a `client_msg_id`
 * that was taken already is answered alike and reaches nobody again; a `thing` holds twenty characters.
 */
export async function wechatServiceAccount(clock: { now(): number }, followers: readonly string[]) {
  const delivered: Delivered[] = [];
  const taken = new Map<string, number>();
  const template = 'template-of-reports';
  const refuse = { with: 0 };
  const more: typeof wechatAnswers = {
    '/cgi-bin/message/template/send': (known, { query, body }) => {
      const wrong = wrongToken(known, query);
      if (wrong) return wrong;
      const message = Message.safeParse(body);
      if (!message.success) return wechatRefusal(47001, 'data format error');
      const { touser, template_id, client_msg_id, data } = message.data;
      if (refuse.with !== 0) return wechatRefusal(refuse.with, 'words');
      if (!/^o.{27}$/.test(touser)) return wechatRefusal(40003, 'invalid openid');
      if (!followers.includes(touser)) return wechatRefusal(43004, 'require subscribe');
      if (template_id !== template) return wechatRefusal(40037, 'invalid template_id');
      const tooLong = ([key, { value }]: [string, { value: string }]) =>
        key.startsWith('thing') && Array.from(value).length > 20;
      if (Object.entries(data).some(tooLong)) return wechatRefusal(47003, 'argument invalid');
      const id = `${touser} ${client_msg_id}`;
      if (!taken.has(id)) delivered.push(message.data);
      taken.set(id, taken.get(id) ?? 200_228_000 + taken.size);
      return { errcode: 0, errmsg: 'ok', msgid: taken.get(id) };
    },
  };
  const wechat = await wechatOnPort(clock, more);
  return { ...wechat, delivered, template, refuse };
}
