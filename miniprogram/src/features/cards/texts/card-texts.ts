import { texts } from '../../../ui/words';

/** Words of binding and listing transit cards. */
export const cardTexts = texts({
  title: { zh: '绑定交通卡', en: 'Bind a transit card' },
  why: {
    zh: '绑定后，工作人员读卡就能为您登记，不用再出示证件；刷卡付费本身不登记，仍要扫码。不绑定也可以乘车。',
    en: 'Staff who read a bound card register you by it, without a document. Paying by card registers nothing: scan as well. You can ride without it.',
  },
  ofMember: { zh: '{name}的交通卡', en: 'Cards of {name}' },
  memberWhy: {
    zh: '为家人绑定的卡属于家人：工作人员读这张卡，登记的是他，不是您。学生卡、老年卡、残疾人卡也可以绑定。',
    en: 'A card bound for a relative is theirs: staff who read it register them, not you. Student, senior and disability cards can be bound too.',
  },
  kind: { zh: '哪种卡？', en: 'Which card?' },
  number: { zh: '卡号', en: 'Card number' },
  bind: { zh: '绑定', en: 'Bind' },
  skip: { zh: '先跳过，直接乘车', en: 'Skip for now and ride' },
  hotline: { zh: '服务热线', en: 'Hotline' },
  tooShort: { zh: '请填写卡面上的完整号码。', en: 'Please write the whole number printed on the card.' },
  refusedShape: {
    zh: '卡号只有字母和数字，4 到 32 位。请核对卡面；手环、手表等号码请到服务网点读取，或拨打服务热线。不绑定也可以乘车。',
    en: 'A card number has 4 to 32 letters and digits only. Compare the card; wristbands and watches are read at a service desk, or call the hotline. You can ride without it.',
  },
  unusualLength: {
    zh: '这种卡的号码通常是 {usual} 位，您填了 {typed} 位。请再核对卡面；没有错的话，仍可以请发卡方核对。',
    en: 'Numbers of this kind usually have {usual} characters; you typed {typed}. Compare the card once more. If it is right, the issuer can check it all the same.',
  },
  unusualStart: {
    zh: '这种卡的号码通常以 {usual} 开头。请再核对卡面；没有错的话，仍可以请发卡方核对。',
    en: 'Numbers of this kind usually begin with {usual}. Compare the card once more. If it is right, the issuer can check it all the same.',
  },
  bindAllTheSame: { zh: '号码没有错，请发卡方核对', en: 'It is right: ask the issuer' },
  numberFront: { zh: '卡号在卡的正面', en: 'The number is on the front of the card' },
  numberBack: { zh: '卡号在卡的背面', en: 'The number is on the back of the card' },
  numberDesk: {
    zh: '这种卡上看不到号码。请到服务网点，由工作人员读卡后为您绑定。',
    en: 'Its number cannot be seen. Go to a service desk: staff read it and bind it for you.',
  },
  numberApp: {
    zh: '这种码在它自己的 App 里：打开那个 App，点一下“同意关联”就行，不用在这里填号码。',
    en: 'This code lives in its own app: open that app and agree there by one tap. Nothing is typed here.',
  },
  refusedBlocked: {
    zh: '发卡方说这张卡已挂失或停用，不能绑定。请到服务网点办理，或拨打服务热线。不绑定也可以乘车。',
    en: 'The issuer says this card is lost or blocked. Ask at a service desk or call the hotline. You can ride without it.',
  },
  limitPhysical: {
    zh: '已经绑定了一张实体卡，每人一张。要换一张，请先在“交通卡”里解除原来的；不是您绑定的，请到服务网点办理。不绑定也可以乘车。',
    en: 'One physical card is bound already; each person binds one. Unbind it first, or ask at a service desk if you did not bind it. You can ride without it.',
  },
  limitPhone: {
    zh: '已经绑定了一张手机卡，每人一张。要换一张，请先在“交通卡”里解除原来的；不是您绑定的，请到服务网点办理。不绑定也可以乘车。',
    en: 'One phone card is bound already; each person binds one. Unbind it first, or ask at a service desk if you did not bind it. You can ride without it.',
  },
  limitApp: {
    zh: '已经绑定了一张App 乘车码，每人一张。要换一张，请先在“交通卡”里解除原来的；不是您绑定的，请到服务网点办理。不绑定也可以乘车。',
    en: 'One ride code of an app is bound already; each person binds one. Unbind it first, or ask at a service desk if you did not bind it. You can ride without it.',
  },
  limitTicket: {
    zh: '已经绑定了一张纪念票，每人一张。要换一张，请先在“交通卡”里解除原来的；不是您绑定的，请到服务网点办理。不绑定也可以乘车。',
    en: 'One commemorative ticket is bound already; each person binds one. Unbind it first, or ask at a service desk if you did not bind it. You can ride without it.',
  },
  listLine: { zh: '{name}，尾号 {four}', en: '{name}, ending in {four}' },
  since: { zh: '{day} 绑定', en: 'Bound on {day}' },
  statedConsent: {
    zh: '{day} 您在“{by}”里同意关联',
    en: 'Linked on {day} by your consent in {by}',
  },
  statedTopUp: {
    zh: '{day} 首次充值时由“{by}”关联',
    en: 'Linked on {day} by {by} at its first top-up',
  },
  statedList: { zh: '{day} 按“{by}”的名单关联', en: 'Linked on {day} from a list of {by}' },
  lostSince: { zh: '已挂失：闸机不放行这张卡', en: 'Reported lost: gates keep shut for it' },
  lost: { zh: '挂失', en: 'Report lost' },
  lostSure: { zh: '确认挂失', en: 'Report it lost now' },
  found: { zh: '卡找到了，恢复使用', en: 'Found again: use it' },
  renew: { zh: '换了新卡', en: 'I have a new card' },
  renewWords: {
    zh: '填写新卡号码；绑定成功后，尾号 {four} 的旧卡自动解除。',
    en: 'Type the number of the new card. Once it is bound, the old one ending in {four} is unbound.',
  },
  gatesKnow: {
    zh: '办好了。闸机最迟 {minutes} 分钟后知道。',
    en: 'Done. Gates know of it within {minutes} minutes.',
  },
  notMine: { zh: '这张卡不是我的，解除关联', en: 'This is not my card: undo the link' },
  unbind: { zh: '解除绑定', en: 'Unbind' },
  unbindSure: { zh: '确认解除', en: 'Unbind now' },
  emptyTitle: { zh: '还没有绑定交通卡', en: 'No card bound yet' },
  loading: { zh: '正在取回交通卡', en: 'Fetching your cards' },
  retry: { zh: '重试', en: 'Retry' },
  noKinds: { zh: '这个城市暂时不能绑定交通卡。', en: 'Cards cannot be bound in this city yet.' },
  afterProof: {
    zh: '认证完成，可以乘车了。绑定交通卡要先证明这个账户是您本人的：以后在“我的信息与权利”里办理。',
    en: 'You are verified and can ride. To bind a card, first prove that this account is yours, later under “My data and rights”.',
  },
  proveFirst: {
    zh: '证明这个账户是您本人的之后，就可以绑定交通卡。',
    en: 'Once you have proved that this account is yours you can bind a card.',
  },
  howToProve: { zh: '怎样证明是本人', en: 'How to prove it' },
  goOn: { zh: '继续', en: 'Go on' },
});
