import * as z from 'zod';
import { anyone, official } from '../access';
import { endpoint } from '../endpoint';
import { scopeLevels } from '../scope';
import { CityCode, FileLink, FreeText, WireDay } from '../wire';
import { openingReasons } from './entitlement';
import { DeliveryRow, RecipientRow, ReportRow, recipientMedia, reportForms, SubjectNames } from './wire';

export const listReports = endpoint({
  name: 'reports.list-reports',
  formerly: ['reports.list'],
  summary: { zh: '每日报表', en: 'Daily reports' },
  access: official('administrator', 'bureau', 'health', 'auditor'),
  input: z.strictObject({ city: CityCode, level: z.enum(scopeLevels).exactOptional(), from: WireDay, to: WireDay }),
  output: z.strictObject({
    reports: z.array(ReportRow),
    deliveries: z.array(DeliveryRow),
    /** Of what the city or the province gets a report, by what it has switched on. */
    subjects: z.array(z.string()).exactOptional(),
  }),
  failures: ['city-unknown', 'range-too-long'],
});

export const downloadReport = endpoint({
  name: 'reports.download-report',
  formerly: ['reports.download'],
  summary: { zh: '下载报表（记录用途）', en: 'Download a report; the purpose is recorded' },
  access: official('bureau', 'health'),
  input: z.strictObject({
    reportId: z.string().max(80),
    purpose: z.enum(openingReasons),
  }),
  output: z.strictObject({ file: FileLink, sha256: z.string() }),
  failures: ['report-unknown', 'report-not-yours'],
});

export const showPassword = endpoint({
  name: 'reports.show-password',
  summary: {
    zh: '查看有密码的报表的打开密码（记录用途，密码不随邮件发送）',
    en: 'Show the password of a locked report; the purpose is recorded, the password never goes by mail',
  },
  access: official('bureau', 'health'),
  input: z.strictObject({ reportId: z.string().max(80), purpose: z.enum(openingReasons) }),
  output: z.strictObject({ password: z.string() }),
  failures: ['report-unknown', 'report-not-yours', 'report-unlocked'],
});

export const sendAgain = endpoint({
  name: 'reports.send-again',
  summary: { zh: '重新发送，内容逐字节相同', en: 'Send again, byte for byte the same' },
  access: official('administrator', 'bureau'),
  input: z.strictObject({ deliveryId: z.string().max(120) }),
  output: DeliveryRow,
  failures: ['delivery-unknown', 'delivery-under-way'],
});

export const releaseReport = endpoint({
  name: 'reports.release-report',
  summary: {
    zh: '审核后发布：此前不发给任何人',
    en: 'Release a report after a review; before it, it is sent to nobody',
  },
  access: official('administrator', 'bureau'),
  input: z.strictObject({ reportId: z.string().max(80) }),
  output: z.strictObject({ reports: z.array(ReportRow) }),
  failures: ['report-unknown', 'report-not-yours', 'nothing-to-release'],
});

export const listRecipients = endpoint({
  name: 'reports.list-recipients',
  summary: { zh: '报表收件人', en: 'Recipients of reports' },
  access: official('administrator', 'bureau', 'auditor'),
  input: z.strictObject({ city: CityCode, level: z.enum(scopeLevels).exactOptional() }),
  output: z.strictObject({ recipients: z.array(RecipientRow) }),
  failures: ['city-unknown'],
});

export const proposeRecipient = endpoint({
  name: 'reports.propose-recipient',
  summary: {
    zh: '提议新增收件人（需另一人批准、收件人确认）',
    en: 'Propose a recipient; another official approves, the recipient confirms',
  },
  access: official('administrator', 'bureau'),
  input: z.strictObject({
    city: CityCode,
    /** Absent: a city. */
    level: z.enum(scopeLevels).exactOptional(),
    /** Which subjects the recipient gets; absent: rides. To change them later, remove the recipient and propose anew. */
    subjects: SubjectNames.min(1).exactOptional(),
    /** Absent: mail. */
    medium: z.enum(recipientMedia).exactOptional(),
    address: z.string().min(3).max(200),
    form: z.enum(reportForms),
    reason: FreeText(200),
  }),
  output: RecipientRow,
  failures: [
    'city-unknown',
    'medium-unavailable',
    'address-refused',
    'account-refused',
    'address-lookalike',
    'recipient-exists',
  ],
});

export const decideRecipient = endpoint({
  name: 'reports.decide-recipient',
  summary: { zh: '批准或否决另一人的提议', en: 'Approve or reject the proposal of another official' },
  access: official('administrator', 'bureau'),
  input: z.strictObject({
    recipientId: z.string().max(80),
    approve: z.boolean(),
    /** Of the row that was looked at; an approval without it, or of another, is refused. */
    proposal: z.string().max(60).exactOptional(),
  }),
  output: RecipientRow,
  failures: ['recipient-unknown', 'second-person-needed', 'nothing-to-decide', 'proposal-changed', 'proposal-expired'],
});

export const proposeRemoval = endpoint({
  name: 'reports.propose-removal',
  summary: { zh: '提议移除收件人（需另一人批准）', en: 'Propose to remove a recipient; another official approves' },
  access: official('administrator', 'bureau'),
  input: z.strictObject({ recipientId: z.string().max(80), reason: FreeText(200) }),
  output: RecipientRow,
  failures: ['recipient-unknown', 'nothing-to-decide'],
});

export const confirmRecipient = endpoint({
  name: 'reports.confirm-recipient',
  summary: { zh: '收件人按邮件中的链接确认', en: 'A recipient confirms by the link in the mail' },
  access: anyone,
  input: z.strictObject({ token: z.string().min(20).max(200) }),
  output: z.strictObject({ address: z.string(), city: CityCode }),
  failures: ['confirmation-refused'],
});
