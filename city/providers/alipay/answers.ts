import { createHash, randomBytes } from 'node:crypto';
import type { AlipayAnswer, AlipayOperations, AlipayState } from './state';

const alipayRefusal = (
  under: AlipayAnswer['under'],
  code: string,
  msg: string,
  sub_code: string,
  sub_msg: string,
): AlipayAnswer => ({ under, answer: { code, msg, sub_code, sub_msg } });

/** Alipay's words for what goes wrong before an operation is looked at. */
export const alipayRefusals = {
  signature: alipayRefusal('operation', '40002', 'Invalid Arguments', 'isv.invalid-signature', '无效签名'),
  appId: alipayRefusal('operation', '40002', 'Invalid Arguments', 'isv.invalid-app-id', '无效的AppID参数'),
  method: alipayRefusal('operation', '40004', 'Business Failed', 'isv.invalid-method', '不存在的方法名'),
  away: alipayRefusal('operation', '20000', 'Service Currently Unavailable', 'isp.unknow-error', '系统繁忙'),
  limited: alipayRefusal('operation', '40005', 'Call Limited', 'isv.app-call-limited', '应用调用次数超限'),
} as const;

/** The id of somebody in one app, as apps of today get it. */
export const openIdOf = (appId: string, subject: string): string =>
  `0${createHash('sha256').update(`${appId}.${subject}`).digest('base64url')}`;

/** The operations of every demonstration. */
export const alipayAnswers: AlipayOperations = {
  'alipay.system.oauth.token': (state, asked) => {
    if (asked.get('grant_type') !== 'authorization_code')
      return alipayRefusal('error', '40002', 'Invalid Arguments', 'isv.grant-type-invalid', 'grant_type参数不正确');
    const redeemed = state.codes.redeem(asked.get('code') ?? '');
    if (redeemed.was !== 'good')
      return alipayRefusal('error', '40002', 'Invalid Arguments', 'isv.code-invalid', '授权码code无效');
    const access_token = `authusr${randomBytes(16).toString('hex')}`;
    state.tokens.set(access_token, redeemed.value);
    const open_id = openIdOf(state.appId, redeemed.value.subject);
    const granted = { access_token, auth_start: startText(state.now()), expires_in: 1_296_000, open_id };
    return { under: 'operation', answer: { ...granted, re_expires_in: 2_592_000, refresh_token: `${access_token}R` } };
  },
  'alipay.user.info.share': (state, asked) => {
    const grant = state.tokens.get(asked.get('auth_token') ?? '');
    if (!grant || state.withdrawn.has(grant.subject))
      return alipayRefusal(
        'error',
        '20001',
        'Insufficient Token Permissions',
        'aop.invalid-auth-token',
        '无效的访问令牌',
      );
    if (grant.scope !== 'auth_user')
      return alipayRefusal(
        'operation',
        '40006',
        'Insufficient Permissions',
        'isv.insufficient-user-permissions',
        '用户权限不足',
      );
    const open_id = openIdOf(state.appId, grant.subject);
    return {
      under: 'operation',
      answer: { code: '10000', msg: 'Success', open_id, ...sharedOf(state, grant.subject) },
    };
  },
};

function sharedOf({ people }: AlipayState, subject: string) {
  const account = people.find(subject);
  if (!account) return { is_certified: 'F' };
  const { name, certType, certNo, certified, mobile } = account;
  const said = { user_name: name, cert_type: certType, cert_no: certNo, ...(mobile === '' ? {} : { mobile }) };
  return { is_certified: certified ? 'T' : 'F', ...said };
}

/** Beijing time, as Alipay writes it. */
const startText = (now: number): string => new Date(now + 8 * 3_600_000).toISOString().slice(0, 19).replace('T', ' ');
