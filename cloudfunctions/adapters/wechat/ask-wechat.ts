import * as z from 'zod';
import { ServiceUnavailable } from '../../ports/service-unavailable';
import { readReply } from './read-reply';
import type { WechatApp, WechatQuestion } from './wechat-app';

/** WeChat's no, by its own number. */
export interface WechatRefusal {
  readonly errcode: number;
}

/** Busy, or asked too often in a minute or a day: to be asked again later. */
const later: ReadonlySet<number> = new Set([-1, 45009, 45011]);
/** This installation's app id, secret or address is not accepted: nobody but its operator can mend that. */
const ours: ReadonlySet<number> = new Set([40013, 40125, 40164, 41002, 41004]);

const Refusal = z.object({ errcode: z.number().int() });

/**
 * One call of WeChat's server interface. Throws ServiceUnavailable when it is busy, away or answers with rubbish, and an ordinary
 * Error when it does not know this installation. The cause is left out: the address holds the secret.
 */
export async function askWechat<S extends z.ZodType>(
  app: WechatApp,
  question: WechatQuestion,
  answer: S,
): Promise<z.output<S> | WechatRefusal> {
  const reply = await readReply(app, question);
  const refusal = Refusal.safeParse(reply);
  if (refusal.success && refusal.data.errcode !== 0) return refusalOf(refusal.data);
  const parsed = answer.safeParse(reply);
  if (!parsed.success) throw new ServiceUnavailable('WeChat’s reply was not of the promised shape');
  return parsed.data;
}

function refusalOf({ errcode }: WechatRefusal): WechatRefusal {
  if (later.has(errcode)) throw new ServiceUnavailable(`WeChat asks to come again later (${errcode})`);
  if (ours.has(errcode)) throw new Error(`WeChat does not accept this installation (${errcode})`);
  return { errcode };
}

/** Whether WeChat said no. */
export const isRefusal = (answer: unknown): answer is WechatRefusal =>
  typeof answer === 'object' && answer !== null && 'errcode' in answer && answer.errcode !== 0;
