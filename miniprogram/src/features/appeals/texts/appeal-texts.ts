import { texts } from '../../../ui/words';

/** Words of appeals. */
export const appealTexts = texts({
  loading: { zh: '正在取回这次核验', en: 'Fetching this result' },
  retry: { zh: '重试', en: 'Retry' },
  basis: { zh: '这次核验的依据', en: 'What this result rests on' },
  who: { zh: '乘客', en: 'Rider' },
  where: { zh: '乘车点', en: 'Where' },
  when: { zh: '时间', en: 'When' },
  issuer: { zh: '依据来源', en: 'Issued by' },
  rule: { zh: '规则', en: 'Rule' },
  ruleVersion: { zh: '第 {version} 版：{id}', en: 'Version {version}: {id}' },
  until: { zh: '有效至', en: 'Valid until' },
  untilMended: { zh: '缺少的信息补全之前', en: 'Until what is missing is there' },
  reason: { zh: '原因', en: 'Reason' },
  yourWords: { zh: '您要说明什么', en: 'What you want to say' },
  hint: {
    zh: '请写清哪里不对，例如核酸检测的时间和地点。不用写姓名和号码，工作人员能查到。最多 {n} 字。',
    en: 'Say what is not right, for example when and where a test was taken. No need for name or number. At most {n} characters.',
  },
  tooShort: { zh: '请至少写几个字，说明哪里不对。', en: 'Please write a few words on what is not right.' },
  send: { zh: '提交申诉', en: 'Send the appeal' },
  limit: { zh: '{hours} 小时内由工作人员人工答复。', en: 'A person answers within {hours} hours.' },
  nobodySets: {
    zh: '申诉不会直接改变健康码：健康码只由发布机构更新。',
    en: 'An appeal does not change a health code by itself: only its issuer does.',
  },
  waiting: { zh: '已提交，等待人工答复', en: 'Sent; waiting for a person' },
  dueAt: { zh: '最晚 {time} 答复', en: 'Answered by {time} at the latest' },
  overdue: {
    zh: '已超过答复期限，请拨打服务热线 {number} 催办。',
    en: 'The time to answer is over. Call the hotline {number} to press for it.',
  },
  answered: { zh: '已答复', en: 'Answered' },
  note: { zh: '工作人员的说明：{note}', en: 'From the official: {note}' },
  sentWords: { zh: '您写的：{text}', en: 'You wrote: {text}' },
  notOpen: { zh: '这次核验可以乘车，不需要申诉。', en: 'This result let you ride; there is nothing to appeal.' },
  emptyTitle: { zh: '还没有申诉', en: 'No appeals yet' },
  emptyWords: {
    zh: '核验结果不对时，在核验画面点“申诉”，会由工作人员人工核对。',
    en: 'When a result is wrong, choose “Appeal” on it and a person will check.',
  },
  call: { zh: '服务热线', en: 'Hotline' },
});
