import { maxAttempts, retryAfterMs } from '@tongcheng/shared/reports/retry';
import type { Instant } from '@tongcheng/shared/time';
import { HeaderRefused, type Mail, type Mailer, MailerAway } from '../../../ports/mailer';

/** What came of one attempt to send one mail to one address. */
export type Outcome =
  | { readonly is: 'sent' }
  | { readonly is: 'refused'; readonly answer: string }
  | { readonly is: 'later'; readonly answer: string };

/** Tries once. Only a refusal for good is final; whatever else went wrong is tried again. */
export async function attempt(mailer: Mailer, mail: () => Promise<Mail>): Promise<Outcome> {
  try {
    const { refused } = await mailer.send(await mail());
    const [refusal] = refused;
    if (!refusal) return { is: 'sent' };
    return { is: refusal.permanent ? 'refused' : 'later', answer: refusal.reply };
  } catch (cause) {
    if (cause instanceof HeaderRefused) return { is: 'refused', answer: cause.message };
    if (cause instanceof MailerAway) return { is: 'later', answer: cause.message };
    return {
      is: 'later',
      answer: `发送前出错 a fault before sending (${cause instanceof Error ? cause.name : 'unknown'})`,
    };
  }
}

/** When to try again after `attempts` of them; undefined when it is enough. */
export const nextTry = (attempts: number, now: Instant): Instant | undefined =>
  attempts >= maxAttempts ? undefined : now + retryAfterMs(attempts);
