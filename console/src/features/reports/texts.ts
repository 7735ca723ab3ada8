import type { OpeningReason } from '@tongcheng/shared/reports/entitlement';
import type { Text } from '@tongcheng/shared/text';
import type { Say } from '../../ui/language';

/** Texts of the reports and their deliveries. */
export const reportTexts = {
  title: { zh: '报表与发送', en: 'Reports and deliveries' },
  range: { zh: '{from} 至 {to}', en: '{from} to {to}' },
  earlier: { zh: '更早', en: 'Earlier' },
  later: { zh: '更近', en: 'Later' },
  allDays: { zh: '显示所有日期', en: 'Show all days' },
  calendar: { zh: '发送情况日历', en: 'Deliveries by day' },
  reports: { zh: '报表', en: 'Reports' },
  deliveries: { zh: '发送', en: 'Deliveries' },
  day: { zh: '日期', en: 'Day' },
  version: { zh: '版本', en: 'Version' },
  first: { zh: '日报', en: 'Report of the day' },
  supplement: { zh: '补报 {n}', en: 'Supplement {n}' },
  form: { zh: '内容', en: 'Form' },
  full: { zh: '完整', en: 'Full' },
  masked: { zh: '脱敏', en: 'Masked' },
  formedAt: { zh: '生成时间', en: 'Formed' },
  riders: { zh: '乘客（人）', en: 'Riders' },
  rows: { zh: '行程（条）', en: 'Rides' },
  incomplete: { zh: '不完整（条）', en: 'Incomplete' },
  size: { zh: '大小', en: 'Size' },
  sha256: { zh: '校验值 SHA-256', en: 'SHA-256' },
  locked: { zh: '有密码', en: 'Password' },
  unlocked: { zh: '无密码', en: 'None' },
  protection: { zh: '保护', en: 'Protection' },
  download: { zh: '下载', en: 'Download' },
  recipient: { zh: '收件人', en: 'Recipient' },
  state: { zh: '状态', en: 'State' },
  details: { zh: '{day} 的报表', en: 'Report of {day}' },
  deliveryDetails: { zh: '{day} 发给 {recipient}', en: '{day} to {recipient}' },
  queuedAgain: {
    zh: '已排队，几分钟内再次发给 {recipient}。',
    en: 'Queued: it goes to {recipient} again within minutes.',
  },
  attempts: { zh: '尝试（次）', en: 'Attempts' },
  queuedAt: { zh: '排队时间', en: 'Queued' },
  sentAt: { zh: '发出时间', en: 'Sent' },
  nextAttempt: { zh: '下次尝试 {time}', en: 'next try {time}' },
  dueNow: { zh: '几分钟内发出', en: 'within minutes' },
  lastAnswer: { zh: '邮件服务器答复', en: 'Mail server said' },
  repeats: { zh: '重发（次）', en: 'Repeats' },
  sendAgain: { zh: '重新发送', en: 'Send again' },
  sendAgainAsk: {
    zh: '把 {day} 的报表（{version}）再次发给 {recipient}。内容与上次逐字节相同。',
    en: 'Send the report of {day} ({version}) to {recipient} once more, byte for byte the same.',
  },
  empty: {
    zh: '这段时间没有报表。每天凌晨生成前一天的报表，生成后显示在这里。',
    en: 'No reports in this time. Each day’s report is formed early the next morning and then shown here.',
  },
  noDeliveries: {
    zh: '还没有发送。有确认过的收件人后，报表生成时会自动发送。',
    en: 'No deliveries. Once there is a confirmed recipient, each report is sent when it is formed.',
  },
  purposeTitle: { zh: '下载 {day} 的报表', en: 'Download the report of {day}' },
  purposeAsk: { zh: '用途（会记录您是谁、何时、为什么）', en: 'Purpose (who, when and why are recorded)' },
  ready: { zh: '文件已准备好。', en: 'The file is ready.' },
  openFile: { zh: '打开文件', en: 'Open the file' },
  linkUntil: { zh: '链接在 {time} 前有效。', en: 'The link works until {time}.' },
  fullHint: {
    zh: '完整报表含姓名和号码，不能只为行业监管打开。',
    en: 'A full report holds names and numbers; oversight alone is no reason to open it.',
  },
  passwordHint: {
    zh: '文件需要密码打开。密码不随邮件发送，请不要和文件一起转交。',
    en: 'The file opens with a password, which never goes by mail. Do not hand it on together with the file.',
  },
  showPassword: { zh: '查看打开密码（会记录）', en: 'Show the password (recorded)' },
  password: { zh: '打开密码', en: 'Password' },
} as const;

/** Why a report is downloaded. */
export const purposes = {
  oversight: { zh: '行业监管', en: 'Oversight' },
  'epidemic-control': { zh: '疫情防控', en: 'Epidemic control' },
  'data-correction': { zh: '更正数据', en: 'Correcting data' },
} as const satisfies Readonly<Record<OpeningReason, Text>>;

/** The states of a delivery in words. */
export const deliveryTexts = {
  queued: { zh: '等待发送', en: 'Waiting to be sent' },
  sent: { zh: '已送达邮件服务器', en: 'Taken by the mail server' },
  failed: { zh: '发送失败', en: 'Failed' },
} as const satisfies Readonly<Record<string, Text>>;

/** What a mail server's answer means. */
export const mailAnswerTexts = {
  taken: { zh: '邮件服务器已收下', en: 'The mail server took it' },
  later: { zh: '邮件服务器暂时不收，会自动再试', en: 'Not taken for now; it is tried again' },
  noMailbox: { zh: '收件邮箱不存在或拒收', en: 'No such mailbox, or it refuses' },
  tooLarge: { zh: '邮箱已满或邮件太大', en: 'Mailbox full, or the mail too large' },
  signIn: { zh: '邮件服务器不接受我们的登录', en: 'The mail server did not accept our sign-in' },
  refused: { zh: '邮件服务器拒收', en: 'The mail server refused' },
  notReached: { zh: '连不上邮件服务器', en: 'The mail server could not be reached' },
} as const;

/** The same states, short, as a filter: all, or those in one state. */
export const deliveryFilters = {
  all: { zh: '全部', en: 'All' },
  failed: { zh: '失败', en: 'Not sent' },
  queued: { zh: '等待', en: 'Waiting' },
  sent: { zh: '已发', en: 'Sent' },
} as const satisfies Readonly<Record<string, Text>>;

/** What a version is called: the report of the day, or its first, second … supplement. */
export const versionName = (version: number, say: Say): string =>
  version === 1 ? say(reportTexts.first) : say(reportTexts.supplement, { n: version - 1 });
