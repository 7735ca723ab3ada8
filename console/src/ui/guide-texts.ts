/** Texts around the guide of a city; its questions and answers come with the city (W-30). */
export const guideTexts = {
  title: { zh: '工作人员指南', en: 'Guide for staff' },
  search: { zh: '找一个词，例如“截图”', en: 'Look for a word, such as “screenshot”' },
  nothingFound: {
    zh: '没有找到。换个词试试，或拨打服务热线 {number}。',
    en: 'Nothing found. Try another word, or call the hotline {number}.',
  },
  none: {
    zh: '本市还没有写指南。写在城市设置里的问答会显示在这里。',
    en: 'This city has no guide yet. Questions and answers of its settings stand here.',
  },
  hotline: { zh: '服务热线 {number}', en: 'Hotline {number}' },
} as const;
