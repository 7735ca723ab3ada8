import * as z from 'zod';
import { AssistedDocument } from '../identity/wire';
import { statusColours } from '../status-colours';
import { Id, WireInstant } from '../wire';

/** W-19: what somebody without a phone shows in place of their own code. */
export const shownProofs = ['picture-code', 'paper-code', 'community-certificate'] as const;
export type ShownProof = (typeof shownProofs)[number];

/** Whom staff have before them: by the document in their hand, or by a bound card that was tapped or read. */
export const AssistedRider = z.discriminatedUnion('by', [
  AssistedDocument,
  z.strictObject({ by: z.literal('card'), number: z.string().min(4).max(40) }),
]);
export type AssistedRider = z.output<typeof AssistedRider>;

/** W-20, W-21: somebody is registered by staff at their venue. The screen makes `scanId`, so that a retry is the same assisted scan. */
export const AssistedScanInput = z.strictObject({
  scanId: Id,
  venueId: z.string().max(40),
  /** The screen's clock, set by the server's; the same instant as in `scanId`. */
  enteredAt: WireInstant,
  /** The same clock when this was sent. */
  sentAt: WireInstant,
  /** W-20: in a taxi one of a party is enough. */
  party: z.number().int().min(1).max(8).exactOptional(),
  whom: AssistedRider,
  /** What was shown, where the person has no code of their own. Counts only where no source knows a status. */
  shown: z.strictObject({ proof: z.enum(shownProofs), colour: z.enum(statusColours) }).exactOptional(),
});
export type AssistedScanInput = z.output<typeof AssistedScanInput>;
