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
  atStop: {
    zh: '本地是途经站：这里列出在本地下车的 {n} 人。到站和核验完成由终点站登记。',
    en: 'A stop on the way: these {n} get off here. The end of the trip is noted where it ends.',
  },
  countRegistered: { zh: '登记 {n}', en: '{n} registered' },
  countPresent: { zh: '在车 {n}', en: '{n} here' },
  countAbsent: { zh: '未乘 {n}', en: '{n} not aboard' },
  countLeft: { zh: '未核 {n}', en: '{n} left' },
  countAdded: { zh: '补录 {n}', en: '{n} added' },
  arrive: { zh: '车已到站', en: 'The coach is here' },
  arrivedAt: { zh: '{time} 到站', en: 'arrived {time}' },
  reopenings: { zh: '核验完成后重新打开过 {n} 次', en: 'Opened again {n} times after it was closed' },
  scan: { zh: '扫乘客的登记码', en: 'Scan passengers’ own codes' },
  scanStop: { zh: '收起相机', en: 'Put the camera away' },
  scanAim: {
    zh: '对准乘客手机上“到站核验”的码；逐个扫，核对姓名。',
    en: 'Aim at the arrival code on each passenger’s phone; compare the name.',
  },
  scanned: { zh: '已核：{name} {document}', en: 'Here: {name} {document}' },
  scannedOther: {
    zh: '这是另一班车的登记码，没有记录。请核对乘客坐的是不是这班车。',
    en: 'That code is of another coach; nothing was recorded. Ask which coach this passenger rode on.',
  },
  scannedUnknown: {
    zh: '这位乘客不在清单上（可能已撤回）。请按证件补录。',
    en: 'This passenger is not on the list (perhaps withdrawn). Add them by their document.',
  },
  scannedNone: {
    zh: '这不是到站核验码。请乘客打开这班车的登记页。',
    en: 'That is no arrival code. The passenger opens the page of this coach.',
  },
  noCamera: { zh: '相机用不了。请在清单上逐个点。', en: 'The camera cannot be used. Tick people on the list.' },
  present: { zh: '在车', en: 'Here' },
  absent: { zh: '未乘', en: 'Not aboard' },
  added: { zh: '到站补录', en: 'added on arrival' },
  addedWaits: { zh: '{document} · 到站补录 · 待上传', en: '{document} · added on arrival · to be delivered' },
  allPresent: { zh: '除标“未乘”的，其余 {n} 人都在车', en: 'All but those marked: the other {n} are here' },
  add: { zh: '补录清单上没有的人', en: 'Add somebody who is on no list' },
  close: { zh: '核验完成', en: 'Verified: close' },
  closeLeft: { zh: '核验完成（{n} 人未核）', en: 'Verified: close ({n} not looked at)' },
  reopen: { zh: '重新核验（会留下记录）', en: 'Verify again (leaves a trace)' },
  other: { zh: '核验另一班车', en: 'Another trip' },
  waiting: {
    zh: '没有网络，{n} 项待上传，联网后自动上传。',
    en: 'No network: {n} to be delivered, which follows by itself.',
  },
});
