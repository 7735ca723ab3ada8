import * as z from 'zod';
import { staffRoles } from '../access';
import { statusColours } from '../status-colours';
import { Text } from '../text';
import { Announcement, CodeText, VenueView } from '../venues/wire';
import { Id, WireInstant } from '../wire';
import { closingReasons, decisions, meanings, nextActions, reasonCodes, scanFlags } from './meanings';

/** Roughly where a phone was, if its rider allows it: used once, for doubts, and kept nowhere. */
export const RoughPosition = z.strictObject({
  lat: z.number().min(-90).max(90),
  lng: z.number().min(-180).max(180),
  accuracyMetres: z.number().min(0).max(100_000),
});
export type RoughPosition = z.output<typeof RoughPosition>;

/** A scan as a phone reports it. The phone makes `scanId` from its corrected clock, so a retry is the same scan. */
export const ScanInput = z.strictObject({
  scanId: Id,
  code: CodeText,
  /** The phone's clock, corrected by `clockOffsetMs`, when the code was read; the same instant as in `scanId`. */
  scannedAt: WireInstant,
  /** The same clock when this was sent; differs from `scannedAt` for a scan kept while offline. */
  sentAt: WireInstant,
  /** What the phone added to its own clock after a `clock-wrong` answer. */
  clockOffsetMs: z.number().int().exactOptional(),
  /** W-15: how many ride together in a taxi; one everywhere else. */
  party: z.number().int().min(1).max(8).exactOptional(),
  /** whom the scan is of, when not of the rider: a member of their family. */
  memberId: Id.exactOptional(),
  /** By the key that came with the session in which the scan was made; see `signed-scan.ts`. */
  signature: z.strictObject({ keyId: Id, mac: z.string().regex(/^[0-9a-f]{64}$/) }).exactOptional(),
  /** Where the phone was, if the rider allows it; used for doubts only. */
  position: RoughPosition.exactOptional(),
});
export type ScanInput = z.output<typeof ScanInput>;

/** A way on, as a button. */
export const NextStep = z.strictObject({ action: z.enum(nextActions), text: Text });
export type NextStep = z.output<typeof NextStep>;

/** One reason of a verdict with its way on: a refusal without a next step does not exist. */
export const Reason = z.strictObject({
  code: z.enum(reasonCodes),
  text: Text,
  next: NextStep,
  /** A second way on where there is one: W-07 offers two, an appeal has the community beside it. */
  alternative: NextStep.exactOptional(),
});
export type Reason = z.output<typeof Reason>;

/** The answer to a scan that staff act on (W-06 to W-09), with who decided by which rule. */
export const Verdict = z.strictObject({
  decision: z.enum(decisions),
  /** Status colour for the screen; grey where none is known, absent where the rule asks for none. */
  colour: z.enum([...statusColours, 'grey']).exactOptional(),
  reasons: z.array(Reason),
  ruleId: z.string(),
  ruleVersion: z.number().int(),
  statusSource: z.string().exactOptional(),
  /** Until when the status behind the verdict holds; given where it does not admit. */
  expiresAt: WireInstant.exactOptional(),
});
export type Verdict = z.output<typeof Verdict>;

/** What the verdict screen shows (W-09). */
export const ScanReply = z.strictObject({
  scanId: Id,
  verdict: Verdict,
  meaning: z.enum(meanings),
  venue: VenueView,
  maskedName: z.string().exactOptional(),
  party: z.number().int(),
  scannedAt: WireInstant,
  recordedAt: WireInstant,
  flags: z.array(z.enum(scanFlags)),
  /** W-31: of the city, for this mode. Given to whoever scans now, not again with each scan of a batch. */
  notices: z.array(Announcement).exactOptional(),
  /** The venue's word of this minute and of the next, the same on staff's screen: a live element. */
  minuteWord: z.strictObject({ word: Text, validUntil: WireInstant, next: Text }),
  /** Under this the live code of this verdict changes every ten seconds. */
  liveKey: z.string().max(60),
});
export type ScanReply = z.output<typeof ScanReply>;

/** One scan of a ride, with what else it may have meant while the rider can still say so. */
export const RideScan = z.strictObject({
  scanId: Id,
  scannedAt: WireInstant,
  meaning: z.enum(meanings),
  /** The rider corrected it. */
  corrected: z.literal(true).exactOptional(),
  others: z.array(z.enum(meanings)),
});
export type RideScan = z.output<typeof RideScan>;

/** A ride as derived from scans; `inferred` names the ends that no scan proves (W-27). */
export const RideView = z.strictObject({
  venue: VenueView,
  from: WireInstant,
  /** Absent while the ride is open. */
  to: WireInstant.exactOptional(),
  inferred: z.array(z.enum(['from', 'to'])),
  /** Absent while the ride is open, and where the usual duration gave the end: phones of before do not know that reason. */
  closedBy: z.enum(closingReasons).exclude(['usual-duration']).exactOptional(),
  /** W-34: the usual duration of such rides gave the end; in 95 of 100 it was over by then. */
  endedBy: WireInstant.exactOptional(),
  scanIds: z.array(Id),
  scans: z.array(RideScan),
  /** W-32: staff let the rider on although the answer had been no. */
  letOn: z.strictObject({ why: Text, at: WireInstant }).exactOptional(),
});
export type RideView = z.output<typeof RideView>;

/** W-32: a boarding that was refused, by the verdict or by staff: no ride began. */
export const RefusedBoarding = z.strictObject({
  scanId: Id,
  venue: VenueView,
  scannedAt: WireInstant,
  by: z.enum(['verdict', 'staff']),
  /** In a few words each. */
  why: z.array(Text),
});
export type RefusedBoarding = z.output<typeof RefusedBoarding>;

/** Staff as the operator knows them: by name and role, never by an id. */
export const StaffName = z.strictObject({ name: z.string(), role: z.enum(staffRoles) });
export type StaffName = z.output<typeof StaffName>;

/** One scan as staff at the venue see it. */
export const FeedScan = z.strictObject({
  scanId: Id,
  maskedName: z.string().exactOptional(),
  decision: z.enum(decisions),
  colour: z.enum([...statusColours, 'grey']).exactOptional(),
  meaning: z.enum(meanings),
  /** What was answered, where the rider corrected it since. */
  correctedFrom: z.enum(meanings).exactOptional(),
  reasons: z.array(Reason),
  party: z.number().int(),
  scannedAt: WireInstant,
  recordedAt: WireInstant,
  flags: z.array(z.enum(scanFlags)),
  /** W-21: staff registered them; there is no screen of theirs to look at. */
  entered: z.literal(true).exactOptional(),
  /** Who registered them. */
  enteredBy: StaffName.exactOptional(),
  /** Of a verdict that is live when it is sent: its live code can be known. */
  liveKey: z.string().max(60).exactOptional(),
  /** W-04: staff recorded that this rider was turned away. */
  refusal: z.strictObject({ reason: z.string(), at: WireInstant }).exactOptional(),
  /** W-32: what staff decided last about this boarding, and who; it outdoes the verdict. */
  boarding: z
    .strictObject({
      outcome: z.enum(['refused', 'let-on']),
      reason: z.string(),
      at: WireInstant,
      by: StaffName.exactOptional(),
    })
    .exactOptional(),
});
export type FeedScan = z.output<typeof FeedScan>;
