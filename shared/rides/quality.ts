import * as z from 'zod';
import { Text } from '../text';
import { modes, venueKinds } from '../venues/kinds';
import { CityCode, WireDay, WireInstant } from '../wire';
import { StaffName } from './wire';

const count = z.number().int().nonnegative();

/** how complete what was registered is. */
export const QualityCounts = z.strictObject({
  rides: count,
  /** Rides whose end no scan proves. */
  missingEnds: count,
  /** Rides that began at a gate or a ship without an entry. */
  missingEntries: count,
  scans: count,
  /** Scans of a code that the same rider had just scanned. */
  repeats: count,
  /** Made by staff for somebody without a phone. */
  byStaff: count,
  /** Made by a relative. */
  byFamily: count,
});
export type QualityCounts = z.output<typeof QualityCounts>;

const onLine = { mode: z.enum(modes), lineId: z.string().exactOptional(), line: Text.exactOptional() };

/** Counts of a line; without `lineId` of a mode's venues of no line. */
export const LineQuality = z.strictObject({ ...onLine, counts: QualityCounts });
export type LineQuality = z.output<typeof LineQuality>;

/** Counts of a vehicle, a carriage, a station. */
export const PlaceQuality = z.strictObject({
  ...onLine,
  venueId: z.string(),
  kind: z.enum(venueKinds),
  /** Absent of a venue that is gone. */
  name: Text.exactOptional(),
  plate: z.string().exactOptional(),
  counts: QualityCounts,
});
export type PlaceQuality = z.output<typeof PlaceQuality>;

/** What a member of staff registered for others. */
export const StaffQuality = z.strictObject({
  staffId: z.string(),
  /** Absent of somebody whom nobody knows any more. */
  who: StaffName.exactOptional(),
  scans: count,
});
export type StaffQuality = z.output<typeof StaffQuality>;

/** Days of a city whose quality is asked for, both included; at most 31. */
export const QualityDays = z
  .strictObject({ city: CityCode, from: WireDay, to: WireDay })
  .refine(({ from, to }) => from <= to, { path: ['to'], error: 'the last day is not before the first' });

/** What was registered on some days, by line, by place and by who registered. */
export const QualityList = z.strictObject({
  /** Days that are counted, the latest first: a day is when its report is due. */
  days: z.array(WireDay),
  countedAt: WireInstant.exactOptional(),
  lines: z.array(LineQuality),
  /** Those with the most missing ends and entries, at most 200. */
  places: z.array(PlaceQuality),
  /** Those who registered most, at most 200. */
  staff: z.array(StaffQuality),
});
export type QualityList = z.output<typeof QualityList>;
