import * as z from 'zod';
import { anyone, rider } from '../access';
import { endpoint } from '../endpoint';
import { CityCode, Nothing } from '../wire';
import { documentKinds } from './documents/kinds';
import { RiderSession } from './wire';

const Token = z.string().min(20).max(4_000);

export const signIn = endpoint({
  name: 'identity.sign-in',
  summary: { zh: '用平台的一次性登录码换取会话', en: 'Exchange a platform’s one-time sign-in code for a session' },
  access: anyone,
  input: z.strictObject({
    provider: z.enum(['web', 'wechat', 'alipay']),
    /** The one-time code that the platform gave the phone. */
    code: z.string().min(1).max(200),
    city: CityCode,
  }),
  output: RiderSession,
  failures: ['sign-in-refused', 'sign-in-unavailable'],
});

export const refresh = endpoint({
  name: 'identity.refresh',
  summary: { zh: '续期会话，并取回最新状态', en: 'Renew a session and bring back the latest standing' },
  access: anyone,
  input: z.strictObject({ refreshToken: Token }),
  output: RiderSession,
  failures: ['session-ended'],
});

export const signOut = endpoint({
  name: 'identity.sign-out',
  summary: { zh: '退出登录（本机或所有设备）', en: 'Sign out here or everywhere' },
  access: rider,
  input: z.strictObject({ everywhere: z.boolean() }),
  output: Nothing,
  failures: [],
});

export const consent = endpoint({
  name: 'identity.consent',
  summary: { zh: '记录本人对信息处理的同意', en: 'Record the rider’s consent' },
  access: rider,
  input: z.strictObject({ version: z.string().min(1).max(40), sensitive: z.literal(true) }),
  output: RiderSession,
  failures: ['consent-outdated'],
});

export const withdrawConsent = endpoint({
  name: 'identity.withdraw-consent',
  summary: { zh: '撤回同意：停止使用并解除身份', en: 'Withdraw consent: stop using the identity' },
  access: rider,
  input: Nothing,
  output: RiderSession,
  failures: [],
});

export const authenticate = endpoint({
  name: 'identity.authenticate',
  summary: { zh: '实名认证（每人一次）', en: 'Authenticate in person, once' },
  access: rider,
  input: z.strictObject({
    name: z.string().min(1).max(80),
    documentKind: z.enum(documentKinds),
    documentNumber: z.string().min(1).max(60),
    phone: z.string().min(1).max(30),
    /** W-19: for a rider under fourteen, the guardian's consent. */
    guardianConsent: z.boolean().exactOptional(),
  }),
  output: RiderSession,
  failures: [
    'consent-missing',
    'name-refused',
    'document-refused',
    'phone-refused',
    'guardian-consent-missing',
    'real-name-mismatch',
    'real-name-unavailable',
    'already-authenticated',
    'too-many-tries',
  ],
});

export const authenticateByPlatform = endpoint({
  name: 'identity.authenticate-by-platform',
  summary: {
    zh: '一键授权：用平台已核验的身份完成认证',
    en: 'Authenticate by one consent, with the identity that the platform certified',
  },
  access: rider,
  input: z.strictObject({
    /** The one-time code that the rider's consent at the platform gave the phone. */
    code: z.string().min(1).max(200),
    /** W-19: for a rider under fourteen, the guardian's consent. */
    guardianConsent: z.boolean().exactOptional(),
  }),
  output: RiderSession,
  failures: [
    'consent-missing',
    'platform-code-refused',
    'platform-consent-refused',
    'platform-identity-missing',
    'platform-mismatch',
    'platform-unavailable',
    'guardian-consent-missing',
    'real-name-mismatch',
    'real-name-unavailable',
    'already-authenticated',
    'too-many-tries',
  ],
});

export const askPhone = endpoint({
  name: 'identity.ask-phone',
  summary: { zh: '用平台按钮的凭证取回本人手机号', en: 'The rider’s own number, by the code of the platform’s button' },
  access: rider,
  input: z.strictObject({ code: z.string().min(1).max(200) }),
  output: z.strictObject({ phone: z.string() }),
  failures: ['consent-missing', 'platform-code-refused', 'platform-mismatch', 'platform-unavailable', 'too-many-tries'],
});

export const updateStanding = endpoint({
  name: 'identity.update-standing',
  summary: { zh: '向来源查询最新健康状态', en: 'Ask the source for the latest health status' },
  access: rider,
  input: Nothing,
  output: RiderSession,
  failures: ['not-authenticated'],
});
