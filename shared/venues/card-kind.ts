import * as z from 'zod';
import { Text } from '../text';

/** Where a kind of card has its number. `desk`: nowhere to be read by eye, as on wristbands and watches; a desk reads it. */
const cardNumberPlaces = ['front', 'back', 'desk'] as const;

/** A kind of transit card that a city knows (B-02). What numbers usually look like is for a phone to ask about, never to refuse by: the issuer decides. */
export const CardKind = z.strictObject({
  kind: z.string().max(40),
  name: Text,
  hint: Text,
  /** How many characters the printed numbers usually have. */
  usualLengths: z.array(z.number().int().min(4).max(32)).min(1).max(8).exactOptional(),
  /** With what they usually begin. */
  usualStart: z
    .string()
    .regex(/^[0-9A-Z]{1,8}$/)
    .exactOptional(),
  numberAt: z.enum(cardNumberPlaces).exactOptional(),
});
export type CardKind = z.output<typeof CardKind>;
