import type { Text } from '@tongcheng/shared/text';
import { texts } from '../../../ui/words';

/** L-14: what officers who verify arrivals ask. */
export const arrivalQuestions = texts({
  find: { zh: '怎么打开一班车？', en: 'How do I open a trip?' },
  arrived: { zh: '车到了先做什么？', en: 'The coach is here. What first?' },
  tick: { zh: '怎么核对乘客？', en: 'How do I verify passengers?' },
  scan: { zh: '怎么扫乘客的登记码？', en: 'How do I scan passengers’ own codes?' },
  allBut: { zh: '人多怎么快一点？', en: 'There are many. How is it quicker?' },
  missing: { zh: '乘客不在清单上怎么办？', en: 'Somebody is on no list. What now?' },
  absent: { zh: '清单上的人没来怎么办？', en: 'Somebody on the list is not here. What now?' },
  close: { zh: '核验完了做什么？', en: 'All are verified. What now?' },
  reopen: { zh: '完成后发现有误怎么办？', en: 'I find a mistake afterwards. What now?' },
  offline: { zh: '没有网络能核验吗？', en: 'Can I verify without a network?' },
  notFound: { zh: '找不到这班车怎么办？', en: 'The trip is not found. What now?' },
  privacy: { zh: '为什么姓名和证件是遮盖的？', en: 'Why are names and documents masked?' },
});

/** The answers to {@link arrivalQuestions}. */
export const arrivalAnswers: Readonly<Record<keyof typeof arrivalQuestions, Text>> = texts({
  find: {
    zh: '在“将要到达”里点班次，或填车牌；也可以用扫码枪把发车码扫进输入框。',
    en: 'Choose it under “Expected”, or type the plate; a code scanner may type the departure code into the same field.',
  },
  arrived: {
    zh: '点“车已到站”，记下到站时间。发车码随即失效。',
    en: 'Choose “The coach is here”: the time is noted, and the departure code is dead.',
  },
  tick: {
    zh: '对照证件在清单上点“在车”或“未乘”，可以改。上方随时显示登记、在车、未乘、未核的人数。',
    en: 'Compare the document and tap “Here” or “Not aboard”; you can change it. The numbers stand above the list.',
  },
  scan: {
    zh: '点“扫乘客的登记码”，让乘客打开这班车的页面出示“到站核验码”。扫到后核对屏幕上的姓名和证件，接着扫下一位。别的班次的码会提示，不会记录。',
    en: 'Choose “Scan passengers’ own codes”; each passenger shows the “Arrival code” on the page of this coach. Compare name and document on your screen and go on with the next. A code of another coach is told and not recorded.',
  },
  allBut: {
    zh: '先把没来的点“未乘”，再点“除标‘未乘’的，其余都在车”。',
    en: 'Mark those who are not here, then choose “All but those marked”.',
  },
  missing: {
    zh: '点“补录清单上没有的人”，按证件填写。补录的人单独标明，和发车时登记的分开计数。',
    en: 'Choose “Add somebody who is on no list” and copy the document. They are marked and counted apart from those registered at departure.',
  },
  absent: {
    zh: '点“未乘”。发车登记和到站核验的差别会一直保留。',
    en: 'Tap “Not aboard”. The difference between departure and arrival stays visible.',
  },
  close: {
    zh: '点“核验完成”。没有核的人会算作“未核”。',
    en: 'Choose “Verified: close”. Whoever was not looked at counts as such.',
  },
  reopen: {
    zh: '点“重新核验”，改完再完成。重新打开的次数会留下记录。',
    en: 'Choose “Verify again”, correct it and close. How often it was opened again stays on record.',
  },
  offline: {
    zh: '能。先在有网络时打开清单，之后没有网络也能核对、补录、完成，联网后自动上传，不会重复。',
    en: 'Yes. Open the trip while there is a network; then tick, add and close without one. All is delivered by itself, once.',
  },
  notFound: {
    zh: '司乘可能还没有联网上传。核对车牌和日期，请司乘联网后再试；目的地或途经站不是本市的班次打不开。',
    en: 'Its crew may not have been online. Check plate and day and ask them to go online; trips that neither end nor stop in your city cannot be opened.',
  },
  privacy: {
    zh: '核验只需对照首字和末几位。要看全部信息，由主管部门按理由调取并留记录。',
    en: 'For comparing, the first character and the last ones suffice. More is opened by the bureau for a purpose, on record.',
  },
});

/** What people type for {@link arrivalQuestions} besides the words that stand there; never shown. */
export const arrivalWords: Readonly<Record<keyof typeof arrivalQuestions, Text>> = texts({
  find: { zh: '查找 搜索 打开 扫码枪 车牌 班次', en: 'search open scanner plate barcode' },
  arrived: { zh: '到达 进站 到站时间', en: 'arrival time here' },
  tick: { zh: '打勾 勾选 在车 人数 身份证', en: 'check mark present id card' },
  scan: { zh: '扫码 二维码 核验码 相机 摄像头 扫不出', en: 'qr camera cannot scan proof' },
  allBut: { zh: '全部 一键 批量 全选 快', en: 'everyone all at once fast bulk' },
  missing: { zh: '补录 添加 多出 没登记 漏', en: 'add extra unregistered forgot' },
  absent: { zh: '没来 少人 缺 未到 中途下车', en: 'no show not here left early missing' },
  close: { zh: '完成 结束 提交 关闭', en: 'finish done submit' },
  reopen: { zh: '点错 错了 错误 撤销 重新 恢复', en: 'undo edit wrong correct again' },
  offline: { zh: '断网 没网 没信号 信号 上传 同步 离线', en: 'internet signal offline wifi upload sync' },
  notFound: { zh: '没有 搜不到 打不开 不存在 昨天', en: 'missing cannot open does not exist yesterday' },
  privacy: { zh: '隐私 星号 看不到 全名 明文', en: 'hidden asterisk stars full name' },
});
