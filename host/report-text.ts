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

/** Says where yesterday's report is. Each form has a password of its own, so each stands beside the address it went to. */
export const mailedReportsText = (day: Day, publicUrl: string, reports: readonly MailedReport[]): string =>
  [
    `昨天（${day}）的报表在邮箱里 yesterday’s report is in the mailbox: ${publicUrl}/mail/`,
    ...reports.map(({ address, form, password }) =>
      terminalLine(`${formWords[form]} → ${address}`, `打开密码 password ${password}`),
    ),
    '',
  ].join('\n');
