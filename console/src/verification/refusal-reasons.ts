import type { FeedScan } from '@tongcheng/shared/rides/wire';
import type { Text } from '@tongcheng/shared/text';

/** Why staff turn a rider away, in the words of the buttons (W-04, W-08: the screen says which of the two failed). */
export const refusalReasons = {
  'not-authenticated': { zh: '未实名认证', en: 'Not authenticated' },
  'status-red': { zh: '红码', en: 'Red status' },
  'status-yellow': { zh: '黄码', en: 'Yellow status' },
  'status-grey': { zh: '没有健康状态（灰码）', en: 'No status (grey)' },
  test: { zh: '核酸不符合要求', en: 'Test result' },
  'not-the-holder': { zh: '不是本人', en: 'Not the same person' },
  other: { zh: '其他原因', en: 'Another reason' },
} as const satisfies Readonly<Record<string, Text>>;

/** A reason as `rides.record-refusal` takes it. */
export type RefusalReason = keyof typeof refusalReasons;

/** The reasons in the order of the buttons. */
export const reasonList: readonly RefusalReason[] = [
  'not-authenticated',
  'status-red',
  'status-yellow',
  'status-grey',
  'test',
  'not-the-holder',
  'other',
];

const isReason = (word: string): word is RefusalReason => word in refusalReasons;

/** The text of a recorded reason; an unknown one counts as another reason. */
export const refusalReasonText = (word: string): Text => refusalReasons[isReason(word) ? word : 'other'];

const expected: Readonly<Record<string, RefusalReason>> = {
  'identity-missing': 'not-authenticated',
  'status-red': 'status-red',
  'status-yellow': 'status-yellow',
  'status-missing': 'status-grey',
  'test-too-old': 'test',
  'test-positive': 'test',
  'test-missing': 'test',
};

/** The reason that the verdict suggests, offered first. */
export const likelyReason = (item: FeedScan | undefined): RefusalReason | undefined => {
  const code = item?.reasons[0]?.code;
  return code === undefined ? undefined : expected[code];
};
