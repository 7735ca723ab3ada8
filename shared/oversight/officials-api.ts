import * as z from 'zod';
import { anyone, official, officialRoles } from '../access';
import { endpoint } from '../endpoint';
import { ProvinceCode } from '../venues/province-settings';
import { CityCode, FreeText, Id, WireInstant } from '../wire';
import { minPasswordLength, OfficialChange, OfficialChangeRow } from './official-change';
import { OfficialSession } from './sessions';

export const listOfficialChanges = endpoint({
  name: 'oversight.list-official-changes',
  summary: {
    zh: '待批准的管理人员变更，与尚未使用的一次性链接',
    en: 'Changes about officials that wait for approval, and one-time links that are still open',
  },
  access: official('administrator', 'bureau', 'auditor'),
  input: z.strictObject({ city: CityCode }),
  output: z.strictObject({ changes: z.array(OfficialChangeRow) }),
  failures: ['city-unknown'],
});

export const proposeOfficialChange = endpoint({
  name: 'oversight.propose-official-change',
  summary: {
    zh: '提议增加、改变、停用管理人员或重发登录信息，须另一位官员批准',
    en: 'Propose to add, change or remove an official, or to give one a new sign-in; another official approves',
  },
  access: official('administrator', 'bureau'),
  input: z.strictObject({ change: OfficialChange, reason: FreeText(200) }),
  output: z.strictObject({
    change: OfficialChangeRow,
    /** Of `add` and `credentials`: the half of the sign-in that the proposer hands over. Shown once. */
    code: z.string().exactOptional(),
  }),
  failures: [
    'official-unknown',
    'official-place-unknown',
    'official-login-taken',
    'official-name-taken',
    'official-unchanged',
    'official-is-revoked',
    'official-change-open',
    'official-changes-limit',
    'last-administrator',
  ],
});

export const decideOfficialChange = endpoint({
  name: 'oversight.decide-official-change',
  summary: {
    zh: '批准或否决管理人员变更，或作废尚未使用的一次性链接',
    en: 'Approve or reject a change about an official, or end its open one-time link',
  },
  access: official('administrator', 'bureau'),
  input: z.strictObject({
    changeId: Id,
    approve: z.boolean(),
    /** Of an approval: the `proposal` that was looked at. */
    proposal: z.string().max(60).exactOptional(),
  }),
  output: z.strictObject({
    /** Of an approved `add` or `credentials`: the half of the sign-in that the approver hands over. Shown once. */
    link: z.strictObject({ url: z.string(), endsAt: WireInstant }).exactOptional(),
  }),
  failures: [
    'nothing-to-decide',
    'second-person-needed',
    'official-is-subject',
    'administrator-needed',
    'proposal-changed',
    'proposal-expired',
    'proposer-not-entitled',
    'official-changed',
    'official-login-taken',
    'last-administrator',
  ],
});

const halves = { link: z.string().min(20).max(200), code: z.string().min(1).max(40) } as const;

export const openOfficialLink = endpoint({
  name: 'oversight.open-official-link',
  summary: {
    zh: '凭一次性链接与设置码查看自己的新登录信息',
    en: 'With a one-time link and its code: what one will sign in as',
  },
  access: anyone,
  input: z.strictObject(halves),
  output: z.strictObject({
    login: z.string(),
    roles: z.array(z.enum(officialRoles)),
    cities: z.array(CityCode),
    provinces: z.array(ProvinceCode),
    /** For the authenticator; the same until the link is used. */
    totpSecret: z.string(),
    totpUri: z.string(),
    endsAt: WireInstant,
  }),
  failures: ['official-link-refused', 'official-code-refused'],
});

export const acceptOfficialLink = endpoint({
  name: 'oversight.accept-official-link',
  summary: {
    zh: '凭一次性链接设置自己的密码与动态码并登录',
    en: 'Set one’s own password and one-time codes by a one-time link, and sign in',
  },
  access: anyone,
  input: z.strictObject({
    ...halves,
    password: z.string().min(minPasswordLength).max(200),
    totp: z.string().regex(/^\d{6}$/),
  }),
  output: OfficialSession,
  failures: [
    'official-link-refused',
    'official-code-refused',
    'official-login-taken',
    'password-weak',
    'one-time-code-wrong',
  ],
});
