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
