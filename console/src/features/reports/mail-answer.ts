import type { DeliveryRow } from '@tongcheng/shared/reports/wire';
import type { Text } from '@tongcheng/shared/text';

const answers: readonly (readonly [RegExp, Text])[] = [
  [/^2\d\d/, { zh: '邮件服务器已收下', en: 'The mail server took it' }],
  [/^(421|45\d|4\d\d)/, { zh: '邮件服务器暂时不收，会自动再试', en: 'Not taken for now; it is tried again' }],
  [/^55[01]/, { zh: '收件邮箱不存在或拒收', en: 'No such mailbox, or it refuses' }],
  [/^552/, { zh: '邮箱已满或邮件太大', en: 'Mailbox full, or the mail too large' }],
  [/^5(30|34|35)/, { zh: '邮件服务器不接受我们的登录', en: 'The mail server did not accept our sign-in' }],
  [/^5\d\d/, { zh: '邮件服务器拒收', en: 'The mail server refused' }],
  [/timed? ?out|ETIMEDOUT|ECONN|ENOTFOUND/i, { zh: '连不上邮件服务器', en: 'The mail server could not be reached' }],
];

/** What the server said to this sending, exactly; before its first try there is only what it said to the one before. */
export const answerOf = ({ state, attempts, lastAnswer }: DeliveryRow): string | undefined =>
  state === 'queued' && attempts === 0 ? undefined : lastAnswer;

/** The answer in words, for those that are known. */
export const answerInWords = (answer: string): Text | undefined => answers.find(([form]) => form.test(answer))?.[1];
