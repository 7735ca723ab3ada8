import { failureCatalogue } from './failure-entry';

/** Failures that the edge itself gives; every endpoint has them without declaring them. */
export const edgeFailures = failureCatalogue({
  'invalid-input': {
    status: 400,
    fault: 'caller',
    retry: 'after-change',
    zh: '提交的内容有一处不符合要求，请核对后再提交。',
    en: 'Something in what was sent does not fit. Please check it and send it again.',
  },
  'too-large': {
    status: 413,
    fault: 'caller',
    retry: 'after-change',
    zh: '提交的内容太大，请分几次提交。',
    en: 'Too much was sent at once. Please send it in smaller parts.',
  },
  'unknown-operation': {
    status: 404,
    fault: 'caller',
    retry: 'never',
    zh: '没有这个操作，请更新应用后再试。',
    en: 'There is no such operation. Please update the app and try again.',
  },
  'not-signed-in': {
    status: 401,
    fault: 'caller',
    retry: 'after-change',
    zh: '登录已失效，请重新登录。',
    en: 'You are signed out. Please sign in again.',
  },
  'signature-refused': {
    status: 401,
    fault: 'caller',
    retry: 'after-change',
    zh: '请求的签名无效，或密钥未登记、已停用。请核对合作方编号、密钥编号和签名内容。',
    en: 'The request’s signature does not hold, or its key is not registered or was revoked. Check partner, key id and what was signed.',
  },
  'request-too-old': {
    status: 401,
    fault: 'caller',
    retry: 'after-change',
    zh: '请求里的时间与服务器相差超过五分钟。请校准时钟后重新签名发送。',
    en: 'The time in the request is more than five minutes from the server’s. Set the clock, sign and send it again.',
  },
  'session-stale': {
    status: 401,
    fault: 'caller',
    retry: 'later',
    zh: '您的信息有更新，正在重新登录。',
    en: 'Your details have changed; signing in again.',
  },
  'not-allowed': {
    status: 403,
    fault: 'caller',
    retry: 'never',
    zh: '您的身份不能进行这个操作。如需要，请联系管理员。',
    en: 'Your role does not allow this. Ask your administrator if you need it.',
  },
  'too-many-requests': {
    status: 429,
    fault: 'caller',
    retry: 'later',
    zh: '这一分钟内的操作太多了。请在 {until}（北京时间）之后再试。',
    en: 'There were too many requests within this minute. Please try again after {until} (Beijing time).',
  },
  overloaded: {
    status: 503,
    fault: 'ours',
    retry: 'later',
    zh: '现在请求太多，这一次没有处理。请稍候再试；扫码登记由手机保留，会自动补交。',
    en: 'There are too many requests at the moment, and this one was not handled. Please try again shortly; your phone keeps scans and sends them by itself.',
  },
  'storage-refused': {
    status: 503,
    fault: 'ours',
    retry: 'later',
    zh: '服务暂时存不下新的记录，刚才的内容没有保存。请稍后再试，手机会替您保留。',
    en: 'The service cannot store new records at the moment and kept nothing. Please try again soon; your phone keeps it for you.',
  },
  fault: {
    status: 503,
    fault: 'ours',
    retry: 'later',
    zh: '服务出了问题，已经通知维护人员。请稍后再试。',
    en: 'Something went wrong on our side and has been reported. Please try again soon.',
  },
});

/** A code that the edge may give for any endpoint. */
export type EdgeFailureCode = keyof typeof edgeFailures;
