/** What announcements and rules tell on the morning page. */
export const termsMorningTexts = {
  set: { zh: '修改准入规则 {rule}，等您批准或否决。', en: 'Change of the admission rule {rule}: approve or reject.' },
  end: { zh: '结束准入规则 {rule}，等您批准或否决。', en: 'End of the admission rule {rule}: approve or reject.' },
} as const;
