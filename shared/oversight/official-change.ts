import * as z from 'zod';
import { officialRoles } from '../access';
import { ProvinceCode } from '../venues/province-settings';
import { CityCode, FreeText, Id, WireInstant } from '../wire';

/** What an official signs in as: 2 to 40 small letters, digits, dots and dashes. */
export const loginPattern = /^[a-z0-9][a-z0-9._-]{1,39}$/;

/** A password of one's own has at least so many characters. */
export const minPasswordLength = 12;

/** What an official may do, and where. */
export const Appointment = z.strictObject({
  roles: z.array(z.enum(officialRoles)).min(1).max(officialRoles.length),
  cities: z.array(CityCode).max(200),
  provinces: z.array(ProvinceCode).max(40),
});
export type Appointment = z.output<typeof Appointment>;

/** What can be changed about who is an official; `credentials` is a new one-time link for somebody who lost password or authenticator. */
export const officialChangeKinds = ['add', 'change', 'remove', 'credentials'] as const;
export type OfficialChangeKind = (typeof officialChangeKinds)[number];

/** A change about officials as it is proposed; another official approves it. */
export const OfficialChange = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('add'),
    login: z.string().regex(loginPattern),
    name: FreeText(40),
    appointment: Appointment,
  }),
  z.strictObject({ kind: z.literal('change'), officialId: Id, appointment: Appointment }),
  z.strictObject({ kind: z.literal('remove'), officialId: Id }),
  z.strictObject({ kind: z.literal('credentials'), officialId: Id }),
]);
export type OfficialChange = z.output<typeof OfficialChange>;

/** How a reader stands to a change: may decide; made it; is who it is about; acts in fewer places; or is no administrator where the proposer is none either. */
const standings = ['decides', 'proposer', 'subject', 'elsewhere', 'no-administrator'] as const;

/** A change about an official that waits: for a second person, or for its one-time link to be used. */
export const OfficialChangeRow = z.strictObject({
  changeId: Id,
  kind: z.enum(officialChangeKinds),
  login: z.string(),
  /** Absent while they gave none. */
  name: z.string().exactOptional(),
  /** As they are now; absent of somebody who is added. */
  before: Appointment.exactOptional(),
  /** As they would be; absent where it stays. */
  after: Appointment.exactOptional(),
  reason: z.string(),
  proposedBy: z.string(),
  proposedAt: WireInstant,
  expiresAt: WireInstant,
  /** Present once it is approved and its link is open. */
  link: z.strictObject({ approvedBy: z.string(), endsAt: WireInstant }).exactOptional(),
  /** A digest of all that would be approved: an approval names it. */
  proposal: z.string(),
  standing: z.enum(standings),
});
export type OfficialChangeRow = z.output<typeof OfficialChangeRow>;
