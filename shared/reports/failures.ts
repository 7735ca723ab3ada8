import { failureCatalogue } from '../failure-entry';

/** Refusals about reports, deliveries and recipients. */
export const reportFailures = failureCatalogue({
  'range-too-long': {
    status: 422,
    fault: 'caller',
    retry: 'after-change',
    zh: '一次最多查看 92 天。请缩短时间范围。',
    en: 'At most 92 days can be listed at once. Please choose a shorter range.',
  },
  'report-unknown': {
    status: 404,
    fault: 'caller',
    retry: 'never',
    zh: '没有找到这份报表。',
    en: 'This report was not found.',
  },
  'report-not-yours': {
    status: 403,
    fault: 'caller',
    retry: 'never',
    zh: '这份报表属于其他城市，或含有您无权查看的信息。',
    en: 'This report belongs to another city or holds what your role may not see.',
  },
  'report-unlocked': {
    status: 409,
    fault: 'caller',
    retry: 'never',
    zh: '这份报表没有密码，可以直接打开。',
    en: 'This report has no password; it opens as it is.',
  },
  'delivery-unknown': {
    status: 404,
    fault: 'caller',
    retry: 'never',
    zh: '没有找到这次发送。',
    en: 'This delivery was not found.',
  },
  'delivery-under-way': {
    status: 409,
    fault: 'caller',
    retry: 'later',
    zh: '这次发送还在进行，请等它结束后再重发。',
    en: 'This delivery is still under way. Send it again once it has ended.',
  },
  'address-refused': {
    status: 422,
    fault: 'caller',
    retry: 'after-change',
    zh: '这不是可用的邮箱地址，请核对。',
    en: 'This is not a usable e-mail address. Please check it.',
  },
  'recipient-exists': {
    status: 409,
    fault: 'caller',
    retry: 'never',
    zh: '这个邮箱已经在收件人名单里。',
    en: 'This address is already on the list of recipients.',
  },
  'recipient-unknown': {
    status: 404,
    fault: 'caller',
    retry: 'never',
    zh: '没有找到这位收件人。',
    en: 'This recipient was not found.',
  },
  'second-person-needed': {
    status: 403,
    fault: 'caller',
    retry: 'never',
    zh: '需要另一位工作人员来决定，提议人本人不能批准。',
    en: 'Another official has to decide: the one who proposed cannot approve.',
  },
  'nothing-to-decide': {
    status: 409,
    fault: 'caller',
    retry: 'never',
    zh: '没有待决定的提议，可能已经处理过。',
    en: 'There is nothing to decide; it may have been dealt with already.',
  },
  'confirmation-refused': {
    status: 410,
    fault: 'caller',
    retry: 'never',
    zh: '确认链接无效或已过期。请联系提议的单位重新发送。',
    en: 'The confirmation link is not valid or has expired. Ask the bureau that proposed you to send it again.',
  },
});
