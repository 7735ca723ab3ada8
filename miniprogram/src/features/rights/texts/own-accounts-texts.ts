import { texts } from '../../../ui/words';

/** Words of a rider's accounts, and of the proof that one is theirs. */
export const ownAccountsTexts = texts({
  title: { zh: '我的账户', en: 'My accounts' },
  proveTitle: { zh: '证明这个账户是本人的', en: 'Prove that this account is yours' },
  proveWords: {
    zh: '任选一种：在原来登记的手机上打开“我的信息与权利”，输入下面的确认码；或带证件和这部手机到服务台，请工作人员核对；或在支付宝小程序里一键授权认证。',
    en: 'Any of these: open “My data and rights” on the phone you registered earlier and type the code below; or show your document and this phone at a service desk; or verify by one tap in the Alipay mini-program.',
  },
  guardianTitle: { zh: '请监护人确认', en: 'Ask a guardian to agree' },
  guardianWords: {
    zh: '请监护人在自己已认证的手机上打开“家人”，选“为孩子的手机确认”，填孩子的证件和下面的确认码；或一起带孩子的证件到服务台。',
    en: 'A guardian opens “Family” on their own verified phone, chooses “Agree for a child’s phone”, and types the child’s document and the code below; or go to a service desk together with the child’s document.',
  },
  deskWords: {
    zh: '带证件和这部手机到服务台，请工作人员核对并输入下面的确认码。',
    en: 'Show your document and this phone at a service desk; staff compare them and type the code below.',
  },
  code: { zh: '确认码（今天有效）', en: 'Code (good today)' },
  codeWarning: {
    zh: '不要把确认码告诉别人，也不要发给任何人。',
    en: 'Do not tell or send this code to anybody.',
  },
  claims: { zh: '{channel} · {day} 登记，自称是您', en: '{channel} · registered {day}, says it is you' },
  denied: {
    zh: '{channel} · {day} 登记，您说过不是您的',
    en: '{channel} · registered {day}; you said it is not yours',
  },
  proven: { zh: '{channel} · 您的账户', en: '{channel} · your account' },
  unchecked: {
    zh: '{channel} · 先登记的账户，没有核对过本人',
    en: '{channel} · registered earlier; nobody was checked',
  },
  claimWords: {
    zh: '它可以用这个身份乘车，但看不到您的行程和状态，也不能更改或注销。乘车记录会注明“尚未证明是本人”。',
    en: 'It may ride under this identity, but sees none of your rides or status and can change or delete nothing. Its rides are marked “not proven yet”.',
  },
  mine: { zh: '是我的', en: 'It is mine' },
  notMine: { zh: '不是我的', en: 'Not mine' },
  takeOut: { zh: '不是我的，移出', en: 'Not mine: take it out' },
  typeCode: { zh: '那部手机上显示的确认码', en: 'The code that the other phone shows' },
  agree: { zh: '确认是我的', en: 'Confirm as mine' },
  wechat: { zh: '微信', en: 'WeChat' },
  alipay: { zh: '支付宝', en: 'Alipay' },
  web: { zh: '网页', en: 'Web' },
  retry: { zh: '重试', en: 'Retry' },
});
