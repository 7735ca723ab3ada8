import type { Meaning, ScanFlag } from '@tongcheng/shared/rides/meanings';
import type { Text } from '@tongcheng/shared/text';

/** What a scan meant. */
export const meaningTexts = {
  board: { zh: '上车', en: 'Boarding' },
  alight: { zh: '下车', en: 'Alighting' },
  enter: { zh: '进站', en: 'Entering' },
  'ride-carriage': { zh: '车厢登记', en: 'In the carriage' },
  repeat: { zh: '重复扫码', en: 'Scanned again' },
} as const satisfies Readonly<Record<Meaning, Text>>;

/** Doubts about a scan, as staff read them. */
export const flagTexts = {
  late: { zh: '补传', en: 'Delivered late' },
  'no-entry': { zh: '无进站记录', en: 'No entry scan' },
  'impossible-travel': { zh: '行程可疑', en: 'Too far, too fast' },
  'far-from-venue': { zh: '不在附近', en: 'Far from here' },
  'outside-service-hours': { zh: '非运营时间', en: 'Outside hours' },
  'status-turned': { zh: '放行后状态转红', en: 'Turned red after the gate opened' },
  'many-scans': { zh: '当日扫码过多', en: 'Too many scans today' },
  'clock-corrected': { zh: '手机时间已校正', en: 'Phone clock corrected' },
  unsigned: { zh: '离线记录未签名', en: 'Offline record not signed' },
  unchecked: { zh: '未经登记库核对', en: 'No register asked' },
  'identity-claimed': { zh: '身份待证明', en: 'Identity not proven' },
  'off-trip': { zh: '车辆未运行', en: 'Vehicle on no trip' },
  'crowded-code': { zh: '扫码人数异常', en: 'Too many at once' },
  'forwarded-code': { zh: '疑被转发', en: 'Code seems forwarded' },
  'moved-code': { zh: '码疑被移动', en: 'Code seems moved' },
} as const satisfies Readonly<Record<ScanFlag, Text>>;
