import { documentKindNames } from '@tongcheng/shared/identity/documents/kind-names';
import { texts } from '../../../ui/words';

/** Words of consent and registration, one thing a screen. */
export const registerTexts = texts({
  progress: { zh: '第 {at} 步，共 {of} 步', en: 'Step {at} of {of}' },
  next: { zh: '下一步', en: 'Next' },
  coachWaits: {
    zh: '完成后回到这班客车，一键登记，无需再次扫码。',
    en: 'Afterwards you are back at this coach and register by one tap. No need to scan again.',
  },
  waiting: {
    zh: '扫到的乘车码会等您：认证完成后自动登记，不用再扫。',
    en: 'Your scanned code is waiting: it registers by itself once you are done. No need to scan again.',
  },

  consentTitle: { zh: '乘车前，请您知情同意', en: 'Before you ride: your consent' },
  consentWhat: { zh: '收集什么：', en: 'What: ' },
  consentWhatWords: {
    zh: '您的姓名、证件号码、手机号，每次扫码的时间与乘车点，以及健康状态。',
    en: 'your name, document number and phone, the time and place of each scan, and your health status.',
  },
  consentWhy: { zh: '为什么：', en: 'Why: ' },
  consentWhyWords: {
    zh: '只用于实名乘车登记和疫情防控，加密保存，不作他用。',
    en: 'only for real-name registration of rides and epidemic control; stored encrypted, used for nothing else.',
  },
  consentLong: { zh: '多久：', en: 'How long: ' },
  consentLongWords: {
    zh: '行程保存 {days} 天后不再与您关联；您可以随时撤回同意。',
    en: 'rides can be linked to you for {days} days; you can withdraw your consent at any time.',
  },
  consentRead: { zh: '阅读完整告知', en: 'Read the full notice' },
  consentAgree: { zh: '同意并继续', en: 'Agree and continue' },
  consentGiven: { zh: '已同意，继续', en: 'Agreed already: continue' },
  consentSensitive: {
    zh: '我单独同意处理我的证件号码和健康状态。它们是敏感个人信息，没有它们就不能实名登记。',
    en: 'I consent separately to the use of my document number and health status. They are sensitive; without them no identity can be registered.',
  },
  consentPosition: {
    zh: '（可不选）扫码和登记客车时附上大致位置，只用来发现远离乘车点或线路的扫码，服务器不保存位置。不选也能乘车，可随时在菜单里改。',
    en: '(Optional) Send a rough place with my scans and coach registrations, only to notice those made far from the venue or the coach’s way; the service does not keep it. I can ride without it and change it in the menu.',
  },
  consentSensitiveFirst: {
    zh: '请先勾选上面的单独同意。不同意也可以请工作人员登记乘车。',
    en: 'Please tick the separate consent above first. If you do not agree, staff can still register you for a ride.',
  },

  consentAgainTitle: { zh: '告知内容有更新，请再看一次', en: 'The notice has changed: please read it again' },

  platformTitle: { zh: '用支付宝身份，一键认证', en: 'Verify with your Alipay identity' },
  platformWords: {
    zh: '支付宝会问您一次是否同意。同意后，您在支付宝实名的姓名、证件号码和手机号会带到这里，只用于这次认证，不带来别的信息。',
    en: 'Alipay asks you once. If you agree, the name, document number and phone of your verified Alipay account come here for this verification, and nothing else.',
  },
  platformTap: { zh: '同意并用支付宝身份认证', en: 'Agree and use my Alipay identity' },
  platformForm: { zh: '不用支付宝，自己填写', en: 'Fill in the form instead' },
  platformDeclined: {
    zh: '您没有同意带来支付宝身份。可以再点一次，或自己填写。',
    en: 'You did not agree to bring your Alipay identity. Tap once more, or fill in the form.',
  },
  platformAway: {
    zh: '支付宝暂时没有回应。请再点一次，或自己填写。',
    en: 'Alipay is not answering at the moment. Tap once more, or fill in the form.',
  },
  platformGuardianAgain: {
    zh: '监护人同意后，支付宝会再问一次。',
    en: 'After the guardian has agreed, Alipay asks once more.',
  },

  kindTitle: { zh: '您用哪种证件？', en: 'Which document do you have?' },
  demonstration: { zh: '使用演示人物', en: 'Use a demonstration person' },
  demonstrationHint: {
    zh: '演示城市：人物为虚构，资料会自动填好。',
    en: 'Demonstration city: a made-up person, filled in for you.',
  },
  demonstrationHere: { zh: '演示 · {name}，不是真实人物', en: 'Demonstration · {name}, not a real person' },
  demonstrationAway: {
    zh: '演示人物暂时取不到，请自己填写。',
    en: 'No demonstration person at the moment. Please fill in the form.',
  },

  numberTitle: { zh: '证件号码', en: 'Document number' },
  numberHint: { zh: '按证件上的写法填写。', en: 'As printed on the document.' },
  rightKind: { zh: '改为{kind}', en: 'Change to: {kind}' },
  nameTitle: { zh: '证件上的姓名', en: 'Name on the document' },
  nameHint: { zh: '少数民族姓名中间的点请用“·”。', en: 'As printed, with spaces and dots.' },
  phoneTitle: { zh: '手机号', en: 'Phone number' },
  phoneHint: {
    zh: '须是您本人的号码：用来核对身份，需要时通知您同乘情况。',
    en: 'Your own number: it is checked with your identity, and used to tell you of an exposure.',
  },
  phoneRefused: {
    zh: '请核对手机号：大陆号码是 1 开头的 11 位数字，境外号码以 + 和国家代码开头。',
    en: 'Check the number: 11 digits beginning with 1, or + and the country code.',
  },
  phoneByPlatform: { zh: '用微信绑定的手机号', en: 'Use my WeChat number' },
  phoneDeclined: {
    zh: '没有取得微信手机号，请自己填写。',
    en: 'Your WeChat number did not come. Please write it yourself.',
  },
  submit: { zh: '提交认证', en: 'Verify' },
  guardianTitle: { zh: '未满 14 周岁，需要监护人同意', en: 'Under 14: a guardian must agree' },
  guardianWords: {
    zh: '请监护人阅读告知后点同意。监护人可以随时撤回。',
    en: 'A guardian, please read the notice and agree. A guardian can withdraw this at any time.',
  },
  guardianAgree: { zh: '我是监护人，我同意', en: 'I am the guardian and I agree' },
  changeName: { zh: '修改姓名', en: 'Change the name' },
  changeNumber: { zh: '修改证件号码', en: 'Change the number' },
  hotline: { zh: '拨打服务热线', en: 'Call the hotline' },
});

/** Names of the documents people carry (W-05). */
export const kindTexts = texts(documentKindNames);
