import type { Text } from '../text';
import { type Day, formatInstant, type Instant } from '../time';
import { periodText, type ReportPeriod } from './report-key';
import type { SubjectFacts } from './subjects';

/** What the mail of a report tells. It names nobody. */
export interface ReportMail {
  /** The name of the city or the province. */
  readonly city: Text;
  readonly day: Day;
  readonly period?: ReportPeriod;
  /** What is reported: what the report and its supplements are called. */
  readonly facts: Pick<SubjectFacts, 'title' | 'supplementTitle'>;
  readonly version: number;
  readonly form: 'full' | 'masked';
  readonly riders: number;
  readonly rows: number;
  readonly incomplete: number;
  /** W-32: people turned away; they are no journeys. */
  readonly refused?: number;
  /** The day's key was destroyed before the report could be formed. */
  readonly dayForgotten: boolean;
  readonly sha256: string;
  /** Opens with a password that never comes by mail. */
  readonly passwordProtected: boolean;
  /** The head of the access log of the last day that was over: whoever keeps the mail can prove that nothing was taken from it. */
  readonly auditHead?: { readonly day: Day; readonly hash: string };
  /** Where the file is not attached: behind this link until then. */
  readonly link?: { readonly url: string; readonly expiresAt: Instant };
}

const formNames = { full: { zh: '完整', en: 'full' }, masked: { zh: '脱敏', en: 'masked' } } as const;

/** The subject, in both languages. */
export const reportSubject = ({ city, day, period = 'day', version, facts }: ReportMail): string => {
  const { zh, en } = version === 1 ? facts.title : facts.supplementTitle;
  return `【同乘】${city.zh} ${periodText({ period, day })} ${zh} v${version} · ${city.en}: ${en}`;
};

const whereText = (link: ReportMail['link']): Text => {
  if (!link) return { zh: '报表见附件。', en: 'The report is attached.' };
  const until = formatInstant(link.expiresAt, 'YYYY-MM-DD HH:mm');
  return {
    zh: `请在 ${until}（北京时间）前由此下载，请勿转发：\n${link.url}`,
    en: `Please download it before ${until} (Asia/Shanghai) by the link above, and do not pass the link on.`,
  };
};

const lockText = (locked: boolean): Text =>
  locked
    ? {
        zh: '打开需要密码。密码不随邮件发送：请在管理端“报表”中查看，或向管理员索取。',
        en: 'It is locked. Its password never comes by mail: see “Reports” in the console, or ask your administrator.',
      }
    : { zh: '', en: '' };

/** Refusals are no journeys, and are told beside them (W-32). */
const refusedText = (refused: number): Text =>
  refused === 0
    ? { zh: '', en: '' }
    : { zh: `另有拒乘 ${refused} 人次，不计入行程。`, en: ` Besides, ${refused} people were refused: no journeys.` };

const contentText = ({ riders, rows, incomplete, refused = 0, version, dayForgotten }: ReportMail): Text => {
  if (dayForgotten) {
    return {
      zh: '当日数据的留存期已过，密钥已销毁，报表不含行程。',
      en: 'The retention of this day has ended and its key was destroyed: the report holds no journeys.',
    };
  }
  const away = refusedText(refused);
  if (rows === 0 && version === 1) {
    return { zh: `当日没有乘客登记。${away.zh}`, en: `No passenger registered on this day.${away.en}` };
  }
  return {
    zh: `乘客 ${riders} 人，行程 ${rows} 条，其中不完整 ${incomplete} 条。${away.zh}`,
    en: `${riders} riders, ${rows} journeys, ${incomplete} of them incomplete.${away.en}`,
  };
};

const lowerFirst = (words: string) => words.charAt(0).toLowerCase() + words.slice(1);

/** The text, Chinese first. */
export const reportText = (mail: ReportMail): string => {
  const [where, lock] = [whereText(mail.link), lockText(mail.passwordProtected)];
  const [content, form] = [contentText(mail), formNames[mail.form]];
  const when = periodText({ period: mail.period ?? 'day', day: mail.day });
  const { title } = mail.facts;
  return [
    `${mail.city.zh} ${when} ${title.zh}（第 ${mail.version} 版，${form.zh}）`,
    content.zh,
    mail.link && lock.zh ? `${where.zh}\n${lock.zh}` : where.zh + lock.zh,
    '本报表仅用于法定职责，打开和发送均有记录。',
    '',
    `${mail.city.en} ${when}, ${lowerFirst(title.en)} (version ${mail.version}, ${form.en})`,
    content.en,
    `${where.en} ${lock.en}`.trim(),
    'For lawful duties only; every opening and sending is on record.',
    '',
    `SHA-256: ${mail.sha256}`,
    ...(mail.auditHead ? [`访问记录链 Access log: ${mail.auditHead.day} ${mail.auditHead.hash}`] : []),
    '',
  ].join('\n');
};

/** What asks a new recipient to confirm. */
export const confirmationMail = (city: Text, link: string, expiresAt: Instant) => {
  const until = formatInstant(expiresAt, 'YYYY-MM-DD HH:mm');
  return {
    subject: `【同乘】请确认接收${city.zh}乘客日报 · Please confirm: daily passenger reports of ${city.en}`,
    text: [
      `两位工作人员提议向本邮箱发送${city.zh}的乘客日报。如属实，请在 ${until}（北京时间）前打开下面的链接并确认；如不知情，请忽略，不会再发送任何内容。`,
      link,
      '',
      `Two officials propose to send the daily passenger reports of ${city.en} to this address. If that is right, open the link above and confirm before ${until} (Asia/Shanghai). If you know nothing of it, ignore this mail: nothing else will be sent.`,
      '',
    ].join('\n'),
  };
};
