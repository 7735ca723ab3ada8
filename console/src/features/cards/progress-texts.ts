/** Texts of the progress of linking cards. */
export const progressTexts = {
  title: { zh: '绑卡进度', en: 'Cards linked' },
  about: {
    zh: '按绑定当天计数；后来解除的仍计在当天',
    en: 'Counted on the day of linking; cards unlinked since stay in it',
  },
  days: { zh: '日期', en: 'Days' },
  day: { zh: '日期', en: 'Day' },
  kind: { zh: '卡种', en: 'Kind' },
  linked: { zh: '绑定（张）', en: 'Cards linked' },
  all: { zh: '合计（张）', en: 'All cards' },
  others: { zh: '本市已不再办理的卡种', en: 'Kinds that the city no longer has' },
  byDay: { zh: '每天绑定的卡', en: 'Cards linked by day' },
  byKind: { zh: '按日期和卡种', en: 'By day and kind' },
  none: { zh: '这段时间没有绑定过卡。', en: 'No card was linked in this time.' },
} as const;
