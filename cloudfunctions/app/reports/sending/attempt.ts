import { maxAttempts, retryAfterMs } from '@tongcheng/shared/reports/retry';
import type { Instant } from '@tongcheng/shared/time';
import { HeaderRefused, type Mail, type Mailer, MailerAway } from '../../../ports/mailer';
import type { Alert, Notifier } from '../../../ports/notifier';
import { ServiceUnavailable } from '../../../ports/service-unavailable';

/** What came of one attempt to send one mail or message to one address. */
export type Outcome =
  | { readonly is: 'sent'; readonly answer: string }
  | { readonly is: 'refused'; readonly answer: string }
  | { readonly is: 'later'; readonly answer: string };

/** Tries once. Only a refusal for good is final; whatever else went wrong is tried again. */
export async function attempt(mailer: Mailer, mail: () => Promise<Mail>): Promise<Outcome> {
  try {
    const { refused } = await mailer.send(await mail());
    const [refusal] = refused;
    if (!refusal) return { is: 'sent', answer: '250' };
    return { is: refusal.permanent ? 'refused' : 'later', answer: refusal.reply };
  } catch (cause) {
    if (cause instanceof HeaderRefused) return { is: 'refused', answer: cause.message };
    if (cause instanceof MailerAway) return { is: 'later', answer: cause.message };
    return faultBefore(cause);
  }
}

/** Tries once to write to an account of WeChat, as {@link attempt} does by mail. */
export async function attemptMessage(messages: Notifier, message: () => Promise<Alert>): Promise<Outcome> {
  try {
    const answer = await messages.send(await message());
    switch (answer.is) {
      case 'taken':
        return { is: 'sent', answer: `微信 WeChat ${answer.reference}`.trim() };
      case 'refused':
        return { is: 'refused', answer: `微信拒收 WeChat refused: ${answer.why} ${answer.code}` };
      case 'nowhere':
        return { is: 'later', answer: '没有设置微信服务号 no WeChat service account is configured' };
    }
  } catch (cause) {
    if (cause instanceof ServiceUnavailable) return { is: 'later', answer: cause.message };
    return faultBefore(cause);
  }
}

const faultBefore = (cause: unknown): Outcome => ({
  is: 'later',
  answer: `发送前出错 a fault before sending (${cause instanceof Error ? cause.name : 'unknown'})`,
});

/** When to try again after `attempts` of them; undefined when it is enough. */
export const nextTry = (attempts: number, now: Instant): Instant | undefined =>
  attempts >= maxAttempts ? undefined : now + retryAfterMs(attempts);
