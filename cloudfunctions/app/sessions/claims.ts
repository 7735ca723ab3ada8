import { officialRoles, staffRoles } from '@tongcheng/shared/access';
import { Eligibility } from '@tongcheng/shared/eligibility';
import * as z from 'zod';

const session = { session: z.string(), issuedAt: z.number(), expiresAt: z.number() };

/** What an access token says of a rider: all that a repeat scan needs, so that it costs no read. */
export const RiderClaims = z.object({
  kind: z.literal('rider'),
  ...session,
  account: z.string(),
  person: z.string().exactOptional(),
  maskedName: z.string().exactOptional(),
  standing: Eligibility,
});
export type RiderClaims = z.output<typeof RiderClaims>;

/** What an access token says of staff at venues. */
export const StaffClaims = z.object({
  kind: z.literal('staff'),
  ...session,
  staff: z.string(),
  role: z.enum(staffRoles),
  city: z.string(),
  venues: z.array(z.string()),
});
export type StaffClaims = z.output<typeof StaffClaims>;

/** What an access token says of an official. */
export const OfficialClaims = z.object({
  kind: z.literal('official'),
  ...session,
  official: z.string(),
  roles: z.array(z.enum(officialRoles)),
  cities: z.array(z.string()),
  /** Not in tokens of before there were provinces. */
  provinces: z.array(z.string()).exactOptional(),
});
export type OfficialClaims = z.output<typeof OfficialClaims>;

/** Any access token's claims. */
export const Claims = z.discriminatedUnion('kind', [RiderClaims, StaffClaims, OfficialClaims]);
export type Claims = z.output<typeof Claims>;
