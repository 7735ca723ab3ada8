import type { FailureCode } from '@tongcheng/shared/failures';
import type { Text } from '@tongcheng/shared/text';

/** Refusals whose words speak to a rider with a phone, as they are said to whoever sits at a screen of staff or officials. */
export const deskFailureTexts = {
  'too-many-scans': {
    zh: '这位乘客今天登记的次数已超过本市每人每天的上限，这次没有登记。请核对证件；让不让上车，由您按站内规定决定。',
    en: 'This rider was registered more often today than the city takes from one person, and this one was not. Check the document; whether they ride is for you to say by local rule.',
  },
  'scan-conflict': {
    zh: '同一编号已登记过另一条内容，没有覆盖。请关闭这个窗口，重新登记。',
    en: 'Something else is already registered under this number and was not changed. Close this box and register anew.',
  },
  'scan-too-old': {
    zh: '这条登记已超过可以补交的期限，没有登记。请关闭这个窗口，重新登记。',
    en: 'This entry is past the time for late delivery and was not registered. Close this box and register anew.',
  },
  'clock-wrong': {
    zh: '这台设备的时间不准，没有登记。请校准时钟后再试。',
    en: 'The clock of this device is off, and nothing was registered. Set it and try again.',
  },
  'too-many-tries': {
    zh: '今天为这份证件尝试的次数太多。请明天再试。',
    en: 'There were too many tries with this document today. Please try again tomorrow.',
  },
  overloaded: {
    zh: '现在请求太多，这一次没有处理。请稍候再提交一次。',
    en: 'There are too many requests at the moment, and this one was not handled. Please send it again shortly.',
  },
  'storage-refused': {
    zh: '服务暂时存不下新的内容，刚才的没有保存。请先不要关闭，稍后再提交。',
    en: 'The service cannot store anything new at the moment and kept nothing of this. Leave it open and send it again soon.',
  },
} as const satisfies Readonly<Partial<Record<FailureCode, Text>>>;

const isKnown = (code: string): code is keyof typeof deskFailureTexts => code in deskFailureTexts;

/** What a refusal says at a desk. */
export const failureAtDesk = (failure: Text & { readonly code: string }): Text =>
  isKnown(failure.code) ? deskFailureTexts[failure.code] : failure;
