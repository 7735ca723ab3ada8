import type { Text } from '@tongcheng/shared/text';
import type { MorningKind } from '../../../client/morning';

/** Texts of the morning page. */
export const morningTexts = {
  title: { zh: '今日', en: 'Today' },
  of: { zh: '{city}今日，{day}', en: '{city}, {day}' },
  nothing: {
    zh: '没有出问题的事，也没有等您处理的事。',
    en: 'Nothing is wrong, and nothing waits for you.',
  },
  by: { zh: '请在 {time} 前处理', en: 'to be done before {time}' },
  late: { zh: '应在 {time} 前处理，已超时', en: 'was to be done before {time}' },
} as const;

/** The parts of the page, in their order. */
export const morningKindTexts = {
  wrong: { zh: '出了问题', en: 'Wrong' },
  waits: { zh: '等您处理', en: 'Waits for you' },
  course: { zh: '今天的情况', en: 'How the day goes' },
  done: { zh: '已完成', en: 'Done' },
} as const satisfies Readonly<Record<MorningKind, Text>>;
