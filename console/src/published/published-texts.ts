import type { TracingRow } from '@tongcheng/shared/publications/wire';
import type { Text } from '@tongcheng/shared/text';

/** Words of the page that anybody may read. */
export const publishedTexts = {
  title: { zh: '{city}公开数据', en: 'Open figures of {city}' },
  about: {
    zh: '任何人都可查看：客流、溯源次数、删除证明。这里没有任何人的信息。',
    en: 'Open to anybody: ridership, how often people were traced, and what was forgotten. Nobody’s data is here.',
  },
  ridership: { zh: '客流', en: 'Ridership' },
  ridershipAbout: {
    zh: '按上车次数，{at} 公布，不再更改；之后送达的扫码不计入。少于 {count} 人的部分并入“其余”，相加相减也得不出更少人的数。',
    en: 'Boardings, published {at} and never changed; scans delivered later are not in it. What fewer than {count} people did is part of a rest, and no sum or difference is about fewer.',
  },
  none: {
    zh: '还没有公布的日子。次日日报形成时公布。',
    en: 'No day is published yet. Each is when the report of the day is formed, the day after.',
  },
  tooFew: {
    zh: '这一天全市乘客太少，没有公布数字。',
    en: 'Too few people rode in the whole city on this day: no figure is published.',
  },
  day: { zh: '日期', en: 'Day' },
  mode: { zh: '方式', en: 'Mode' },
  every: { zh: '全部', en: 'All' },
  line: { zh: '线路', en: 'Line' },
  hour: { zh: '时段', en: 'Hour' },
  stop: { zh: '车站', en: 'Stop' },
  boardings: { zh: '上车次数', en: 'Boardings' },
  level: { zh: '细分到', en: 'Told by' },
  byLine: { zh: '线路', en: 'line' },
  byHour: { zh: '线路和小时', en: 'line and hour' },
  byStop: { zh: '线路、小时和车站', en: 'line, hour and stop' },
  search: { zh: '查找线路或车站', en: 'Find a line or stop' },
  showAll: { zh: '显示全部 {count} 行', en: 'Show all {count} rows' },
  whole: { zh: '全市', en: 'Whole city' },
  rest: { zh: '其余', en: 'Rest' },
  noLine: { zh: '不属于线路', en: 'Of no line' },
  csv: { zh: '下载 CSV', en: 'Download CSV' },
  json: { zh: '下载 JSON', en: 'Download JSON' },
  tracings: { zh: '溯源次数', en: 'Tracings' },
  tracingsAbout: {
    zh: '卫生部门按法律立案查找同乘的次数。看到姓名须经另一名官员批准。',
    en: 'How often the health office looked for those who shared a ride with a case, under the law. Names need another official’s approval.',
  },
  noTracings: { zh: '没有溯源。', en: 'Nobody was traced.' },
  month: { zh: '月份', en: 'Month' },
  purpose: { zh: '目的', en: 'Purpose' },
  cases: { zh: '立案', en: 'Cases' },
  requests: { zh: '申请姓名', en: 'Requests for names' },
  released: { zh: '批准', en: 'Approved' },
  deletions: { zh: '删除证明', en: 'Deletion certificates' },
  deletionsAbout: {
    zh: '留存期满，当天的密钥销毁，谁也不能再把那天的记录与任何人对应。每份证明都有签名，可用任何 JOSE 程序核对。',
    en: 'When its retention ends, the key of a day is destroyed, and nobody can match its records with anyone any more. Each certificate is signed; any JOSE program checks it.',
  },
  noDeletions: { zh: '还没有到期的日子。', en: 'No day has reached its end yet.' },
  kind: { zh: '类别', en: 'Of' },
  city: { zh: '市内乘车', en: 'rides in the city' },
  coach: { zh: '长途客运', en: 'coaches' },
  records: { zh: '封存的记录', en: 'Records sealed' },
  destroyed: { zh: '销毁时间', en: 'Destroyed' },
  copies: { zh: '系统副本最晚留到', en: 'Copies remain until' },
  holds: { zh: '依法留存的副本', en: 'Copies under legal hold' },
  unknown: { zh: '未知', en: 'unknown' },
  key: { zh: '公钥（JWK）', en: 'Public key (JWK)' },
  all: { zh: '下载全部证明（JSON）', en: 'Download these certificates (JSON)' },
  more: { zh: '更早的', en: 'Earlier ones' },
} as const satisfies Readonly<Record<string, Text>>;

/** What a case was for. */
export const tracedForTexts: Readonly<Record<TracingRow['purpose'], Text>> = {
  'confirmed-case': { zh: '确诊病例', en: 'Confirmed case' },
  'suspected-case': { zh: '疑似病例', en: 'Suspected case' },
  'cluster-investigation': { zh: '聚集性疫情调查', en: 'Investigation of a cluster' },
};
