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
  'too-many-scans': {
    status: 429,
    fault: 'caller',
    retry: 'never',
    zh: '您今天扫码的次数已超过本市每人每天的上限，这次没有登记。请让工作人员核对证件后处理，或拨打服务热线。',
    en: 'You have scanned more often today than this city takes from one person, and this scan was not registered. Let staff look at your document, or call the hotline.',
  },
  'too-many-registrations': {
    status: 429,
    fault: 'caller',
    retry: 'never',
    zh: '您今天代人登记的人数已到社区工作者每天的上限，这一位没有登记。请车站或服务台的工作人员登记，明天可以继续。',
    en: 'You have registered as many people today as a community worker may, and this one was not registered. Let staff of the station or desk do it; you can go on tomorrow.',
  },
  'scan-conflict': {
    status: 409,
    fault: 'caller',
    retry: 'never',
    zh: '同一编号已登记过另一条内容，没有覆盖。请重新扫码。',
    en: 'Something else is already registered under this number and was not changed. Please scan again.',
  },
  'scan-tampered': {
    status: 409,
    fault: 'caller',
    retry: 'never',
    zh: '这条离线记录不是由您的账号在本机生成的，或之后被改动过，没有登记。请重新扫码；如需证明行程，请联系服务热线。',
    en: 'This offline record was not made by your account on this phone, or was changed since, and was not registered. Scan again; call the hotline if you need proof of the ride.',
  },
  'scan-unknown': {
    status: 404,
    fault: 'caller',
    retry: 'never',
    zh: '没有找到这次扫码。',
    en: 'This scan was not found.',
  },
  'correction-too-late': {
    status: 410,
    fault: 'caller',
    retry: 'never',
    zh: '登记已超过 24 小时，不能再自行更正。如仍需更正，请联系服务热线。',
    en: 'This was registered more than 24 hours ago and can no longer be corrected here. Call the hotline if it still matters.',
  },
  'meaning-not-possible': {
    status: 409,
    fault: 'caller',
    retry: 'never',
    zh: '按这里的交通方式和您之前的扫码，这次不能是这个含义，没有改动。请选另一个，或保持原样。',
    en: 'At this kind of place and after your earlier scans it cannot have meant that; nothing was changed. Choose another or leave it.',
  },
  'corrections-exhausted': {
    status: 409,
    fault: 'caller',
    retry: 'never',
    zh: '这次扫码已更正过 5 次，不能再改。如仍不对，请联系服务热线。',
    en: 'This scan was corrected five times and cannot be changed again. Call the hotline if it is still wrong.',
  },
  'not-refused': {
    status: 409,
    fault: 'caller',
    retry: 'never',
    zh: '这位乘客没有被拒乘，可以直接乘车，不需要例外放行。没有改动。',
    en: 'This rider was not refused and may ride as they are: there is nothing to let pass. Nothing was changed.',
  },
  'venue-not-yours': {
    status: 403,
    fault: 'caller',
    retry: 'never',
    zh: '您的邀请码不包含这个乘车点。',
    en: 'Your invitation does not include this venue.',
  },
});
