import { formatInstant, type Instant } from '../time';
import type { ReportMail } from './mail-text';
import { periodText } from './report-key';

/** Words that a message to a bureau's WeChat account holds, for the keys of the operator's template. None names or counts people. */
export const messageWords = ['city', 'report', 'day', 'until', 'note'] as const;
type MessageWords = Readonly<Record<(typeof messageWords)[number], string>>;

const formNames = { full: '完整', masked: '脱敏' } as const;
const untilText = (at: Instant) => formatInstant(at, 'YYYY-MM-DD HH:mm');

/** What tells that a report is there. In Chinese alone: WeChat's templates are Chinese, and a word has twenty characters. */
export const reportWords = (
  mail: Pick<ReportMail, 'city' | 'day' | 'period' | 'facts' | 'version' | 'form' | 'passwordProtected'>,
  expiresAt: Instant,
): MessageWords => ({
  city: mail.city.zh,
  report: `${mail.facts.title.zh}v${mail.version}（${formNames[mail.form]}）`,
  day: periodText({ period: mail.period ?? 'day', day: mail.day }),
  until: untilText(expiresAt),
  note: mail.passwordProtected ? '密码见管理端“报表”，请勿转发' : '仅用于法定职责，请勿转发',
});

/** What asks a new recipient to confirm. */
export const confirmationWords = (city: string, day: string, expiresAt: Instant): MessageWords => ({
  city,
  report: '请确认接收乘客日报',
  day,
  until: untilText(expiresAt),
  note: '点开后确认；如不知情请忽略',
});
