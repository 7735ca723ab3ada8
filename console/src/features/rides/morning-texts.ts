/** What the rides tell on the morning page. */
export const rideMorningTexts = {
  soFar: {
    zh: '今天到现在：扫码 {scans} 次，拒乘 {refused} 人次。',
    en: 'Today so far: {scans} scans, {refused} people refused.',
  },
  compared: {
    zh: '到 {hour} 时为止 {now} 次；上周同一天同时段 {earlier} 次（{change}%）。',
    en: 'Until {hour}:00: {now}; the same weekday last week until then: {earlier} ({change} %).',
  },
  notCompared: {
    zh: '到 {hour} 时为止 {now} 次；上周同一天没有数字。',
    en: 'Until {hour}:00: {now}; there are no figures of the same weekday last week.',
  },
} as const;
