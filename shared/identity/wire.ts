import * as z from 'zod';
import { channels } from '../caller';
import { Eligibility } from '../eligibility';
import { Id, WireDay, WireInstant } from '../wire';
import { documentKinds } from './documents/kinds';
import { relations } from './family';

/** What a rider sees of their own account; every personal value masked. */
export const AccountView = z.strictObject({
  accountId: z.string(),
  authenticated: z.boolean(),
  maskedName: z.string().exactOptional(),
  documentKind: z.enum(documentKinds).exactOptional(),
  maskedDocument: z.string().exactOptional(),
  maskedPhone: z.string().exactOptional(),
  /** Version of the consent text that holds, if any. */
  consentVersion: z.string().exactOptional(),
  /** The text has changed since: the rider is asked again before the next scan. */
  consentDue: z.literal(true).exactOptional(),
  /**
   * What this account is not proven for (decision 149): `claim` rides as somebody who has an account already, `denied` was called
   * somebody else's by them, `past` is the only account but sees no ride of before, `guardian` is of a child for whom a
   * guardian still has to agree. Each sees its own scans only.
   */
  unproven: z.enum(['claim', 'denied', 'past', 'guardian']).exactOptional(),
  /** How many other accounts say they are this rider, and wait for a word about it. */
  claims: z.number().int().exactOptional(),
  boundCards: z.number().int(),
  standing: Eligibility,
});
export type AccountView = z.output<typeof AccountView>;

/** A rider's session: a short-lived access token and a refresh token that is used once. */
export const RiderSession = z.strictObject({
  accessToken: z.string(),
  accessExpiresAt: WireInstant,
  refreshToken: z.string(),
  refreshExpiresAt: WireInstant,
  account: AccountView,
  /** Scans that wait on the phone are signed with this, hexadecimal. Sessions of before the key have none. */
  signing: z.strictObject({ keyId: z.string(), key: z.string().max(64) }).exactOptional(),
});
export type RiderSession = z.output<typeof RiderSession>;

/** A family member as the rider who looks after them sees them, every value masked. */
export const MemberView = z.strictObject({
  memberId: Id,
  relation: z.enum(relations),
  maskedName: z.string(),
  documentKind: z.enum(documentKinds),
  maskedDocument: z.string(),
  addedAt: WireInstant,
  /** Never told (decision 150): whoever helps learns the verdict of the ride that they make together. Phones of before read the field. */
  standing: Eligibility,
  /** Nobody has heard the member's own consent yet: a desk that sees their document types this. */
  code: z
    .string()
    .regex(/^\d{6}$/)
    .exactOptional(),
});
export type MemberView = z.output<typeof MemberView>;

/** The members of a rider's family, oldest first. */
export const FamilyView = z.strictObject({ members: z.array(MemberView), most: z.number().int() });
export type FamilyView = z.output<typeof FamilyView>;

/** A signed-in device of the rider; nothing but times and the platform is known of it. */
export const DeviceView = z.strictObject({
  deviceId: Id,
  provider: z.enum(channels),
  signedInAt: WireInstant,
  lastUsedAt: WireInstant,
  /** The device that asks. */
  here: z.boolean(),
});
export type DeviceView = z.output<typeof DeviceView>;

/** Another account that says it is of the same rider. */
const OtherAccount = z.strictObject({
  accountId: z.string(),
  provider: z.enum(channels),
  /** Of the rider; else it only claims to be, and rides as them without seeing or changing anything of theirs. */
  isProven: z.boolean(),
  /** A person was checked for it, at a desk or by a device, or its platform vouches. */
  isChecked: z.boolean(),
  joinedOn: WireDay.exactOptional(),
  /** The rider said that it is not theirs. */
  isDenied: z.literal(true).exactOptional(),
});
export type OtherAccount = z.output<typeof OtherAccount>;

/** What the caller's account is to the person as whom it rides (decision 149), and who else says to be them. */
export const OwnAccountsView = z.strictObject({
  isProven: z.boolean(),
  isChecked: z.boolean(),
  seesOwnOnly: z.boolean(),
  /** A child's, for whom a guardian still has to agree. */
  awaitsGuardian: z.literal(true).exactOptional(),
  /** It may decide about the others and change what is the person's. */
  speaksForPerson: z.boolean(),
  /** Shown to a desk or typed on the other device, to prove this account; absent where nothing is to be proven. */
  code: z
    .string()
    .regex(/^\d{6}$/)
    .exactOptional(),
  /** Told to a relative who adds the rider to their family: the rider's consent (decision 150). Of accounts that speak for their rider. */
  consentCode: z
    .string()
    .regex(/^\d{6}$/)
    .exactOptional(),
  /** A face check can prove this account; `begun` while one waits for the camera. */
  faceCheck: z.enum(['offered', 'begun']).exactOptional(),
  others: z.array(OtherAccount),
});
export type OwnAccountsView = z.output<typeof OwnAccountsView>;

/** What an ending leaves: the day from which nothing can be opened any more; absent when that is so already. */
export const Ending = z.strictObject({ keptUntil: WireDay.exactOptional() });
export type Ending = z.output<typeof Ending>;

/** W-20: somebody as staff read it off the document in their hand. */
export const AssistedDocument = z.strictObject({
  by: z.literal('document'),
  documentKind: z.enum(documentKinds),
  documentNumber: z.string().min(1).max(60),
  name: z.string().min(1).max(80),
  /** Their own or a relative's, where there is one: for whoever has to reach them. */
  phone: z.string().min(1).max(30).exactOptional(),
});
export type AssistedDocument = z.output<typeof AssistedDocument>;
