import { texts } from '../../../ui/words';

/** Words of a rider's own information and rights. */
export const rightsTexts = texts({
  retry: { zh: '重试', en: 'Retry' },
  loading: { zh: '正在取回', en: 'Fetching' },

  keptTitle: { zh: '保存什么，保存多久', en: 'What is kept, and how long' },
  keptName: {
    zh: '姓名、证件、电话：单独加密，每人一把密钥。撤回同意或注销后停用；乘过车的封存到最后一次行程保存期满，然后销毁密钥。',
    en: 'Name, document, phone: encrypted apart, under a key of your own. Out of use when you withdraw or delete; if you rode they stay sealed until your last ride’s period ends, then the key is destroyed.',
  },
  keptRides: {
    zh: '行程：只有当天的代号，{days} 天后销毁当天的密钥，任何人都不能再把它和您对应。',
    en: 'Rides: under a pseudonym of the day only; after {days} days the day’s key is destroyed and nobody can link them to you.',
  },
  keptCoaches: {
    zh: '客车登记：乘客清单按规定至少保存一年，默认 400 天，到期连同当天的密钥销毁；注销账户不能提前销毁。到期日见登记页面写明的天数。',
    en: 'Coaches: the list of passengers has to be kept for at least a year, 400 days unless the page of the coach says otherwise; then it is destroyed with the day’s key. Deleting the account cannot end it earlier.',
  },
  keptAppeals: {
    zh: '申诉：和那次扫码一起保存、一起销毁。',
    en: 'Appeals: kept and destroyed with the scan they are about.',
  },
  keptLog: {
    zh: '谁看过的记录：至少 3 年，里面没有姓名和号码。',
    en: 'Who looked: at least three years; no name or number is in it.',
  },
  whyKept: {
    zh: '为什么注销后还要封存：同乘的人里发现病例时，要能通知到您。到期之前只能用于这一件事和已乘车日的日报。',
    en: 'Why something stays sealed after you delete: if someone you rode with turns out to be a case, you must be told. Until then it serves that and the report of days you rode, nothing else.',
  },

  accessTitle: { zh: '谁看过我的信息', en: 'Who looked at my information' },
  accessShow: { zh: '查看记录', en: 'Show' },
  accessEmpty: { zh: '到目前为止没有人看过。', en: 'Nobody has looked so far.' },
  accessDay: { zh: '{day} 的行程', en: 'rides of {day}' },
  accessEntry: { zh: '记录号 {entry}', en: 'Entry {entry}' },
  timer: { zh: '系统自动', en: 'The system' },
  recipient: { zh: '日报收件人', en: 'A recipient of the report' },
  bureau: { zh: '交通运输局', en: 'The transport bureau' },
  health: { zh: '疾控机构', en: 'The health office' },
  operator: { zh: '运营单位', en: 'The operator' },
  desk: { zh: '服务台', en: 'A service desk' },
  rider: { zh: '您自己', en: 'You' },
  'daily-report': { zh: '生成日报', en: 'formed the daily report' },
  'report-download': { zh: '下载日报', en: 'downloaded the daily report' },
  'report-password': { zh: '查看日报密码', en: 'opened the report’s password' },
  'report-delivery': { zh: '发送日报', en: 'sent the daily report' },
  appeal: { zh: '处理您的申诉', en: 'worked on your appeal' },
  tracing: { zh: '查找与病例同乘的人，以便通知', en: 'looked for people who rode with a case, to tell them' },
  'own-data': { zh: '导出了您的信息', en: 'exported your information' },
  'coach-manifest': { zh: '查看您那班客车的乘客清单', en: 'opened the manifest of your coach' },
  'card-unlinked': { zh: '解除或挂失了您的交通卡', en: 'unlinked or blocked a card of yours' },
  'temporary-pass': { zh: '办理或出示临时乘车身份证明', en: 'applied for or showed a temporary identity pass' },
  'identity-proof': {
    zh: '用证件或人脸核对一个账户是不是您的',
    en: 'compared document or face for an account that says it is yours',
  },

  proveFirst: {
    zh: '证明这个账户是您本人的之后，可以在这里更正姓名或电话，并导出您的信息。怎样证明，写在本页最上面。',
    en: 'Once you have proved that this account is yours you can correct name or phone and export your information here. How to prove it stands at the top of this page.',
  },
  exportTitle: { zh: '导出我的信息', en: 'Export my information' },
  exportWords: {
    zh: '包括本人资料、交通卡、行程、客车登记、申诉和谁看过。为防他人拿您的手机导出，请输入您的证件号码。',
    en: 'Your facts, cards, rides, coach registrations, appeals and who looked. So that nobody exports it with your phone, type your document number.',
  },
  number: { zh: '本人证件号码', en: 'Your document number' },
  asSheet: { zh: '导出表格（Excel）', en: 'Export as a sheet (Excel)' },
  asJson: { zh: '导出 JSON', en: 'Export as JSON' },
  saved: { zh: '已导出：{name}。请妥善保管，不要转发。', en: 'Exported: {name}. Keep it safe and do not pass it on.' },
  notSaved: {
    zh: '手机没有保存成功，可能是空间不足。请清理后再试。',
    en: 'The phone could not save it; it may be full. Make room and try again.',
  },

  atHand: {
    zh: '{name} 已取回。微信不能直接打开，请发送到“文件传输助手”等您自己的聊天里保存。离开本页后手机里的副本会删除。',
    en: '{name} is here. WeChat cannot open it: send it to a chat of your own, such as File Transfer, to keep it. The copy here is deleted when you leave this page.',
  },
  pass: { zh: '选择聊天并发送', en: 'Choose a chat and send' },
  passed: { zh: '已发送：{name}。请妥善保管，不要转发。', en: 'Sent: {name}. Keep it safe and do not pass it on.' },
  asText: { zh: '复制为文字（JSON）', en: 'Copy as text (JSON)' },
  noSheets: {
    zh: '支付宝小程序不能保存表格文件。可以在这里复制为文字，或用网页、微信导出表格。',
    en: 'Alipay cannot save a sheet. Copy it as text here, or export the sheet on the web or in WeChat.',
  },
  copied: {
    zh: '已复制。请马上粘贴到您自己的备忘录保存，再复制别的内容盖掉剪贴板。',
    en: 'Copied. Paste it into your own notes now, then copy something else so that it leaves the clipboard.',
  },

  correctTitle: { zh: '更正姓名或电话', en: 'Correct name or phone' },
  correctWords: {
    zh: '按证件重新填写，核对通过后更新。证件号码不能更换：需要更换时，请撤回同意后重新认证。',
    en: 'Write them as they are now; they change once the registers match. To use another document, withdraw your consent and verify anew.',
  },
  name: { zh: '姓名', en: 'Name' },
  phone: { zh: '手机号', en: 'Phone' },
  correct: { zh: '核对并更正', en: 'Check and correct' },
  corrected: { zh: '已更正。', en: 'Corrected.' },

  devicesTitle: { zh: '已登录的设备', en: 'Signed-in devices' },
  here: { zh: '这台设备', en: 'This device' },
  wechat: { zh: '微信', en: 'WeChat' },
  alipay: { zh: '支付宝', en: 'Alipay' },
  web: { zh: '网页', en: 'Web' },
  lastUsed: { zh: '最近使用 {time}', en: 'Last used {time}' },
  endDevice: { zh: '让它退出', en: 'Sign it out' },
  endAll: { zh: '在所有设备退出', en: 'Sign out everywhere' },

  deleteTitle: { zh: '注销账户', en: 'Delete my account' },
  deleteAsk: { zh: '注销账户', en: 'Delete the account' },
  deleteWords: {
    zh: '注销后：所有平台立即退出，交通卡和家人解除，姓名和电话停用。没有乘过车的立即销毁；乘过车的封存到最后一次行程保存期满再销毁。客车乘客清单依规定保存到期，不随注销提前销毁。此操作不能撤销。',
    en: 'You are signed out everywhere at once, cards and family are released, name and phone are out of use. Without rides all is destroyed now; otherwise it is sealed until your last ride’s period ends and then destroyed. Lists of coach passengers have to be kept to their end and are not destroyed earlier. This cannot be undone.',
  },
  deleteSure: { zh: '确认注销', en: 'Delete now' },
  keep: { zh: '不，返回', en: 'No, go back' },
  gone: { zh: '账户已注销，信息已全部销毁。', en: 'The account is deleted and everything is destroyed.' },
  goneUntil: {
    zh: '账户已注销。封存的姓名和电话最晚在 {day} 销毁。',
    en: 'The account is deleted. The sealed name and phone are destroyed on {day} at the latest.',
  },
  done: { zh: '知道了', en: 'All right' },
});
