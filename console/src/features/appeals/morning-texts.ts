/** What the appeals tell on the morning page. */
export const appealMorningTexts = {
  overdue: { zh: '{n} 条申诉已超过答复时限。', en: 'Appeals past their time: {n}.' },
  waiting: { zh: '{n} 条申诉等待答复。', en: 'Appeals that wait for an answer: {n}.' },
} as const;
