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
});
