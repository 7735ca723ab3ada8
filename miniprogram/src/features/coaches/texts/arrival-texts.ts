import { texts } from '../../../ui/words';

/** Words of verification on arrival (L-08). */
export const arrivalTexts = texts({
  title: { zh: '到站核验', en: 'Verification on arrival' },
  plate: { zh: '车牌号或发车码', en: 'Plate or departure code' },
  plateHint: {
    zh: '例如 辽A12345；也可以用扫码枪扫发车码',
    en: 'As painted on the coach; a code scanner may type the code here',
  },
  plateRefused: { zh: '不是车牌，也不是发车码。请核对。', en: 'Neither a plate nor a departure code. Please check.' },
  open: { zh: '打开乘客清单', en: 'Open the manifest' },
  expected: { zh: '将要到达', en: 'Expected' },
  none: { zh: '没有待核验的班次', en: 'Nothing to verify' },
  noneWords: {
    zh: '司乘登记、目的地是本市的班次会列在这里；没有列出的，按车牌或发车码打开。',
    en: 'Departures to this city stand here once their crews have registered them; open others by plate or code.',
  },
  counts: {
    zh: '登记 {registered} 人 · 已核 {present} · 未核 {left} · 补录 {added}',
    en: '{registered} registered · {present} seen · {left} left · {added} added',
  },
  present: { zh: '在车', en: 'Here' },
  absent: { zh: '未乘', en: 'Not aboard' },
  added: { zh: '到站补录', en: 'added on arrival' },
  allPresent: { zh: '其余 {n} 人都在车', en: 'The other {n} are all here' },
  add: { zh: '补录清单上没有的人', en: 'Add somebody who is on no list' },
  close: { zh: '核验完成', en: 'Verified: close' },
  reopen: { zh: '重新核验（会留下记录）', en: 'Verify again (leaves a trace)' },
  other: { zh: '核验另一班车', en: 'Another trip' },
  waiting: {
    zh: '没有网络，{n} 项待上传，联网后自动上传。',
    en: 'No network: {n} to be delivered, which follows by itself.',
  },
});
