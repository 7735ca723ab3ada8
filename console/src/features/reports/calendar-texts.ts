/** Texts of the calendar. */
export const calendarTexts = {
  weekdays: {
    zh: '一 二 三 四 五 六 日',
    en: 'Mo Tu We Th Fr Sa Su',
  },
  withSupplement: { zh: '有补报', en: 'with a supplement' },
} as const;
