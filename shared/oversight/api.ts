import * as z from 'zod';
import { anyone, official, officialRoles, staff, staffRoles } from '../access';
import { endpoint } from '../endpoint';
import { CityCode, FreeText, Id, Nothing, WireDay, WireInstant } from '../wire';
import { OfficialSession, StaffSession } from './sessions';
import {
  AccessLogCheck,
  AccessRow,
  accessPurposes,
  InvitationId,
  InvitationRow,
  OfficialRow,
  OperatorScope,
  StaffRow,
  StaffScopeRow,
  StationsScope,
} from './wire';

export * from './officials-api';
export * from './operation-api';
export * from './session-api';
export { getSettings } from './settings-api';
export * from './terms-api';

const Token = z.string().min(20).max(4_000);

export const acceptInvitation = endpoint({
  name: 'oversight.accept-invitation',
  summary: { zh: '工作人员凭邀请码登录核验屏', en: 'Staff sign in to the verification screen with an invitation code' },
  access: anyone,
  input: z.strictObject({ invitation: z.string().min(6).max(60), displayName: FreeText(40) }),
  output: StaffSession,
  failures: ['invitation-refused', 'invitation-limited', 'visitors-limited'],
});

export const refreshStaff = endpoint({
  name: 'oversight.refresh-staff',
  summary: { zh: '续期核验屏会话', en: 'Renew a verification screen’s session' },
  access: anyone,
  input: z.strictObject({ refreshToken: Token }),
  output: StaffSession,
  failures: ['session-ended'],
});

export const createInvitation = endpoint({
  name: 'oversight.create-invitation',
  summary: { zh: '为工作人员生成一次性邀请码', en: 'Create a one-time invitation code for staff' },
  access: official('administrator', 'operator', 'bureau'),
  input: z.strictObject({
    city: CityCode,
    role: z.enum(staffRoles),
    /** Empty where the scope is of another kind. */
    venueIds: z.array(z.string().max(40)).max(50),
    operatorId: Id.exactOptional(),
    /** Absent: the venues. */
    scope: z.discriminatedUnion('kind', [StationsScope, OperatorScope]).exactOptional(),
    validHours: z.number().int().min(1).max(168),
  }),
  output: z.strictObject({ invitation: z.string(), link: z.string(), expiresAt: WireInstant }),
  failures: ['city-unknown', 'venue-unknown', 'operator-unknown'],
});

export const getOwnStaff = endpoint({
  name: 'oversight.get-own-staff',
  summary: { zh: '工作人员查看自己的岗位', en: 'Staff read their own membership' },
  access: staff(...staffRoles),
  input: Nothing,
  output: z.strictObject({
    staffId: Id,
    displayName: z.string(),
    role: z.enum(staffRoles),
    city: CityCode,
    operatorId: z.string().exactOptional(),
    scope: StaffScopeRow,
  }),
  failures: ['staff-unknown'],
});

export const signInOfficial = endpoint({
  name: 'oversight.sign-in-official',
  formerly: ['oversight.sign-in'],
  summary: { zh: '管理端登录（密码与动态码）', en: 'Sign in to the console with password and one-time code' },
  access: anyone,
  input: z.strictObject({
    login: z.string().min(1).max(60),
    password: z.string().min(1).max(200),
    totp: z.string().regex(/^\d{6}$/),
    /** What an earlier sign-in of this login gave this browser. */
    browser: z.string().max(200).exactOptional(),
  }),
  output: OfficialSession,
  failures: ['credentials-refused', 'account-locked', 'code-locked'],
});

export const refreshOfficial = endpoint({
  name: 'oversight.refresh-official',
  summary: { zh: '续期管理端会话', en: 'Renew a console session' },
  access: anyone,
  input: z.strictObject({ refreshToken: Token }),
  output: OfficialSession,
  failures: ['session-ended'],
});

export const signOutOfficial = endpoint({
  name: 'oversight.sign-out-official',
  summary: { zh: '退出管理端', en: 'Sign out of the console' },
  access: official(...officialRoles),
  input: Nothing,
  output: Nothing,
  failures: [],
});

export const signOutStaff = endpoint({
  name: 'oversight.sign-out-staff',
  summary: { zh: '退出核验屏', en: 'Sign out of the verification screen' },
  access: staff(...staffRoles),
  input: Nothing,
  output: Nothing,
  failures: [],
});

const Revoked = z.strictObject({ revokedAt: WireInstant });
const reason = FreeText(200);

