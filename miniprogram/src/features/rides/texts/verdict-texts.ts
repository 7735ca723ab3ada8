import { texts } from '../../../ui/words';

/** Words of the verdict screen. */
export const verdictTexts = texts({
  admit: { zh: '可以乘车', en: 'May ride' },
  refuse: { zh: '暂不能乘车', en: 'May not ride yet' },
  refer: { zh: '请工作人员复核', en: 'Staff to check' },
  grey: { zh: '请补全健康信息', en: 'Complete health status' },
  expired: { zh: '已过期，请重新扫码', en: 'Expired. Please scan again' },
  word: { zh: '本分钟暗号 · 动态码', en: 'Word of this minute · live code' },
  recorded: { zh: '{time} 已登记', en: 'Recorded at {time}' },
  party: { zh: '同行 {n} 人', en: 'Party of {n}' },
  moreReasons: { zh: '另有 {n} 个原因', en: '{n} more reasons' },
  moreReason: { zh: '另有 1 个原因', en: '1 more reason' },
  fewerReasons: { zh: '收起', en: 'Show less' },
  scanAgain: { zh: '重新扫码', en: 'Scan again' },
  done: { zh: '完成，看我的行程', en: 'Done, show my rides' },
  another: { zh: '扫另一个码', en: 'Scan another code' },
  noName: { zh: '未认证', en: 'Not verified' },
  noVerdict: { zh: '没有可以出示的结果', en: 'Nothing to show' },
  noVerdictWords: {
    zh: '扫码后，核验结果会显示在这里一分钟。',
    en: 'After a scan its result is shown here for a minute.',
  },
  shownOtherwise: {
    zh: '刚才手机上显示的是「{venue}」，以这里登记的为准',
    en: 'A moment ago this phone showed “{venue}”; what stands here is what was recorded',
  },
});
