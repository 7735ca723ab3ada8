/** Texts of the kit's own pieces. */
export const kitTexts = {
  today: { zh: '今天', en: 'Today' },
  lastDays: { zh: '最近 {days} 天', en: 'Last {days} days' },
  choose: { zh: '选择 {name}', en: 'Choose {name}' },
  chosen: { zh: '选择', en: 'Chosen' },
  chooseAll: { zh: '选择找到的全部 {count} 个', en: 'Choose all {count} found' },
  orDrop: { zh: '或把文件拖到这里', en: 'or drop it here' },
  stop: { zh: '停止', en: 'Stop' },
} as const;

/** Texts around every chart. */
export const chartsTexts = {
  asTable: { zh: '看数字表', en: 'As a table' },
  lost: {
    zh: '图没有加载出来，数字在下表中。',
    en: 'The chart could not be loaded; the figures are in the table.',
  },
} as const;
