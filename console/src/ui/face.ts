import type { Decision, ReasonCode } from '@tongcheng/shared/rides/meanings';
import type { Text } from '@tongcheng/shared/text';

/** How a verdict looks: each face has its own shape, word and colour. */
const faces = ['admit', 'refer', 'refuse', 'unknown'] as const;
export type Face = (typeof faces)[number];

/** The word of each face, the same on the rider's screen. */
export const faceTexts = {
  admit: { zh: '可以乘车', en: 'May ride' },
  refer: { zh: '请工作人员复核', en: 'Staff to check' },
  refuse: { zh: '暂不能乘车', en: 'May not ride yet' },
  unknown: { zh: '请补全健康信息', en: 'Complete health status' },
} as const satisfies Readonly<Record<Face, Text>>;

/** Reasons that the rider mends by completing the status (W-06 grey). */
const completable = new Set<ReasonCode>(['status-missing', 'status-expired']);

interface Judged {
  readonly decision: Decision;
  readonly reasons: readonly { readonly code: ReasonCode }[];
}

/** The face of a verdict, as the rider's own screen chooses it: a status to be completed has its own among those to check. */
export const faceOf = ({ decision, reasons }: Judged): Face => {
  if (decision !== 'refer') return decision;
  const [first] = reasons;
  return first && completable.has(first.code) ? 'unknown' : 'refer';
};
