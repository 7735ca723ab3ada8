import type { Text } from '@tongcheng/shared/text';

/** Words of the desk's confirmation. */
export const confirmTexts = {
  open: { zh: '确认是本人', en: 'Confirm a rider' },
  title: { zh: '凭证件确认手机上的账户是本人的', en: 'Confirm the account on a rider’s phone by their document' },
  hint: {
    zh: '先看证件照片是不是面前的人，再看手机是不是在本人手里。您的确认会记入日志，乘客看得到。',
    en: 'First see that the picture is of the person before you and that the phone is in their hand. Your confirmation is recorded, and the rider can see it.',
  },
  kind: { zh: '证件种类', en: 'Kind of document' },
  code: { zh: '确认码', en: 'Code' },
  codeHint: {
    zh: '乘客手机“我的信息与权利”里的六位数字。',
    en: 'Six digits under “My data and rights” on the rider’s phone.',
  },
  codeMissing: { zh: '请输入六位数字。', en: 'Type the six digits.' },
  submit: { zh: '证件和本人相符，确认', en: 'Document and person agree: confirm' },
  done: { zh: '已确认：{name}。乘客手机会自动更新。', en: 'Confirmed: {name}. Their phone follows by itself.' },
} as const satisfies Readonly<Record<string, Text>>;
