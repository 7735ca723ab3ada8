import * as z from 'zod';
import type { Alert, AlertAnswer, AlertKind, Notifier } from '../../ports/notifier';
import type { AskAlipay } from './ask-alipay';
import type { AlipayRefusal } from './signed-error';

/** Of each kind: the template chosen in Alipay's console, which word fills each of its keys (`keyword1`), and the page it opens. */
export type AlipayTemplates = Partial<
  Readonly<
    Record<AlertKind, { readonly id: string; readonly keys: Readonly<Record<string, string>>; readonly page: string }>
  >
>;

const method = 'alipay.open.app.mini.templatemessage.send';
const Answer = z.object({ code: z.literal('10000'), traceId: z.string().optional() });

/** Messages of the mini-program to somebody who subscribed to them. */
export const alipayMessages = (ask: AskAlipay, templates: AlipayTemplates): Notifier => ({
  send: async (alert) => {
    const template = templates[alert.kind];
    if (alert.medium !== 'alipay' || !template) return { is: 'nowhere' };
    const { id: user_template_id, keys, page } = template;
    const words = Object.entries(keys).map(([key, place]) => [key, { value: wordOf(alert, place) }]);
    const data = JSON.stringify(Object.fromEntries(words));
    const message = { to_open_id: alert.address, user_template_id, page, data };
    const answer = await ask(method, { bizContent: message }, Answer);
    return 'refusal' in answer ? refused(answer.refusal) : { is: 'taken', reference: answer.value.traceId ?? '' };
  },
});

function wordOf({ words, kind }: Alert, place: string): string {
  const word = words[place];
  if (word === undefined) throw new Error(`the template of ${kind} has a key that the alert does not fill: ${place}`);
  return word;
}

/** Alipay's codes say in words whether the subscription or the user is missing; every other refusal is of the message. */
function refused({ code, subCode }: AlipayRefusal): AlertAnswer {
  const told = subCode === '' ? code : subCode;
  if (/SUBSCRI/i.test(told)) return { is: 'refused', why: 'not-agreed', code: told };
  return { is: 'refused', why: /OPEN_?ID|USER_?ID/i.test(told) ? 'no-address' : 'not-accepted', code: told };
}
