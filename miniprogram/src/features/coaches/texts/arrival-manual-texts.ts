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
