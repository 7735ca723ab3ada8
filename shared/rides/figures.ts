import * as z from 'zod';
import { Text } from '../text';
import { modes, venueKinds } from '../venues/kinds';
import { CityCode, WireDay, WireInstant } from '../wire';
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
  /** The hour in which the service day begins: those before it are of the night after. */
  rolloverHour: z.number().int(),
  /** Recorded in the last full minute. */
  lastMinute: z.number().int(),
  /** W-32: people turned away, and people let on after all. */
  refused: z.number().int(),
  letOn: z.number().int(),
});

const People = z.number().int().exactOptional();

/** A line of a city on a day; without a line the one that most people scanned. */
export const LineOnDay = z.strictObject({
  city: CityCode,
  day: WireDay.exactOptional(),
  lineId: z.string().min(1).max(40).exactOptional(),
});

/** People who got on and off along a line on a day, place by place. */
export const LineLoad = z.strictObject({
  day: WireDay,
  asOf: WireInstant,
  /** Lines that people scanned on this day, most of them first; at most 200. */
  lines: z.array(z.strictObject({ lineId: z.string().max(40), mode: z.enum(modes), name: Text })),
  /** Absent where there is no line to tell of. */
  lineId: z.string().max(40).exactOptional(),
  /** Its stops in the order of the line; its vehicles where it has no stops of its own. At most 1,000. */
  places: z.array(
    z.strictObject({
      venueId: z.string().max(40),
      name: Text,
      kind: z.enum(venueKinds),
      /** Without a number there were some, but fewer than {@link fewestShown}. */
      boarded: People,
      alighted: People,
      /** Other lines halt here too: the figures are of all of them. */
      shared: z.literal(true).exactOptional(),
    }),
  ),
});

/** People at a venue on a day, by what came of them. */
export const VenueCounts = z.strictObject({
  admit: z.number().int(),
  refer: z.number().int(),
  /** Turned away, by the verdict or by staff (W-32). */
  refuse: z.number().int(),
  /** Let on by staff although the answer had been no. */
  letOn: z.number().int(),
  /** Scans flagged `many-scans`, in none of these counts; absent when there are none. */
  leftOut: z.number().int().exactOptional(),
});
