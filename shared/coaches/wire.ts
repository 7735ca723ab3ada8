import * as z from 'zod';
import { CityCode, FreeText } from '../wire';

/** Where a coach leaves, stops or goes: a station or a city of the lists, free text beyond them. */
export const Place = z.strictObject({
  name: FreeText(60),
  city: CityCode.exactOptional(),
  stationId: z.string().min(1).max(40).exactOptional(),
});
export type Place = z.output<typeof Place>;
