import * as z from 'zod';
import { officialRoles, staffRoles } from '../access';
import { ProvinceCode } from '../venues/province-settings';
import { VenueView } from '../venues/wire';
import { CityCode, Id, WireInstant } from '../wire';

/** Some stations. */
export const StationsScope = z.strictObject({
  kind: z.literal('stations'),
  stationIds: z.array(z.string().max(40)).min(1).max(50),
});
/** Wherever the operator runs. */
export const OperatorScope = z.strictObject({ kind: z.literal('operator') });
/** Where staff may act. */
export const StaffScopeRow = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('venues'), venueIds: z.array(z.string()) }),
  StationsScope,
  OperatorScope,
]);

/** An invitation is named by the digest of its code. */
export const InvitationId = z.string().regex(/^[A-Za-z0-9_-]{43}$/);

const granted = {
  role: z.enum(staffRoles),
  city: CityCode,
  operatorId: z.string().exactOptional(),
  scope: StaffScopeRow,
  /** The first three venues of the scope, to be recognised by. */
  venues: z.array(VenueView).max(3),
  invitedBy: z.string(),
} as const;

/** Staff who are signed in now, as officials see them. */
export const StaffRow = z.strictObject({
  staffId: Id,
  displayName: z.string(),
  ...granted,
  signedInAt: WireInstant,
  sessionEndsAt: WireInstant,
});
export type StaffRow = z.output<typeof StaffRow>;

/** An invitation that can still be accepted. */
export const InvitationRow = z.strictObject({ invitationId: InvitationId, ...granted, expiresAt: WireInstant });
export type InvitationRow = z.output<typeof InvitationRow>;

/** An official as other officials see them. */
export const OfficialRow = z.strictObject({
  officialId: Id,
  login: z.string(),
  roles: z.array(z.enum(officialRoles)),
  cities: z.array(CityCode),
  provinces: z.array(ProvinceCode).exactOptional(),
  /** How many sessions of theirs are open now. */
  sessions: z.number().int().min(0),
  revokedAt: WireInstant.exactOptional(),
  /** Whether the caller may revoke them: not oneself, and nobody who also acts where the caller does not. */
  revocable: z.boolean(),
});
export type OfficialRow = z.output<typeof OfficialRow>;
