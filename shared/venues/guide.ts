import * as z from 'zod';
import { Text } from '../text';

/** A question that people ask in this city, with its answer (W-30): for riders, or for those who check them. */
export const GuideEntry = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]{1,40}$/),
  audience: z.enum(['rider', 'staff']),
  question: Text,
  answer: Text,
});
export type GuideEntry = z.output<typeof GuideEntry>;
