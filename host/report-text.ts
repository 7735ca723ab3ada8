import type { Form } from '@tongcheng/cloudfunctions/app/reports/records';
import type { Day } from '@tongcheng/shared/time';
import { terminalLine } from './terminal';

/** One of yesterday's workbooks in the local mailbox, with what opens it. */
export interface MailedReport {
  readonly address: string;
  readonly form: Form;
  readonly password: string;
}

const formWords: Readonly<Record<Form, string>> = { full: '完整 full', masked: '脱敏 masked' };

/** A heading, then what opens each workbook. Each form has a password of its own, so each stands beside the address it went to. */
const opened = (heading: string, reports: readonly MailedReport[]): readonly string[] => [
  heading,
  ...reports.map(({ address, form, password }) =>
    terminalLine(`${formWords[form]} → ${address}`, `打开密码 password ${password}`),
  ),
  '',
];

/** Says where yesterday's report is, and what opens it. */
export const mailedReportsText = (day: Day, publicUrl: string, reports: readonly MailedReport[]): string =>
  opened(`昨天（${day}）的报表在邮箱里 yesterday’s report is in the mailbox: ${publicUrl}/mail/`, reports).join('\n');

/** The same of the coaches of the province: a report of each city. */
export const coachReportsText = (day: Day, reports: readonly MailedReport[]): string =>
  opened(`辽宁各市昨天（${day}）的客车报表 yesterday’s coach reports of the cities of Liaoning`, reports).join('\n');
