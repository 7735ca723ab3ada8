import { failureCatalogue } from '../failure-entry';

/** Refusals where a temporary identity pass is applied for or shown. Each says what is the way on. */
export const passFailures = failureCatalogue({
  'pass-needs-resident-id': {
    status: 422,
    fault: 'caller',
    retry: 'never',
    zh: '临时乘车身份证明只能用居民身份证申请，这种证件不能申请。请带证件到车站公安制证窗口办理纸质证明。',
    en: 'Only holders of a resident ID card can apply for a temporary identity pass, not with this document. Please take it to the police counter of the station for a paper pass.',
  },
  'pass-place-needed': {
    status: 422,
    fault: 'caller',
    retry: 'after-change',
    zh: '申请需要您同意使用位置信息。请重新定位；不愿提供位置的，请到车站公安制证窗口办理纸质证明。',
    en: 'To apply, please agree that your location is used, and locate again. If you do not want to, go to the police counter of the station for a paper pass.',
  },
  'pass-key-refused': {
    status: 422,
    fault: 'caller',
    retry: 'after-change',
    zh: '手机生成的密钥格式不对。请更新应用后再试。',
    en: 'The key that this phone made is not of a known form. Please update the app and try again.',
  },
  'pass-month-used': {
    status: 409,
    fault: 'caller',
    retry: 'later',
    zh: '每人每个自然月最多申请 3 次，本月已用完。请到车站公安制证窗口办理纸质证明；下个月 1 日起可以再申请。',
    en: 'Each person may apply three times in a calendar month, and this month’s are used. Please go to the police counter of the station for a paper pass; from the first of next month you can apply again.',
  },
  'pass-absent': {
    status: 404,
    fault: 'caller',
    retry: 'after-change',
    zh: '您在这座城市没有有效的临时乘车身份证明。请重新申请。',
    en: 'You have no valid temporary identity pass in this city. Please apply for one.',
  },
  'pass-unknown': {
    status: 404,
    fault: 'caller',
    retry: 'never',
    zh: '没有找到这张证明，它可能已经过期。',
    en: 'This pass was not found; it may have ended.',
  },
  'pass-name-mismatch': {
    status: 422,
    fault: 'caller',
    retry: 'after-change',
    zh: '姓名与身份证号码没有对上。请对照身份证核对后再试，或到车站公安制证窗口办理纸质证明。',
    en: 'Name and number do not belong together. Compare them with the card and try again, or go to the police counter of the station for a paper pass.',
  },
  'pass-check-over': {
    status: 410,
    fault: 'caller',
    retry: 'after-change',
    zh: '这次实人核验已经过期。请重新核验；不占用申请次数。',
    en: 'This person check is over. Please do it again; it does not count as an application.',
  },
  'pass-check-failed': {
    status: 403,
    fault: 'caller',
    retry: 'after-change',
    zh: '实人核验没有通过。请在光线好的地方由本人再试一次，或到车站公安制证窗口办理纸质证明。',
    en: 'The person check was not passed. Try once more yourself in good light, or go to the police counter of the station for a paper pass.',
  },
  'pass-check-absent': {
    status: 503,
    fault: 'ours',
    retry: 'later',
    zh: '这里还没有开通实人核验，手机上不能申请。请到车站公安制证窗口办理纸质证明。',
    en: 'No person check is set up here, so no pass can be given on a phone. Please go to the police counter of the station for a paper pass.',
  },
});
