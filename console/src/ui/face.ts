import type { Text } from '@tongcheng/shared/text';

/** How a verdict looks: each face has its own shape, word and colour. */
export const faces = ['admit', 'refer', 'refuse', 'unknown'] as const;
export type Face = (typeof faces)[number];

/** The word of each face, the same on the rider's screen. */
export const faceTexts = {
  admit: { zh: '可以乘车', en: 'May ride' },
  refer: { zh: '请工作人员复核', en: 'Staff to check' },
  refuse: { zh: '暂不能乘车', en: 'May not ride now' },
  unknown: { zh: '请补全健康信息', en: 'Health status missing' },
} as const satisfies Readonly<Record<Face, Text>>;

/** The face of a decision: a missing status has its own, so that nobody takes it for a red one. */
export const faceOf = (verdict: {
  readonly decision: 'admit' | 'refer' | 'refuse';
  readonly colour?: string;
}): Face => {
  if (verdict.decision !== 'admit' && verdict.colour === 'grey') return 'unknown';
  return verdict.decision;
};
