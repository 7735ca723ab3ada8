import type { DeliveryRow } from '@tongcheng/shared/reports/wire';
import type { Text } from '@tongcheng/shared/text';
import { mailAnswerTexts } from './texts';

/** By the codes of SMTP (RFC 5321, 4.2.3), and by what a connection says that never came to one. */
const answers: readonly (readonly [RegExp, Text])[] = [
  [/^2\d\d/, mailAnswerTexts.taken],
  [/^4\d\d/, mailAnswerTexts.later],
  [/^55[01]/, mailAnswerTexts.noMailbox],
  [/^552/, mailAnswerTexts.tooLarge],
  [/^5(30|34|35)/, mailAnswerTexts.signIn],
  [/^5\d\d/, mailAnswerTexts.refused],
  [/timed? ?out|ETIMEDOUT|ECONN|ENOTFOUND/i, mailAnswerTexts.notReached],
];

/** What the server said to this sending, exactly; before its first try there is only what it said to the one before. */
export const answerOf = ({ state, attempts, lastAnswer }: DeliveryRow): string | undefined =>
  state === 'queued' && attempts === 0 ? undefined : lastAnswer;

/** The answer in words, for those that are known. */
export const answerInWords = (answer: string): Text | undefined => answers.find(([form]) => form.test(answer))?.[1];
