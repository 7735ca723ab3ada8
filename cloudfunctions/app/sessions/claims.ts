import { deviceKinds, officialRoles, staffRoles } from '@tongcheng/shared/access';
import { Eligibility } from '@tongcheng/shared/eligibility';
import * as z from 'zod';

const session = { session: z.string(), issuedAt: z.number(), expiresAt: z.number() };

/** What an access token says of a rider: all that a repeat scan needs, so that it costs no read. */
const RiderClaims = z.object({
  kind: z.literal('rider'),
  ...session,
  account: z.string(),
  person: z.string().exactOptional(),
  /** Whom the account only claims to be (decision 149); never beside `person`. */
  claimed: z.string().exactOptional(),
  /** Its scans are kept apart from those of the person's other accounts; what it sees itself. */
  apart: z.enum(['sees-own', 'sees-all']).exactOptional(),
  maskedName: z.string().exactOptional(),
  standing: Eligibility,
});

/** Where staff may act. */
export const StaffScopeWire = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('venues'), venueIds: z.array(z.string()) }),
  z.object({ kind: z.literal('stations'), stationIds: z.array(z.string()) }),
  z.object({ kind: z.literal('operator') }),
]);

/** What an access token says of staff. */
const StaffClaims = z.object({
  kind: z.literal('staff'),
  ...session,
  staff: z.string(),
  role: z.enum(staffRoles),
  city: z.string(),
  venues: z.array(z.string()),
  /** Not in tokens of before staff belonged to operators. */
  operator: z.string().exactOptional(),
  scope: StaffScopeWire.exactOptional(),
  /** L-06: came in by a station's visitor code. */
  visitor: z.literal(true).exactOptional(),
});

/** What an access token says of an official. */
const OfficialClaims = z.object({
  kind: z.literal('official'),
  ...session,
  official: z.string(),
  roles: z.array(z.enum(officialRoles)),
  cities: z.array(z.string()),
  /** Not in tokens of before there were provinces. */
  provinces: z.array(z.string()).exactOptional(),
});

/** What an access token says of a device. Its session is the device's own: it ends when the device is revoked. */
const DeviceClaims = z.object({
  kind: z.literal('device'),
  ...session,
  device: z.string(),
  deviceKind: z.enum(deviceKinds),
  city: z.string(),
  venue: z.string().exactOptional(),
  operator: z.string().exactOptional(),
});

/** Any access token's claims. */
export const Claims = z.discriminatedUnion('kind', [RiderClaims, StaffClaims, OfficialClaims, DeviceClaims]);
export type Claims = z.output<typeof Claims>;
