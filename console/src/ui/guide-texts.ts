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

/** Texts of the guide's section. */
export const guideSectionTexts = {
  title: { zh: '指南', en: 'Guide' },
  rule: {
    zh: '工作人员在核验屏点“?”看到的，和乘客在“乘车指南”里看到的，都在这里。内容写在城市设置里。',
    en: 'What staff read behind “?” on the verification screen, and riders under “How it works”. It is written in the city’s settings.',
  },
  staff: { zh: '给工作人员', en: 'For staff' },
  rider: { zh: '给乘客', en: 'For riders' },
} as const;
