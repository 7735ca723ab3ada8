import { failureCatalogue } from '../failure-entry';

/** Refusals about appeals. */
export const appealFailures = failureCatalogue({
  'appeal-unknown': {
    status: 404,
    fault: 'caller',
    retry: 'never',
    zh: '没有找到这条申诉，可能已过保存期限。',
    en: 'This appeal was not found; its time of keeping may be over.',
  },
  'appeal-not-needed': {
    status: 409,
    fault: 'caller',
    retry: 'never',
    zh: '这次核验结果是可以乘车，不需要申诉。',
    en: 'This result let you ride; there is nothing to appeal.',
  },
  'appeal-made': {
    status: 409,
    fault: 'caller',
    retry: 'never',
    zh: '这次扫码已经申诉过，内容不能再改。请等待答复，或拨打服务热线补充。',
    en: 'This scan was appealed already and its words stay. Please wait for the answer, or call the hotline to add something.',
  },
  'appeal-words-refused': {
    status: 422,
    fault: 'caller',
    retry: 'after-change',
    zh: '这段文字没有通过平台的内容检查。请换一种说法再提交。',
    en: 'These words did not pass the content check of the platform. Please put it in another way.',
  },
  'appeal-answered': {
    status: 409,
    fault: 'caller',
    retry: 'never',
    zh: '这条申诉已由别的同事答复，请刷新队列。',
    en: 'A colleague has answered this appeal. Please refresh the queue.',
  },
});
