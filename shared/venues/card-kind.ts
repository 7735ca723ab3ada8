import * as z from 'zod';
import { Text } from '../text';
import { WireDay } from '../wire';

/** Where a kind of card has its number. `desk`: nowhere to be read by eye, as on wristbands and watches; a desk reads it. `app`: in an app that links it itself. */
const cardNumberPlaces = ['front', 'back', 'desk', 'app'] as const;

/** A kind of card by its name in a city's settings; kept readable, so nothing else may be written there. */
export const CardKindName = z.string().regex(/^[a-z0-9-]{1,40}$/);

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
  /** The first day on which one is linked at all; absent where that was always so. */
  linksFrom: WireDay.exactOptional(),
  /** The first day on which the first top-up of one that was applied for links it (B-05); absent where top-ups link nothing. */
  topUpLinksFrom: WireDay.exactOptional(),
});
export type CardKind = z.output<typeof CardKind>;
