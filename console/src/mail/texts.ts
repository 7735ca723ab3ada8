/** Texts of the mailbox's web view. */
export const mailTexts = {
  title: { zh: '本地邮箱', en: 'Local mailbox' },
  about: {
    zh: '本机模拟的邮箱：系统发出的邮件都收在这里，不会发到外面。',
    en: 'A mailbox on this machine: what the system sends is kept here and goes nowhere else.',
  },
  empty: {
    zh: '还没有邮件。报表发送或邀请收件人后，这里会出现邮件。',
    en: 'No mail yet. Mail appears here when a report is sent or a recipient is invited.',
  },
  absent: { zh: '邮箱没有回应，正在重试。', en: 'The mailbox does not answer; trying again.' },
  from: { zh: '发件人', en: 'From' },
  to: { zh: '收件人', en: 'To' },
  attachments: { zh: '附件', en: 'Attachments' },
  count: { zh: '{count} 个附件', en: 'Attachments: {count}' },
  choose: { zh: '选一封邮件来看。', en: 'Choose a mail to read.' },
  noSubject: { zh: '（无主题）', en: '(no subject)' },
} as const;
