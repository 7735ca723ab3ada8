import { failureCatalogue } from '../failure-entry';

/** Refusals about cases and their names. */
export const tracingFailures = failureCatalogue({
  'case-unknown': {
    status: 404,
    fault: 'caller',
    retry: 'never',
    zh: '没有找到这个病例。它可能属于别的城市，或已过保存期限。',
    en: 'This case was not found. It may be of another city, or its time of keeping is over.',
  },
  'case-is-closed': {
    status: 409,
    fault: 'caller',
    retry: 'never',
    zh: '这个病例已经结案，不能再溯源。确有需要请重新立案。',
    en: 'This case is closed and traces no more. If it is needed again, open a new one.',
  },
  'index-rider-unknown': {
    status: 404,
    fault: 'caller',
    retry: 'after-change',
    zh: '没有用这个证件实名乘车的人。请核对证件种类和号码。',
    en: 'Nobody rides with this document. Please compare its kind and number.',
  },
  'trace-period-refused': {
    status: 422,
    fault: 'caller',
    retry: 'after-change',
    zh: '传染期不对：开始不能晚于结束，结束不能晚于今天，长度不能超过本市规定的回溯天数。',
    en: 'The infectious period does not fit: it begins by its end, ends by today, and is no longer than the city looks back.',
  },
  'trace-request-unknown': {
    status: 404,
    fault: 'caller',
    retry: 'never',
    zh: '没有找到这个名单申请。',
    en: 'This request for names was not found.',
  },
  'trace-request-open': {
    status: 409,
    fault: 'caller',
    retry: 'never',
    zh: '这个病例已有一个待批准的名单申请。请先等它被批准、否决或收回。',
    en: 'A request for names of this case waits already. Let it be approved, rejected or withdrawn first.',
  },
  'trace-request-decided': {
    status: 409,
    fault: 'caller',
    retry: 'never',
    zh: '这个名单申请已有决定，或已收回。请刷新。',
    en: 'This request for names was decided or withdrawn already. Please refresh.',
  },
  'trace-request-changed': {
    status: 409,
    fault: 'caller',
    retry: 'never',
    zh: '申请的内容或本市的溯源设置与所批准的不一致。请重新查看数量，重新申请。',
    en: 'The request or the city’s settings for tracing are not those that were looked at. Please look at the counts and ask again.',
  },
  'trace-request-expired': {
    status: 409,
    fault: 'caller',
    retry: 'never',
    zh: '这个名单申请已超过二十四小时，不能再批准。请重新申请。',
    en: 'This request for names is older than a day and can no longer be approved. Please ask again.',
  },
  'trace-second-role-needed': {
    status: 403,
    fault: 'caller',
    retry: 'never',
    zh: '本市规定由另一种角色的人批准溯源。请联系他们。',
    en: 'This city lets another role approve a tracing. Please turn to them.',
  },
  'trace-second-person-needed': {
    status: 403,
    fault: 'caller',
    retry: 'never',
    zh: '自己的申请不能自己批准，需要另一个人。',
    en: 'Nobody approves their own request: another person has to.',
  },
  'names-not-open': {
    status: 403,
    fault: 'caller',
    retry: 'never',
    zh: '名单没有对您开放：只有申请人和批准人在批准后的限定时间内可以打开。',
    en: 'These names are not open to you: only who asked and who approved open them, for a limited time after the approval.',
  },
});
