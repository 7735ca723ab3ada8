import { failureCatalogue } from '../failure-entry';

/** Refusals about devices: gates, readers, terminals, validators. */
export const deviceFailures = failureCatalogue({
  'device-not-registered': {
    status: 404,
    fault: 'caller',
    retry: 'never',
    zh: '没有找到这台设备，或不属于您的城市。',
    en: 'This device was not found, or belongs to a city that is not yours.',
  },
  'device-refused': {
    status: 401,
    fault: 'caller',
    retry: 'after-change',
    zh: '设备没有登记、已停用，或签名不对。请重新取得口令再签名；仍不行请联系管理员。',
    en: 'The device is not registered or was revoked, or its signature does not hold. Ask for a new challenge and sign it; if it fails again, ask the administrator.',
  },
  'key-refused': {
    status: 422,
    fault: 'caller',
    retry: 'after-change',
    zh: '公钥不是 Ed25519（32 字节，base64url），或已经登记过。',
    en: 'The public key is no Ed25519 key (32 bytes, base64url), or is registered already.',
  },
  'enrolment-refused': {
    status: 401,
    fault: 'caller',
    retry: 'after-change',
    zh: '登记码不对、已用过或已过期，或签名不对。请核对登记码；仍不行请管理员重新生成。',
    en: 'The enrolment code is wrong, was used or has expired, or the signature does not hold. Check the code; if it fails again, ask the administrator for a new one.',
  },
  'enrolment-limited': {
    status: 429,
    fault: 'caller',
    retry: 'later',
    zh: '输错次数过多，请一分钟后再试。',
    en: 'Too many wrong codes. Try again in a minute.',
  },
});
