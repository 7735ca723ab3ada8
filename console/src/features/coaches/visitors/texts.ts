/** Texts of the visitor codes of stations. */
export const visitorTexts = {
  title: { zh: '来访司乘码', en: 'Visitor codes' },
  rule: {
    zh: '张贴在客运站，外省车辆的司乘扫码或输入后，不加入任何单位就能登记从本站发出的班次，只看到自己的班次，登录有效一个班次（12 小时）。一个码每天最多进入 200 人。',
    en: 'Posted at a coach station: crews from outside the province scan or type it and register their departures from this station, without joining an operator. They see their own trips only and stay signed in for a shift (12 hours). A code lets in 200 a day at most.',
  },
  stations: { zh: '客运站', en: 'Coach stations' },
  none: { zh: '本市的设置里还没有客运站。', en: 'The settings of this city name no coach station yet.' },
  station: { zh: '客运站', en: 'Station' },
  formerStation: { zh: '已不在设置中的车站', en: 'A station no longer in the settings' },
  state: { zh: '状态', en: 'State' },
  posted: { zh: '有效', en: 'In use' },
  absent: { zh: '没有码', en: 'No code' },
  by: { zh: '生成人', en: 'Posted by' },
  at: { zh: '生成时间', en: 'Posted' },
  until: { zh: '有效期至', en: 'Works until' },
  validDays: { zh: '有效天数', en: 'How long it works' },
  validHint: {
    zh: '到期后不能再用，要重新生成并张贴。',
    en: 'After that it lets nobody in: make a new one and post it.',
  },
  days: { zh: '{n} 天', en: '{n} days' },
  reason: { zh: '停用原因', en: 'Why the posted code is revoked' },
  reasonHint: {
    zh: '与停用的码一起保存，例如“纸被撕走”。',
    en: 'It is kept with the revoked code, as “the sheet was torn off”.',
  },
  once: {
    zh: '这个码只在这里显示一次。请现在打印并张贴；没有打印的，以后只能换码。',
    en: 'The code is shown this once. Print and post it now; later it can only be replaced.',
  },
  oldHolds: {
    zh: '新码已生成，但原来的码没有停用。请在列表中停用它。',
    en: 'The new code works, but the one before could not be revoked. Revoke it in the list.',
  },
  print: { zh: '打印', en: 'Print' },
  link: { zh: '来访司乘码的链接', en: 'Link of the visitor code' },
  revoked: { zh: '{station} 的来访司乘码已停用。', en: 'The visitor code of {station} is revoked.' },
} as const;

/** What stands of visitor codes on the morning page. */
export const visitorMorningTexts = {
  ending: {
    zh: '{station}的来访司乘码 {time} 到期，到期后外省司乘不能进入：请换码并张贴。',
    en: 'The visitor code of {station} ends on {time}; then crews from outside cannot come in. Replace it and post the new sheet.',
  },
} as const;

/** What is done about the code of a station. */
export const visitorActTexts = {
  post: {
    act: { zh: '生成', en: 'Post' },
    title: { zh: '{station}：生成来访司乘码', en: '{station}: post a visitor code' },
    ask: {
      zh: '生成后打印，张贴在外省车辆停靠或签到的地方。生成留有记录。',
      en: 'Print it and post it where coaches from outside stop or report. It goes on record.',
    },
  },
  replace: {
    act: { zh: '换码', en: 'Replace' },
    title: { zh: '{station}：换来访司乘码', en: '{station}: replace the visitor code' },
    ask: {
      zh: '会生成新码，原来张贴的码立即失效，用它登录的司乘五秒内退出，要扫新码重新进入。请随即换下张贴的纸。不能撤销。',
      en: 'A new code is made and the posted one stops at once: crews who came in by it are signed out within five seconds and scan the new one. Change the sheet right away. It cannot be undone.',
    },
  },
  revoke: {
    act: { zh: '停用', en: 'Revoke' },
    title: { zh: '{station}：停用来访司乘码', en: '{station}: revoke the visitor code' },
    ask: {
      zh: '张贴的码立即失效，用它登录的司乘五秒内退出。外省车辆改由车站工作人员帮助登记，直到生成新码。不能撤销。',
      en: 'The posted code stops at once and crews who came in by it are signed out within five seconds. Until there is a new one, station staff help coaches from outside. It cannot be undone.',
    },
  },
} as const;

/** What stands on the sheet that is posted, in both languages: whoever reads it is from elsewhere. */
export const posterTexts = {
  heading: { zh: '外省车辆司乘登记', en: 'Coach crews from outside the province' },
  how: {
    zh: '扫码，填写姓名，登记从本站发出的班次，再请乘客扫班次的码。',
    en: 'Scan, give your name, register your departure from this station, then have passengers scan the departure’s code.',
  },
  typed: { zh: '不能扫码的，在“客车工作人员”页输入：', en: 'Or type it under “Coach staff”:' },
  until: { zh: '有效期至 {time}', en: 'Works until {time}' },
} as const;
