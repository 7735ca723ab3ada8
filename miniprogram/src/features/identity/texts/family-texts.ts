import { texts } from '../../../ui/words';

/** Words of the family in an account (X-09, W-19). */
export const familyTexts = texts({
  about: {
    zh: '把没有手机的孩子、老人加进来，一起扫码：每人一次登记、一个核验结果。',
    en: 'Add children and elders without a phone and scan together: each is registered and gets a result of their own.',
  },
  emptyTitle: { zh: '还没有添加家人', en: 'No family yet' },
  loading: { zh: '正在取回家人', en: 'Fetching your family' },
  retry: { zh: '重试', en: 'Retry' },
  add: { zh: '添加家人', en: 'Add a family member' },
  full: { zh: '已添加 {n} 位，最多 {n} 位。', en: '{n} added; {n} is the most.' },
  since: { zh: '{day} 加入', en: 'Added on {day}' },
  rides: { zh: '看行程', en: 'Rides' },
  remove: { zh: '移出', en: 'Take out' },
  removeWords: {
    zh: '移出后，不能再代扫；没有别的家庭账户和自己的账户的，实名信息停用，按注销的规则销毁，行程也不能再从这里查看。',
    en: 'You can no longer scan for them. Without another family or an account of their own their identity is out of use and destroyed like a deleted account, and their rides can no longer be seen here.',
  },
  removeSure: { zh: '确认移出', en: 'Take out now' },
  keep: { zh: '不，返回', en: 'No, go back' },
  relationTitle: { zh: '是您的什么人？', en: 'Who are they to you?' },
  child: { zh: '孩子', en: 'Child' },
  parent: { zh: '父母或长辈', en: 'Parent or elder' },
  partner: { zh: '配偶', en: 'Partner' },
  other: { zh: '其他家人', en: 'Other family' },
  kindTitle: { zh: '用哪种证件？', en: 'Which document?' },
  factsTitle: { zh: '证件上的信息', en: 'As on the document' },
  number: { zh: '证件号码', en: 'Document number' },
  name: { zh: '姓名', en: 'Name' },
  phone: { zh: '联系电话', en: 'Phone' },
  phoneHint: {
    zh: '没有手机的，填您的号码；只在需要通知同乘时使用。',
    en: 'Yours, where they have none; used only to tell of an exposure.',
  },
  consentTitle: { zh: '本人同意', en: 'Their consent' },
  consentAdult: {
    zh: '我和家人在一起，已把信息处理告知念给家人听，家人同意：用姓名、证件号码、电话和健康状态登记乘车，由我代为扫码。家人有了自己的账户后，会自动移出。',
    en: 'They are with me, I read the notice to them, and they agree: name, document number, phone and health status are used to register rides, and I scan for them. Once they have an account of their own they leave this one by themselves.',
  },
  consentChild: {
    zh: '我是孩子的监护人，已阅读信息处理告知，同意用孩子的姓名、证件号码和健康状态登记乘车。',
    en: 'I am the guardian of this child, have read the notice, and agree that name, document number and health status are used to register rides.',
  },
  guardianOpen: { zh: '为孩子的手机确认', en: 'Agree for a child’s phone' },
  guardianWords: {
    zh: '我是孩子的监护人，同意孩子用自己的手机登记乘车。请填孩子证件上的信息，和孩子手机“我的信息与权利”里的六位确认码。我的同意会连同我的身份一起记录。',
    en: 'I am the guardian of this child and agree that they register rides with a phone of their own. Type what stands on the child’s document, and the six digits under “My data and rights” on the child’s phone. My consent is recorded with who I am.',
  },
  guardianCode: { zh: '孩子手机上的确认码', en: 'Code on the child’s phone' },
  guardianAgree: { zh: '我是监护人，同意', en: 'I am the guardian and agree' },
  guardianDone: { zh: '已确认。孩子的手机会自动更新。', en: 'Agreed. The child’s phone follows by itself.' },
  read: { zh: '阅读完整告知', en: 'Read the full notice' },
  agree: { zh: '同意并添加', en: 'Agree and add' },
  next: { zh: '下一步', en: 'Next' },
  back: { zh: '上一步', en: 'Back' },
  demonstration: { zh: '使用演示人物', en: 'Use a demonstration person' },
  demonstrationMark: { zh: '演示 · 不是真实人物', en: 'Demonstration · not a real person' },
  statusAtScan: {
    zh: '健康状态只在一起扫码时随核验结果显示；这里只能看到您代扫的行程。',
    en: 'Their status shows with the result when you scan together; here you see the rides you scanned for them.',
  },
  deskCode: {
    zh: '本人同意尚未核对，乘车记录会注明。请一起带家人的证件到服务台，出示今天的同意码 {code}。',
    en: 'Nobody has heard their own consent yet, and their rides say so. Go to a service desk together with their document and show the code of today, {code}.',
  },
  memberCode: { zh: '家人手机上的同意码（家人有自己的账户时填）', en: 'Code on their phone, if they have an account' },
  consentCodeTitle: { zh: '让家人替我扫码', en: 'Let a relative scan for me' },
  consentCodeWords: {
    zh: '手机不在身边时，可以让家人把您加进他的“家人”，由他代扫。把今天的同意码 {code} 只告诉这位家人：他会看到代扫时的核验结果，看不到您的其他行程。',
    en: 'When your phone is not at hand a relative may add you to their family and scan for you. Tell only them the code of today, {code}: they see the result when they scan for you, and none of your other rides.',
  },
});
