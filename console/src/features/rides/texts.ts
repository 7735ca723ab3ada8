/** Texts of the live figures. */
export const liveTexts = {
  title: { zh: '实时数字', en: 'Live figures' },
  day: { zh: '日期', en: 'Day' },
  today: { zh: '今天', en: 'Today' },
  scans: { zh: '当天扫码（次）', en: 'Scans of the day' },
  lastMinute: { zh: '上一整分钟（次）', en: 'In the last full minute' },
  refusedPeople: { zh: '拒乘（人次）', en: 'Refused, people' },
  letOnPeople: { zh: '例外放行（人次）', en: 'Let on after all, people' },
  leftOut: { zh: '未计入（同一人扫码过多，次）', en: 'Left out: too many by one person' },
  byDecision: { zh: '按核验结果', en: 'By verdict' },
  byMode: { zh: '按交通方式', en: 'By mode' },
  byHour: { zh: '按小时', en: 'By hour' },
  hour: { zh: '小时', en: 'Hour' },
  count: { zh: '次数', en: 'Scans' },
  share: { zh: '占比', en: 'Share' },
  decision: { zh: '结果', en: 'Verdict' },
  mode: { zh: '方式', en: 'Mode' },
  admit: { zh: '放行', en: 'Admitted' },
  refer: { zh: '复核', en: 'To check' },
  refuse: { zh: '拒乘', en: 'Refused' },
  dayBefore: { zh: '{day}（上周同日）', en: '{day} (week before)' },
  shareOn: { zh: '占比 {n}', en: 'Share {n}' },
  compared: {
    zh: '到 {hour} 时：{now} 次；上周同日（{day}）同一时段 {earlier} 次，{change}。',
    en: 'Until {hour}:00: {now} scans; in the same hours a week before ({day}) {earlier}, {change}.',
  },
  wholeDayCompared: {
    zh: '全天 {now} 次；上周同日（{day}）{earlier} 次，{change}。',
    en: 'The whole day: {now} scans; a week before ({day}) {earlier}, {change}.',
  },
  noComparison: {
    zh: '每小时的扫码次数；还没有可与上周同日比较的整小时。',
    en: 'Scans in each hour; there is no full hour yet to compare with the week before.',
  },
  renews: { zh: '每 10 秒更新', en: 'Renewed every 10 seconds' },
  empty: {
    zh: '这一天还没有扫码。第一位乘客扫码后，这里会在 10 秒内出现数字。',
    en: 'No scans on this day yet. Figures appear here within ten seconds of the first one.',
  },
} as const;

/** What the rides tell on the morning page. */
export const rideMorningTexts = {
  soFar: {
    zh: '今天到现在：扫码 {scans} 次，拒乘 {refused} 人次。',
    en: 'Today so far: scans {scans}, people refused {refused}.',
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

/** Texts of a line's load. */
export const lineLoadTexts = {
  title: { zh: '线路客流', en: 'Load of a line' },
  line: { zh: '线路', en: 'Line' },
  place: { zh: '站点或车辆', en: 'Stop or vehicle' },
  boarded: { zh: '上车、进站（人次）', en: 'Got on, people' },
  alighted: { zh: '下车（人次）', en: 'Got off, people' },
  about: {
    zh: '按扫码统计：有车站的线路按站，公交按车。{few}：有人，但少于此数时不写明。',
    en: 'As scanned: by stop where a line has stations, by bus where it has none. {few}: somebody, but too few to be told.',
  },
  shared: { zh: '* 换乘站，含其他线路。', en: '* Shared with other lines, whose people are in it.' },
  summary: { zh: '{line}：{places} 处的上下客', en: '{line}: people getting on and off at {places} places' },
} as const;
