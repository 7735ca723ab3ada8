import * as z from 'zod';
import { anyone, rider } from '../access';
import { channels } from '../caller';
import { endpoint } from '../endpoint';
import { CityCode, Id, Nothing } from '../wire';
import { documentKinds } from './documents/kinds';
import { relations } from './family';
import { DeviceView, Ending, FamilyView, RiderSession } from './wire';

const Token = z.string().min(20).max(4_000);

export const signIn = endpoint({
  name: 'identity.sign-in',
  summary: { zh: '用平台的一次性登录码换取会话', en: 'Exchange a platform’s one-time sign-in code for a session' },
  access: anyone,
  input: z.strictObject({
    provider: z.enum(channels),
    /** The one-time code that the platform gave the phone. */
    code: z.string().min(1).max(200),
    city: CityCode,
  }),
  output: RiderSession,
  failures: ['sign-in-refused', 'sign-in-unavailable'],
});

export const refresh = endpoint({
  name: 'identity.refresh',
  summary: { zh: '续期会话，并取回最新状态', en: 'Renew a session and bring back the latest eligibility' },
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

/** Who somebody says they are, as typed. */
const claimed = {
  name: z.string().min(1).max(80),
  documentKind: z.enum(documentKinds),
  documentNumber: z.string().min(1).max(60),
  phone: z.string().min(1).max(30),
  /** W-19: for somebody under fourteen, the guardian's consent. */
  guardianConsent: z.boolean().exactOptional(),
} as const;

export const verifyIdentity = endpoint({
  name: 'identity.verify-identity',
  formerly: ['identity.authenticate'],
  summary: { zh: '实名认证（每人一次）', en: 'Authenticate in person, once' },
  access: rider,
  input: z.strictObject(claimed),
  output: RiderSession,
  failures: [
    'consent-missing',
    'name-refused',
    'document-refused',
    'phone-refused',
    'guardian-consent-missing',
    'real-name-mismatch',
    'real-name-unavailable',
    'real-name-at-desk',
    'already-authenticated',
    'too-many-tries',
  ],
});

export const verifyIdentityByPlatform = endpoint({
  name: 'identity.verify-identity-by-platform',
  formerly: ['identity.authenticate-by-platform'],
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
    'real-name-at-desk',
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

export const updateEligibility = endpoint({
  name: 'identity.update-eligibility',
  formerly: ['identity.update-standing'],
  summary: { zh: '向来源查询最新健康状态', en: 'Ask the source for the latest health status' },
  access: rider,
  input: Nothing,
  output: RiderSession,
  failures: ['not-authenticated'],
});

export const addMember = endpoint({
  name: 'identity.add-member',
  summary: { zh: '把没有手机的家人加入本人账户', en: 'Take a family member without a phone into the account' },
  access: rider,
  input: z.strictObject({
    ...claimed,
    relation: z.enum(relations),
    /** The word of whoever holds the phone that the member agrees; for a child the guardian does (`guardianConsent`). */
    consent: z.literal(true),
    /** Of a member with an account: the code that it shows, which is their own consent. */
    code: z.string().max(20).exactOptional(),
  }),
  output: FamilyView,
  failures: [
    'not-authenticated',
    'identity-not-proven',
    'consent-missing',
    'name-refused',
    'document-refused',
    'phone-refused',
    'guardian-consent-missing',
    'real-name-mismatch',
    'real-name-unavailable',
    'real-name-at-desk',
    'too-many-tries',
    'member-is-you',
    'member-has-account',
    'member-elsewhere',
    'family-limit',
  ],
});

export const listFamily = endpoint({
  name: 'identity.list-family',
  summary: { zh: '本人账户里的家人', en: 'The family members in the account' },
  access: rider,
  input: Nothing,
  output: FamilyView,
  failures: ['not-authenticated', 'identity-not-proven'],
});

export const removeMember = endpoint({
  name: 'identity.remove-member',
  summary: { zh: '移出家人', en: 'Take a family member out' },
  access: rider,
  input: z.strictObject({ memberId: Id }),
  output: Ending,
  failures: ['member-unknown'],
});

export const listOwnDevices = endpoint({
  name: 'identity.list-own-devices',
  formerly: ['identity.list-devices'],
  summary: { zh: '已登录的设备', en: 'Signed-in devices' },
  access: rider,
  input: Nothing,
  output: z.strictObject({ devices: z.array(DeviceView) }),
  failures: [],
});

export const endDevice = endpoint({
  name: 'identity.end-device',
  summary: { zh: '让一台设备退出登录', en: 'Sign one device out' },
  access: rider,
  input: z.strictObject({ deviceId: Id }),
  output: Nothing,
  failures: ['device-unknown'],
});

export const deleteAccount = endpoint({
  name: 'identity.delete-account',
  summary: {
    zh: '注销账户：登录立即失效，到期销毁其余',
    en: 'Delete the account: sign-in ends at once, the rest when it may',
  },
  access: rider,
  input: Nothing,
  output: Ending,
  failures: [],
});
