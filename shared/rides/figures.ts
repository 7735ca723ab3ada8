import * as z from 'zod';
import { Text } from '../text';
import { modes } from '../venues/kinds';
import { WireDay, WireInstant } from '../wire';
import { decisions } from './meanings';

/** Refusals of a day (W-04, W-32), by line and reason. */
export const RefusalList = z.strictObject({
  day: WireDay,
  asOf: WireInstant,
  /** People turned away, and people let on after all. */
  refused: z.number().int(),
  letOn: z.number().int(),
  /** Most people first. */
  rows: z.array(
    z.strictObject({
      mode: z.enum(modes),
      line: Text.exactOptional(),
      outcome: z.enum(['refused', 'let-on']),
      by: z.enum(['verdict', 'staff']),
      why: Text,
      people: z.number().int(),
    }),
  ),
});

/** The figures of a day as it goes on. */
export const LiveFigures = z.strictObject({
  day: WireDay,
  asOf: WireInstant,
  /** All that were answered, but for those left out. */
  scans: z.number().int(),
  /** Scans flagged `many-scans`: more than one person does in a day, and in no other figure. */
  leftOut: z.number().int(),
  byDecision: z.array(z.strictObject({ decision: z.enum(decisions), scans: z.number().int() })),
  byMode: z.array(z.strictObject({ mode: z.enum(modes), scans: z.number().int() })),
  /** 24 entries, hour of the day in Shanghai. */
  byHour: z.array(z.number().int()),
  /** Recorded in the last full minute. */
  lastMinute: z.number().int(),
  /** W-32: people turned away, and people let on after all. */
  refused: z.number().int(),
  letOn: z.number().int(),
});
