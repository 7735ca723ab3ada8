import * as z from 'zod';
import { WireDay } from '../wire';

/** How much of a ride counts when its end is not proven: what scans prove alone, until the usual end, or until the bound of its closing. */
const inferredEnds = ['proven', 'usual', 'bound'] as const;

/** The feeds by which a city may know where its vehicles were. */
const vehicleFeeds = ['timetable', 'positions'] as const;
/** By which feed the stops of a ride are told. */
export type LocatedBy = (typeof vehicleFeeds)[number];

/** Roles that a city may name as the second key. */
export const secondRoles = ['health-supervisor', 'bureau'] as const;

/** What a city says about finding those exposed; each row holds for rides from its day on, until the next one begins. */
export const TracingParameters = z.strictObject({
  /** The service day from which it holds. */
  from: WireDay,
  /** Two rides share a vehicle when they overlap at least so long; where stops are known a shared stretch suffices. */
  leastOverlapSeconds: z.number().int().min(0).max(3_600).default(0),
  /** W-25: rides beginning in a taxi within so many minutes after the alighting. Absent: `taxiIntervalMinutes` of the ride settings. */
  taxiIntervalMinutes: z
    .number()
    .int()
    .min(1)
    .max(24 * 60)
    .exactOptional(),
  /** Without a timetable: who boarded the same ship within so many minutes of each other sailed together. */
  boardingMinutes: z.number().int().min(1).max(120).default(20),
  inferredEnds: z.enum(inferredEnds).default('bound'),
  /** How many days before the infectious period's end a case may begin at the earliest. */
  lookBackDays: z.number().int().min(1).max(30).default(14),
});
export type TracingParameters = z.output<typeof TracingParameters>;

/** The block `tracing` of a city's capabilities. Nothing said means the defaults. */
export const TracingSettings = z.strictObject({
  /** In any order; no two from the same day. Before the first one the defaults hold. */
  parameters: z
    .array(TracingParameters)
    .max(50)
    .refine((rows) => new Set(rows.map(({ from }) => from)).size === rows.length, 'two rows from the same day')
    .default([]),
  /** the role of the second person, who approves what a health officer asks for. A bureau approves by counts and opens no names (W-28). */
  secondRole: z.enum(secondRoles).default('health-supervisor'),
  /** Where vehicles were: by the timetable, or by the positions that they sent. Absent: nobody knows, and matches rest on time. */
  vehicleFeed: z.enum(vehicleFeeds).exactOptional(),
  /** How long names stay open after they were approved. */
  namesOpenHours: z.number().int().min(1).max(168).default(48),
});
export type TracingSettings = z.output<typeof TracingSettings>;