export const listStaff = endpoint({
  name: 'oversight.list-staff',
  summary: { zh: '当前登录的工作人员', en: 'Staff who are signed in now' },
  access: official('administrator', 'operator', 'bureau', 'auditor'),
  input: z.strictObject({
    city: CityCode,
    /** Part of the name that they gave. */
    search: FreeText(40).exactOptional(),
    limit: z.number().int().min(1).max(200),
    /** The last of the page before. */
    after: Id.exactOptional(),
  }),
  output: z.strictObject({ staff: z.array(StaffRow), next: Id.exactOptional() }),
  failures: ['city-unknown'],
});

export const revokeStaff = endpoint({
  name: 'oversight.revoke-staff',
  summary: { zh: '停用工作人员，五秒内处处生效', en: 'Revoke a member of staff, everywhere within five seconds' },
  access: official('administrator', 'operator', 'bureau'),
  input: z.strictObject({ staffId: Id, reason }),
  output: Revoked,
  failures: ['staff-not-yours'],
});

export const listInvitations = endpoint({
  name: 'oversight.list-invitations',
  summary: { zh: '尚未使用的邀请码', en: 'Invitations that are still open' },
  access: official('administrator', 'operator', 'bureau', 'auditor'),
  input: z.strictObject({
    city: CityCode,
    limit: z.number().int().min(1).max(200),
    /** The end of the last of the page before. */
    after: WireInstant.exactOptional(),
  }),
  output: z.strictObject({ invitations: z.array(InvitationRow), next: WireInstant.exactOptional() }),
  failures: ['city-unknown'],
});

export const revokeInvitation = endpoint({
  name: 'oversight.revoke-invitation',
  summary: {
    zh: '作废邀请码；已被使用的，停用用它登录的人',
    en: 'Revoke an invitation, and whoever signed in with it',
  },
  access: official('administrator', 'operator', 'bureau'),
  input: z.strictObject({ invitationId: InvitationId, reason }),
  output: Revoked,
  failures: ['invitation-unknown'],
});

export const listOfficials = endpoint({
  name: 'oversight.list-officials',
  summary: { zh: '城市的管理人员', en: 'Officials of a city' },
  access: official('administrator', 'bureau', 'auditor'),
  input: z.strictObject({ city: CityCode }),
  output: z.strictObject({ officials: z.array(OfficialRow) }),
  failures: ['city-unknown'],
});

export const revokeOfficial = endpoint({
  name: 'oversight.revoke-official',
  summary: { zh: '停用管理人员，五秒内处处生效', en: 'Revoke an official, everywhere within five seconds' },
  access: official('administrator'),
  input: z.strictObject({ officialId: Id, reason }),
  output: Revoked,
  failures: ['official-unknown', 'official-is-you', 'last-administrator'],
});

export const listAccesses = endpoint({
  name: 'oversight.list-accesses',
  summary: {
    zh: '访问记录：谁在何时为何查看了个人信息',
    en: 'The access log: who opened personal data, when and why',
  },
  access: official('administrator', 'auditor'),
  input: z.strictObject({
    city: CityCode,
    /** Both included, at most 92 days; what is older than six months is in files, read by `npm run audit`. */
    from: WireDay,
    to: WireDay,
    purpose: z.enum(accessPurposes).exactOptional(),
    /** Login of an official, name of staff, or an id as an entry holds it. */
    who: FreeText(60).exactOptional(),
    /** Id of what was opened: a report, an appeal, `CITY.DAY` for the rides of a day. */
    about: FreeText(120).exactOptional(),
    limit: z.number().int().min(1).max(200),
    /** The `next` of the page before. */
    after: z.string().max(60).exactOptional(),
    /** That the page is taken out as a file: the entry about this reading says so. */
    exported: z.literal(true).exactOptional(),
  }),
  output: z.strictObject({
    accesses: z.array(AccessRow),
    /** There may be more, also after a page that found nothing: one page looks through 5,000 links at most. */
    next: z.string().exactOptional(),
  }),
  failures: ['city-unknown', 'range-too-long'],
});

export const checkAccesses = endpoint({
  name: 'oversight.check-accesses',
  summary: {
    zh: '核对访问记录是否完整，指出第一处不符',
    en: 'Check that the access log is whole; names the first entry that does not fit',
  },
  access: official('administrator', 'auditor'),
  input: z.strictObject({
    city: CityCode,
    /** Entries of these days are followed, at most 92 days; heads of days are followed all. */
    from: WireDay,
    to: WireDay,
    /** The head of a day as a report’s mail tells it: `DAY HASH`. */
    head: z.string().max(100).exactOptional(),
  }),
  output: AccessLogCheck,
  failures: ['city-unknown', 'range-too-long', 'access-head-unreadable'],
});
