import * as z from 'zod';
import { deviceDirections } from '../devices/device-place';
import { decisions, reasonCodes } from '../rides/meanings';
import { Id, WireInstant } from '../wire';
import { gateGrounds } from './gate-decision';

/** At most so many taps are delivered at once. */
const mostTaps = 500;

const Ground = z.enum([...gateGrounds, ...reasonCodes]);
const Count = z.number().int().min(0).max(1_000_000);

/** One tap of a linked card, for ever as the gate decided it. */
export const DeliveredTap = z.strictObject({
  /** Made by the device at the tap: its time is the tap's. */
  tapId: Id,
  /** Kind of the card, as the reader tells it. */
  kind: z.string().regex(/^[a-z0-9-]{1,40}$/),
  /** The card's token, sealed to the tap key: 80 bytes, base64url. */
  sealedToken: z.string().regex(/^[A-Za-z0-9_-]{107}$/),
  decision: z.enum(decisions),
  ground: Ground,
  /** Version of the set that the gate decided by; 0 where it held none. */
  setVersion: z.number().int().min(0),
  direction: z.enum(deviceDirections),
});
export type DeliveredTap = z.output<typeof DeliveredTap>;

/** Taps of cards that are not linked, counted by the hour: of them nothing else is kept. */
export const TapCount = z.strictObject({
  /** Where the hour begins. */
  hour: WireInstant,
  direction: z.enum(deviceDirections),
  admit: Count,
  refer: Count,
  refuse: Count,
});
export type TapCount = z.output<typeof TapCount>;

/** What a device delivers at once: it signs the text of it. */
export const TapBatch = z.strictObject({
  deviceId: Id,
  /** From 1, always the next after the last one that was accepted. */
  sequence: z.number().int().min(1).max(Number.MAX_SAFE_INTEGER),
  /** Where it stood when these were tapped. */
  venueId: z.string().min(1).max(40),
  taps: z.array(DeliveredTap).max(mostTaps),
  counts: z.array(TapCount).max(200),
});
export type TapBatch = z.output<typeof TapBatch>;

/** What became of a tap: registered as a scan, again at the same place, of a card that nobody has linked now, of a day that is forgotten, or not to be opened. */
export const tapAnswers = ['recorded', 'repeat', 'unknown-card', 'too-old', 'unreadable'] as const;
export type TapAnswer = (typeof tapAnswers)[number];
