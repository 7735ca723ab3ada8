import * as z from 'zod';
import { officialRoles, staffRoles } from '../access';
import { Text } from '../text';
import { ProvinceCode } from '../venues/province-settings';
import { VenueView } from '../venues/wire';
import { CityCode, Id, WireDay, WireInstant } from '../wire';

/** Why personal data was opened or let out, or who may receive or open it was changed: a closed list. */
export const accessPurposes = [
  'daily-report',
  'report-download',
  'report-password',
  'report-delivery',
  'report-recipients',
  'own-data',
  'identity-proof',
  'card-unlinked',
  'staff-comparison',
  'status-query',
  'appeal',
  'official-credentials',
  'staff-access',
  'device-keys',
  'partner-keys',
  'admission-rules',
  'tracing',
  'access-log',
  'city-removed',
  'verdict-replay',
  'ledger-filed',
  'coach-manifest',
  'coach-extract',
  'coach-fleet',
  'temporary-pass',
] as const;
export type AccessPurpose = (typeof accessPurposes)[number];

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
  /** The stations of the scope by name, as far as the city's settings still have them. */
  stations: z.array(Text).exactOptional(),
  invitedBy: z.string(),
  /** L-06: crews from outside the province, by a code posted at the station of the scope. */
  visitors: z.literal(true).exactOptional(),
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
export const InvitationRow = z.strictObject({
  invitationId: InvitationId,
  ...granted,
  /** When a visitor code was made; absent of other invitations, and where an earlier release made it. */
  invitedAt: WireInstant.exactOptional(),
  expiresAt: WireInstant,
});
export type InvitationRow = z.output<typeof InvitationRow>;

/** An official as other officials see them. */
export const OfficialRow = z.strictObject({
  officialId: Id,
  login: z.string(),
  /** What they are called, as they or whoever proposed them say; absent until somebody did. */
  name: z.string().exactOptional(),
  roles: z.array(z.enum(officialRoles)),
  cities: z.array(CityCode),
  provinces: z.array(ProvinceCode).exactOptional(),
  /** How many sessions of theirs are open now. */
  sessions: z.number().int().min(0),
  revokedAt: WireInstant.exactOptional(),
  /** Whether the caller may revoke them: not oneself, and nobody who also acts where the caller does not. */
  revocable: z.boolean(),
  /** Whether all of their places are the caller's: then a change about them can be proposed. */
  within: z.boolean(),
});
export type OfficialRow = z.output<typeof OfficialRow>;

/** Kinds of those who looked: of a rider no id is told, they look at their own. */
const accessActors = ['official', 'staff', 'rider', 'timer', 'recipient', 'installation'] as const;

/** An access as the log holds it: ids, purposes and counts, no personal value of a rider. */
export const AccessRow = z.strictObject({
  /** Number of the entry in its chain; riders see the same one. */
  entry: z.string(),
  at: WireInstant,
  purpose: z.enum(accessPurposes),
  actor: z.enum(accessActors),
  /** Login of an official, name of staff, address of a recipient, id of a timer; absent of riders. */
  name: z.string().exactOptional(),
  /** Absent where it concerns the whole installation. */
  city: CityCode.exactOptional(),
  /** The day of the rides that were opened. */
  day: WireDay.exactOptional(),
  /** What was opened, by its id. */
  about: z.string(),
  /** What the person on duty or the recipient that it was about is called, where that is known. */
  aboutName: z.string().exactOptional(),
  reason: z.string().exactOptional(),
  counts: z.record(z.string(), z.number()),
});
export type AccessRow = z.output<typeof AccessRow>;

/** What a check of the log found first that does not fit. */
const accessFaults = ['changed', 'missing', 'added', 'anchor-changed', 'anchor-missing', 'emptied'] as const;
export type AccessFault = (typeof accessFaults)[number];

/** Whether the log is whole, or the first entry that does not fit. */
export const AccessLogCheck = z.discriminatedUnion('whole', [
  z.strictObject({
    whole: z.literal(true),
    /** Entries that were followed. */
    entries: z.number().int().min(0),
    /** The newest head of a day, `DAY HASH`; empty before the first one. */
    lastHead: z.string(),
    /** Days that are kept by their head alone. */
    ended: z.number().int().min(0),
  }),
  z.strictObject({ whole: z.literal(false), firstBad: z.string(), why: z.enum(accessFaults) }),
]);
export type AccessLogCheck = z.output<typeof AccessLogCheck>;
