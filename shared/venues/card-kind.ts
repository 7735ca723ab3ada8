import * as z from 'zod';
import { Text } from '../text';

/** Where a kind of card has its number. `desk`: nowhere to be read by eye, as on wristbands and watches; a desk reads it. */
const cardNumberPlaces = ['front', 'back', 'desk'] as const;

/** In what a card lies (B-01): a card of plastic or a wristband, one in a phone, a ride code of an app, a commemorative ticket. */
const cardMedia = ['physical', 'phone', 'app', 'ticket'] as const;
export type CardMedium = (typeof cardMedia)[number];

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
  /** Where any kind of a city names one, a person binds one card of each medium there, and a kind that names none is physical. Else five of any kind. */
  medium: z.enum(cardMedia).exactOptional(),
});
export type CardKind = z.output<typeof CardKind>;
