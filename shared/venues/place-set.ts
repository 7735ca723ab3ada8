import * as z from 'zod';
import { ShortText } from '../wire';

/**
 * Places under one name, such as the stations near controlled areas (B-08), so that an admission rule names the set and not each of them. A set is
 * a city's choice and stands in its settings; a rule holds the set as it was when the rule was approved.
 */
export const PlaceSet = z
  .strictObject({
    placeSetId: z.string().regex(/^[a-z0-9-]{1,40}$/),
    name: ShortText,
    venueIds: z.array(z.string().max(40)).max(2_000).default([]),
    /** Every venue of these lines. */
    lineIds: z.array(z.string().max(40)).max(500).default([]),
  })
  .refine(({ venueIds, lineIds }) => venueIds.length + lineIds.length > 0, {
    path: ['venueIds'],
    error: 'a set of places names a venue or a line',
  });
export type PlaceSet = z.output<typeof PlaceSet>;
