import type { Text } from '../text';

/** Why staff turn a rider away (W-04, W-08: the screen says which of the two failed). */
export const refusalReasons = [
  'not-authenticated',
  'status-red',
  'status-yellow',
  'status-grey',
  'test',
  'not-the-holder',
  'other',
] as const;
export type RefusalReason = (typeof refusalReasons)[number];

/** Why staff let somebody on after all (W-32). */
export const exceptionReasons = ['document-seen', 'proof-seen', 'emergency', 'by-order', 'other'] as const;
export type ExceptionReason = (typeof exceptionReasons)[number];

type Words<K extends string> = Readonly<Record<K, Text>>;

/** Reasons of refusals by staff, as people read them. */
export const refusalReasonWords: Words<RefusalReason> = {
  'not-authenticated': { zh: '未实名认证', en: 'Not authenticated' },
  'status-red': { zh: '红码', en: 'Red status' },
  'status-yellow': { zh: '黄码', en: 'Yellow status' },
  'status-grey': { zh: '没有健康状态（灰码）', en: 'No status (grey)' },
  test: { zh: '核酸不符合要求', en: 'Test result' },
  'not-the-holder': { zh: '不是本人', en: 'Not the same person' },
  other: { zh: '其他原因', en: 'Another reason' },
};

/** Reasons of exceptions, as people read them. */
export const exceptionReasonWords: Words<ExceptionReason> = {
  'document-seen': { zh: '已当面核对证件', en: 'Document checked in person' },
  'proof-seen': { zh: '已出示纸质或其他健康证明', en: 'Paper or other health proof shown' },
  emergency: { zh: '急诊、救护等紧急情况', en: 'Emergency' },
  'by-order': { zh: '按上级或疾控要求', en: 'By order of the bureau or the health office' },
  other: { zh: '其他原因', en: 'Another reason' },
};
