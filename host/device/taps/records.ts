import { DevicePlace } from '@tongcheng/shared/devices/device-place';
import { decisions } from '@tongcheng/shared/rides/meanings';
import * as z from 'zod';

/** A tap of a linked card as the gate keeps it; of an unlinked one only a count is kept. */
const KeptTap = z.strictObject({
  /** Its time stands in it. */
  tapId: z.string(),
  kind: z.string(),
  /** The card's token, which only the server can open. */
  sealedToken: z.string(),
  decision: z.enum(decisions),
  ground: z.string(),
  setVersion: z.number(),
  direction: DevicePlace.shape.direction,
});
export type KeptTap = z.output<typeof KeptTap>;

/** Taps of unlinked cards within an hour, by what the gate did. */
const TapCounts = z.strictObject({
  hour: z.number(),
  direction: DevicePlace.shape.direction,
  admit: z.number(),
  refer: z.number(),
  refuse: z.number(),
});
export type TapCounts = z.output<typeof TapCounts>;

/** What the log of a gate's taps holds. */
export const QueueRecord = z.discriminatedUnion('type', [
  /** The first record of a log that was written anew: what comes next. */
  z.strictObject({ type: z.literal('begin'), nextSequence: z.number() }),
  z.strictObject({ type: z.literal('tap'), venueId: z.string(), tap: KeptTap }),
  /** Taps without a row of their own. */
  z.strictObject({ type: z.literal('counts'), venueId: z.string(), counts: TapCounts }),
  /** What is delivered under a sequence, fixed before it is sent for the first time: so many of the oldest taps, and counts. */
  z.strictObject({
    type: z.literal('batch'),
    sequence: z.number(),
    venueId: z.string(),
    taps: z.number(),
    counts: z.array(TapCounts),
  }),
  /** The server has a batch: it is let go. */
  z.strictObject({ type: z.literal('taken'), sequence: z.number() }),
]);
export type QueueRecord = z.output<typeof QueueRecord>;
