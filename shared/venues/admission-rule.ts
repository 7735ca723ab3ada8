import * as z from 'zod';
import { CityCode, ShortText, WireInstant } from '../wire';
import { modes } from './kinds';
import { PlaceSet } from './place-set';
import { requirements } from './requirements';

/**
 * An admission rule as data: where and when it holds and what it requires. The most particular rule wins
 * (venue, then line, then mode, then city); among equals the one that begins last, then the higher version.
 */
export const AdmissionRule = z
  .strictObject({
    ruleId: z.string().min(1).max(60),
    version: z.number().int().min(1),
    city: CityCode,
    mode: z.enum(modes).exactOptional(),
    lineId: z.string().max(40).exactOptional(),
    venueId: z.string().max(40).exactOptional(),
    /** B-08: holds at the places of a set, in place of `lineId` and `venueId`. */
    places: PlaceSet.exactOptional(),
    /** Holds within [from, to); without `to` until replaced. */
    from: WireInstant,
    to: WireInstant.exactOptional(),
    requires: z.array(z.enum(requirements)).max(requirements.length),
    /** B-07: civil days in Shanghai, 2 means taken today, yesterday or the day before. */
    testMaxAgeDays: z.number().int().min(0).max(14).exactOptional(),
    /** B-07: hours by the clock, such as 48, in place of days: two days before and 48 hours are not the same. */
    testMaxAgeHours: z.number().int().min(1).max(168).exactOptional(),
    /** What passengers are told of the rule. */
    text: ShortText,
  })
  .refine(({ requires, ...age }) => !requires.includes('negative-test') || limits(age) === 1, {
    path: ['testMaxAgeDays'],
    error: 'a rule that requires a negative test says how old it may be, in days or in hours',
  })
  .refine(({ places, lineId, venueId }) => !places || (lineId === undefined && venueId === undefined), {
    path: ['places'],
    error: 'a rule of a set of places names no line and no venue besides',
  })
  .refine(({ from, to }) => to === undefined || from < to, { path: ['to'], error: 'a rule ends after it begins' });
export type AdmissionRule = z.output<typeof AdmissionRule>;

interface TestAge {
  readonly testMaxAgeDays?: number;
  readonly testMaxAgeHours?: number;
}

const limits = ({ testMaxAgeDays, testMaxAgeHours }: TestAge): number =>
  [testMaxAgeDays, testMaxAgeHours].filter((age) => age !== undefined).length;
