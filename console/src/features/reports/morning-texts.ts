/** What the reports tell on the morning page. */
export const reportMorningTexts = {
  arrived: {
    zh: '{day} 的{title}已送达全部 {n} 位收件人的邮件服务器。',
    en: '{title} of {day}: taken by the mail server of every recipient ({n}).',
  },
  toNobody: { zh: '{day} 的{title}已生成，没有收件人。', en: '{title} of {day}: formed; there is no recipient.' },
  underWay: { zh: '{day} 的{title}正在发送：{done}/{n}。', en: '{title} of {day}: being sent, {done} of {n}.' },
  notYet: {
    zh: '{day} 的{title}还没有生成，通常在清晨生成。',
    en: '{title} of {day}: not formed yet; it is usually formed in the early morning.',
  },
  missing: { zh: '{day} 的{title}没有生成。', en: '{title} of {day} was not formed.' },
  failed: {
    zh: '{day} 的报表没有送到 {recipient}：{why}',
    en: 'The report of {day} did not reach {recipient}: {why}',
  },
  moreFailed: { zh: '另有 {n} 封没有送到。', en: '{n} more did not arrive.' },
  unknownWhy: { zh: '没有答复', en: 'no answer' },
  release: { zh: '{day} 的{title}等待审核发布。', en: '{title} of {day} waits to be looked at and released.' },
  add: { zh: '新增收件人 {address}，等您批准或否决。', en: 'New recipient {address}: approve or reject.' },
  remove: { zh: '移除收件人 {address}，等您批准或否决。', en: 'Removal of recipient {address}: approve or reject.' },
} as const;
