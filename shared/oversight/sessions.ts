import * as z from 'zod';
import { officialRoles, staffRoles } from '../access';
import { ProvinceCode } from '../venues/province-settings';
import { VenueView } from '../venues/wire';
import { CityCode, WireInstant } from '../wire';

const sessionFields = {
  accessToken: z.string(),
  accessExpiresAt: WireInstant,
  refreshToken: z.string(),
  refreshExpiresAt: WireInstant,
} as const;

/** A session of staff at venues. */
export const StaffSession = z.strictObject({
  ...sessionFields,
  staffId: z.string(),
  displayName: z.string(),
  role: z.enum(staffRoles),
  city: CityCode,
  venues: z.array(VenueView),
  /** L-06: came in by a station's visitor code; its departures are from outside, whatever it says. */
  visitor: z.literal(true).exactOptional(),
  /** Of coach crews: codes of departures are signed with this on the phone, hexadecimal, without a network (L-02). */
  signing: z.strictObject({ keyId: z.string(), key: z.string().max(64) }).exactOptional(),
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
  /** Only from a sign-in: known by it, this browser is not locked out by wrong tries of others in its network. */
  browser: z.string().exactOptional(),
});
export type OfficialSession = z.output<typeof OfficialSession>;
