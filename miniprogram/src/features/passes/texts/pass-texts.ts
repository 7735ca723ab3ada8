import { texts } from '../../../ui/words';

/** Words of the page of the temporary identity pass. */
export const passTexts = texts({
  absent: { zh: '这座城市没有开通', en: 'Not in this city' },
  absentWords: {
    zh: '这座城市还不能在手机上申请临时乘车身份证明。请到车站公安制证窗口办理纸质证明。',
    en: 'This city gives no temporary identity pass on phones yet. Please go to the police counter of the station for a paper pass.',
  },
  loading: { zh: '正在载入', en: 'Loading' },
  about: {
    zh: '忘带身份证时，凭它购票、验票、进出站，24 小时有效，每人每月可申请 3 次。',
    en: 'For a ride without your ID card: buying tickets, checks, entry and exit. Lasts 24 hours, three times a month for each person.',
  },
  guide: { zh: '常见问题', en: 'Questions and answers' },
  who: { zh: '申请人', en: 'Who applies' },
  city: { zh: '城市', en: 'City' },
  name: { zh: '姓名', en: 'Name' },
  number: { zh: '身份证号码', en: 'ID number' },
  kind: { zh: '证件', en: 'Document' },
  otherPerson: { zh: '登录后自动填写', en: 'Sign in and have it filled in' },
  proof: { zh: '证明这是您本人的账户', en: 'Prove that this account is yours' },
  typedNote: {
    zh: '只留在这个页面里，关闭后不保存。',
    en: 'Stays on this page alone; nothing is kept once it is closed.',
  },
  consentTitle: { zh: '同意', en: 'Consent' },
  consentIdentity: {
    zh: '同意把姓名、身份证号码交给公安身份信息核验服务，并由它核对人脸，只用于签发和出示这张证明。照片我们收不到；签发记录加密保存 {days} 天，之后随当天的密钥销毁，其间您可以查看最近一个月的；本月次数只记不具名的编号，下月初删除。',
    en: 'I agree that name and ID number go to the identity checking service, which compares my face, to issue and show this pass only. We never get a picture. The record of issue is kept sealed for {days} days and then goes with the key of its day; you see those of the last month. Of this month’s count a nameless number is kept until the beginning of the next.',
  },
  consentPlace: {
    zh: '同意这次申请使用手机的大致位置。只用来确认您在出行途中，不保存。',
    en: 'I agree that this application uses my phone’s rough location, only to see that I am travelling. It is not kept.',
  },
  locate: { zh: '定位', en: 'Locate' },
  locateAgain: { zh: '重新定位', en: 'Locate again' },
  located: { zh: '已定位', en: 'Located' },
  notLocated: {
    zh: '没有得到位置，暂时不能申请。请在手机设置里允许定位后重新定位，或到下面的窗口办理纸质证明。',
    en: 'No location came, so you cannot apply yet. Allow it in the phone’s settings and locate again, or go to a counter below for a paper pass.',
  },
  apply: { zh: '立即申请', en: 'Apply now' },
  show: { zh: '出示已有的证明', en: 'Show the pass I have' },
  showNote: {
    zh: '出示前核验一次本人，不占申请次数。',
    en: 'You are checked once before it shows; it does not count as an application.',
  },
  left: { zh: '本月还可以申请 {n} 次', en: 'Applications left this month: {n}' },
  mustConsent: { zh: '请先同意上面的内容。', en: 'Please agree to the above first.' },
  mustLocate: { zh: '请先定位。', en: 'Please locate first.' },
  listTitle: { zh: '最近一个月的证明', en: 'Passes of the last month' },
  listNone: { zh: '还没有申请过。', en: 'None yet.' },
  valid: { zh: '有效', en: 'valid' },
  ended: { zh: '已到期', en: 'ended' },
  revoked: { zh: '已作废', en: 'revoked' },
  phone: { zh: '手机', en: 'phone' },
  counter: { zh: '窗口', en: 'counter' },
  row: { zh: '{from} 至 {to}', en: '{from} to {to}' },
  rowState: { zh: '{state}，由{by}签发', en: '{state}, issued by {by}' },
  countersTitle: { zh: '办理纸质证明的窗口', en: 'Counters for a paper pass' },
  countersNone: {
    zh: '请到就近火车站的公安制证窗口，或询问车站工作人员。',
    en: 'Please go to the police counter of the nearest railway station, or ask its staff.',
  },
  hours: { zh: '时间：{hours}', en: 'Open: {hours}' },
  needsCard: {
    zh: '临时乘车身份证明只能用居民身份证申请，这种证件不能申请。请带证件到车站公安制证窗口办理纸质证明。',
    en: 'Only holders of a resident ID card can apply, not with this document. Please take it to the police counter of the station for a paper pass.',
  },
  retry: { zh: '再试一次', en: 'Try again' },
  signIn: { zh: '重新登录', en: 'Sign in again' },
});
