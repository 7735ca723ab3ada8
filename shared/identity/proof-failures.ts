import { failureCatalogue } from '../failure-entry';

/** Refusals where an account is to be proven of its rider (decision 149). */
export const proofFailures = failureCatalogue({
  'identity-not-proven': {
    status: 403,
    fault: 'caller',
    retry: 'after-change',
    zh: '已经有账户登记了这个身份。扫码乘车照常；要用这项功能，请先证明是您本人：在原来的设备上确认，或带证件到服务台，也可以用支付宝授权认证。',
    en: 'Another account has this identity already. You can ride as usual; to use this, prove that it is you: agree on your earlier device, show your document at a service desk, or verify with Alipay.',
  },
  'account-unknown': {
    status: 404,
    fault: 'caller',
    retry: 'never',
    zh: '没有找到这个账户，它可能已经退出。',
    en: 'This account was not found; it may have ended already.',
  },
  'proof-code-wrong': {
    status: 422,
    fault: 'caller',
    retry: 'after-change',
    zh: '确认码不对。请看另一台手机上“我的信息与权利”里现在显示的六位数字。',
    en: 'This is not the code. Look at the six digits that the other phone shows now under My data and rights.',
  },
  'proof-refused': {
    status: 422,
    fault: 'caller',
    retry: 'after-change',
    zh: '姓名、证件号码和确认码没有对上。请对照证件再核对一遍，并请乘客打开“我的信息与权利”，读出现在显示的六位数字。',
    en: 'Name, document number and code do not fit together. Compare with the document once more, and ask the rider to open My data and rights and read out the six digits shown now.',
  },
  'face-check-not-offered': {
    status: 409,
    fault: 'caller',
    retry: 'never',
    zh: '这里不能用人脸核验。请在已登录的另一台手机上确认，或带证件到服务台办理。',
    en: 'No face check is possible here. Confirm on another phone of yours, or go to a service desk with your document.',
  },
  'face-check-unavailable': {
    status: 503,
    fault: 'outside',
    retry: 'later',
    zh: '人脸核验服务暂时没有回应，本次不计次数。请稍后再试，或到服务台办理。',
    en: 'The face check is not answering; this try does not count. Please try again soon, or go to a service desk.',
  },
  'face-check-pending': {
    status: 409,
    fault: 'caller',
    retry: 'after-change',
    zh: '人脸核验还没有做完。请回到核验页面完成，再回来点“我已完成”。',
    en: 'The face check is not finished. Go back to its page, finish it, then come back and tap that you have done it.',
  },
  'face-check-failed': {
    status: 403,
    fault: 'caller',
    retry: 'after-change',
    zh: '人脸核验没有通过，或已过期。请在光线好的地方再试一次，或带证件到服务台办理。',
    en: 'The face check was not passed, or it has expired. Try again in good light, or go to a service desk with your document.',
  },
});
