import type { Text } from '../text';

/** A question of every city that has temporary identity passes, with its answer; searched with those of the city. */
interface PassQuestion {
  readonly id: string;
  readonly question: Text;
  readonly answer: Text;
}

/** P-01 to P-10 as riders ask them. */
export const passQuestions: readonly PassQuestion[] = [
  {
    id: 'pass-who',
    question: { zh: '哪些人可以申请临时乘车身份证明？', en: 'Who can apply for a temporary identity pass?' },
    answer: {
      zh: '持居民身份证的人都可以，未成年人也可以。持其他证件的，请带证件到车站公安制证窗口办理纸质证明。',
      en: 'Every holder of a resident ID card, minors included. With any other document, take it to the police counter of the station for a paper pass.',
    },
  },
  {
    id: 'pass-how',
    question: {
      zh: '忘带身份证，怎么申请？为什么要定位？',
      en: 'I forgot my ID card: how do I apply, and why by location?',
    },
    answer: {
      zh: '在菜单里打开“临时乘车身份证明”，核对姓名和身份证号码，同意使用位置信息，点“立即申请”，再由本人完成实人核验。位置只用来确认您在出行途中，不保存；定位失败时可以重新定位，不愿提供的到窗口办理。',
      en: 'Open “Temporary identity pass” in the menu, check name and ID number, agree that your location is used, tap “Apply now”, and pass the person check yourself. The location only shows that you are travelling and is not kept; where it fails, locate again, or go to the counter if you do not want to.',
    },
  },
  {
    id: 'pass-count',
    question: { zh: '一个月可以申请几次？', en: 'How often can I apply in a month?' },
    answer: {
      zh: '每人每个自然月 3 次，不论用哪个账户或手机。出示证明和重新核验不计次数。用完或申请不成的，到车站公安制证窗口办理纸质证明。',
      en: 'Three times a calendar month for each person, whatever account or phone. Showing a pass and checking again never count. Afterwards, or where it fails, the police counter of the station gives a paper pass.',
    },
  },
  {
    id: 'pass-life',
    question: {
      zh: '证明的有效期多长？什么时候可以再申请？',
      en: 'How long does a pass last, and when can I apply again?',
    },
    answer: {
      zh: '从签发起 24 小时。到期前 3 小时内，或到期以后，可以申请新的一张。',
      en: '24 hours from its issue. A new one can be applied for in the last three hours, or once it has ended.',
    },
  },
  {
    id: 'pass-uses',
    question: { zh: '证明可以用来做什么？', en: 'What can I use the pass for?' },
    answer: {
      zh: '在使用电子客票的车站购票、退票、改签、实名查验、进出站检票和车上查验，也可配合多次票、定期票使用。窗口需要完整姓名和号码时，您可以另外出示核对码。',
      en: 'At stations with e-tickets: buying, refunding and changing tickets, real-name checks, entry and exit gates, and checks aboard, also with multi-ride and period tickets. Where a window needs name and number whole, you can show the second code.',
    },
  },
  {
    id: 'pass-refresh',
    question: {
      zh: '二维码为什么每分钟变？没有网络能用吗？',
      en: 'Why does the code change each minute, and does it work without network?',
    },
    answer: {
      zh: '为了让截屏和照片无法冒用，二维码每 60 秒更新一次，由手机自己生成，不需要网络。没有更新时点“刷新”；请勿使用截屏。',
      en: 'So that no screenshot or photo can be used, the code changes every 60 seconds. The phone makes it itself, without network. If it stands still, tap “Refresh”; a screenshot does not work.',
    },
  },
  {
    id: 'pass-half-hour',
    question: { zh: '为什么 30 分钟后要重新核验？', en: 'Why is the person check asked again after 30 minutes?' },
    answer: {
      zh: '为了确认拿着手机的仍是本人：手机丢失或借给别人后，证明最多再显示 30 分钟。到时前 5 分钟会提醒，重新核验期间二维码照常显示，不占申请次数。',
      en: 'To be sure that it is still you who holds the phone: lost or lent, it shows the pass for 30 minutes at most. You are reminded five minutes before; the code stays on the screen meanwhile, and it does not count as an application.',
    },
  },
  {
    id: 'pass-unregistered',
    question: { zh: '没有注册能用吗？退出登录以后呢？', en: 'Can I use it without registering, or after signing out?' },
    answer: {
      zh: '可以。没有注册或没有登录的，申请和每次出示前填写真实身份并核验本人，关闭页面后要再次核验。已注册的，退出登录或清除缓存后要再次核验，并可以查看最近一个月的证明。',
      en: 'Yes. Who is not registered or not signed in gives their true identity and is checked before applying and before each showing, and again after closing the page. A registered rider is checked again after signing out or clearing the cache, and sees the passes of the last month.',
    },
  },
  {
    id: 'pass-mid-journey',
    question: { zh: '证明在途中过期怎么办？', en: 'What if the pass ends in the middle of my journey?' },
    answer: {
      zh: '重新申请一张；申请不了的，出站时走人工通道，向工作人员说明。',
      en: 'Apply for a new one, or leave through the staffed lane and tell the staff.',
    },
  },
];
