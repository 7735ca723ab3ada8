import { failureCatalogue } from '../failure-entry';

/** Refusals about scans. A refusal to ride is a verdict, never a failure. */
export const rideFailures = failureCatalogue({
  'clock-wrong': {
    status: 409,
    fault: 'caller',
    retry: 'after-change',
    zh: '手机时间不准，已按服务器时间校正，正在重新提交。',
    en: 'The phone’s clock is off. It has been corrected by the server’s; sending again.',
  },
  'scan-too-old': {
    status: 410,
    fault: 'caller',
    retry: 'never',
    zh: '这条离线记录已超过可以补传的期限，没有登记。如需证明行程，请联系服务热线。',
    en: 'This offline record is past the time for late delivery and was not registered. Call the hotline if you need proof of the ride.',
  },
  'scan-conflict': {
    status: 409,
    fault: 'caller',
    retry: 'never',
    zh: '同一编号已登记过另一条内容，没有覆盖。请重新扫码。',
    en: 'Something else is already registered under this number and was not changed. Please scan again.',
  },
  'scan-unknown': {
    status: 404,
    fault: 'caller',
    retry: 'never',
    zh: '没有找到这次扫码。',
    en: 'This scan was not found.',
  },
  'venue-not-yours': {
    status: 403,
    fault: 'caller',
    retry: 'never',
    zh: '您的邀请码不包含这个乘车点。',
    en: 'Your invitation does not include this venue.',
  },
});
