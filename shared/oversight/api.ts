import * as z from 'zod';
import { anyone, official, officialRoles, staff, staffRoles } from '../access';
import { endpoint } from '../endpoint';
import { ProvinceCode } from '../venues/province-settings';
import { VenueView } from '../venues/wire';
import { CityCode, FreeText, Id, Nothing, WireInstant } from '../wire';

const Token = z.string().min(20).max(4_000);

const sessionFields = {
  accessToken: z.string(),
  accessExpiresAt: WireInstant,
  refreshToken: z.string(),
  refreshExpiresAt: WireInstant,
} as const;

const StationsScope = z.strictObject({
  kind: z.literal('stations'),
  stationIds: z.array(z.string().max(40)).min(1).max(50),
});
const OperatorScope = z.strictObject({ kind: z.literal('operator') });
/** Where staff may act. */
export const StaffScopeRow = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('venues'), venueIds: z.array(z.string()) }),
  StationsScope,
  OperatorScope,
]);

/** A session of staff at venues. */
export const StaffSession = z.strictObject({
  ...sessionFields,
  staffId: z.string(),
  displayName: z.string(),
  role: z.enum(staffRoles),
  city: CityCode,
  venues: z.array(VenueView),
});
export type StaffSession = z.output<typeof StaffSession>;

/** A session of an official at the console. */
export const OfficialSession = z.strictObject({
  ...sessionFields,
  officialId: z.string(),
  login: z.string(),
  roles: z.array(z.enum(officialRoles)),
  /** Every city of the account, those of its provinces among them. */
  cities: z.array(CityCode),
  /** Provinces of the account; absent when there are none. */
  provinces: z.array(ProvinceCode).exactOptional(),
});
export type OfficialSession = z.output<typeof OfficialSession>;

export const acceptInvitation = endpoint({
  name: 'oversight.accept-invitation',
  summary: { zh: '工作人员凭邀请码登录核验屏', en: 'Staff sign in to the verification screen with an invitation code' },
  access: anyone,
  input: z.strictObject({ invitation: z.string().min(6).max(60), displayName: FreeText(40) }),
  output: StaffSession,
  failures: ['invitation-refused'],
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
  }),
  output: OfficialSession,
  failures: ['credentials-refused', 'account-locked'],
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
