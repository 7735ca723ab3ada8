import * as z from 'zod';
import { Text } from '../text';
import { CityCode } from '../wire';
import { AdmissionRule } from './admission-rule';
import { CapabilitySettings } from './capabilities';
import { CardKind } from './card-kind';
import { modes } from './kinds';
import { PlaceSet } from './place-set';
import { ReportSettings } from './province-settings';
import { Entrance, HealthCodePages } from './ways-in';
import { Announcement, GuideEntry } from './wire';

const minutes = z
  .number()
  .int()
  .min(1)
  .max(24 * 60);

/** What a scan means in this city, where the mode leaves a choice (design/domain.md, decisions). */
export const RideSettings = z.strictObject({
  /** A second scan of the same code within this time repeats the first. */
  repeatWithinSeconds: z.number().int().min(10).max(600),
  /** A ride without a second scan is closed after this time, per mode. */
  longestRideMinutes: z.strictObject({
    bus: minutes,
    metro: minutes,
    brt: minutes,
    tram: minutes,
    taxi: minutes,
    ferry: minutes,
  }),
  /** W-25: next rides in the same car within this time after alighting are exposed. */
  taxiIntervalMinutes: minutes,
  /** A scan that arrives later than this is flagged late. */
  lateAfterSeconds: z.number().int().min(10).max(3_600),
  /** How many days after a scan a phone may still deliver it. */
  offlineDays: z.number().int().min(1).max(14),
  /**
   * How many scans of one person a day are ordinary. Those after `flagAfter` carry a flag and are in no sum, which says how many; those
   * after `refuseAfter`, where a city sets it, are not taken, with the reason. Absent: {@link defaultScansPerDay}.
   */
  scansPerDay: z
    .strictObject({
      flagAfter: z.number().int().min(20).max(100_000),
      refuseAfter: z.number().int().min(50).max(100_000).exactOptional(),
    })
    .exactOptional(),
  /** W-19: how many a community worker may register for others in a day. Absent: {@link defaultCommunityWorkerADay}. */
  communityWorkerADay: z.number().int().min(1).max(2_000).exactOptional(),
  /**
   * W-34: until when a rider whose end no scan proves counts as aboard where somebody asks who was exposed: to the longest ride (safe), or to the bound
   * that holds in 95 of 100 such rides (precise). Absent: the longest ride.
   */
  exposureUntil: z.enum(['longest-ride', 'usual-bound']).exactOptional(),
  /** Faster than this between two venues is impossible travel. */
  fastestKmPerHour: z.number().min(20).max(1_000),
  /** Hours of the day in Shanghai in which a mode does not run: [from, to). */
  closedHours: z.array(
    z.strictObject({ mode: z.enum(modes), from: z.number().int().min(0).max(23), to: z.number().int().min(1).max(24) }),
  ),
});
export type RideSettings = z.output<typeof RideSettings>;

/** Enough for the old and the children of a neighbourhood, too few to register people who are not there. */
export const defaultCommunityWorkerADay = 60;

/** Flagged first, refused only where a city says so: nobody was seen to ride half as often. */
export const defaultScansPerDay: NonNullable<RideSettings['scansPerDay']> = { flagAfter: 100 };

/** whether ridership is published, and how few people are never told apart; never fewer than five. */
export const OpenFiguresSettings = z.strictObject({
  published: z.boolean().default(true),
  smallestCell: z.number().int().min(5).max(1_000).default(10),
});
type OpenFiguresSettings = z.output<typeof OpenFiguresSettings>;

/** About where a city is: its middle, and how far its lines go from there. */
export const CityPlace = z.strictObject({
  lat: z.number().min(-90).max(90),
  lng: z.number().min(-180).max(180),
  radiusKm: z.number().min(1).max(500),
});
export type CityPlace = z.output<typeof CityPlace>;

/** Everything about a city that is a choice of the city: a plain file, imported, kept with its version. */
export const CitySettings = z.strictObject({
  city: CityCode,
  name: Text,
  hotline: z.string().max(30),
  /** Whoever scans here and in another city sooner than anybody gets from one to the other is doubted. Absent: nobody is. */
  place: CityPlace.exactOptional(),
  /** W-01: how people find the app besides a posted code. Absent: the guide names nothing. */
  entrances: z.array(Entrance).max(12).exactOptional(),
  /** W-06: where a missing health status is completed. Absent: the status is only asked anew. */
  healthCode: HealthCodePages.exactOptional(),
  /** A service day begins this many hours after midnight in Shanghai. */
  rolloverHour: z.number().int().min(0).max(6),
  /** Days that scans may be linked to a person; then the day's key is destroyed. */
  retentionDays: z.number().int().min(1).max(400),
  cardKinds: z.array(CardKind),
  modes: z.array(z.enum(modes)),
  notices: z.array(Announcement),
  rides: RideSettings,
  /** W-30: questions and answers of this city; those of every city are in the apps. */
  guide: z.array(GuideEntry).default([]),
  admissionRules: z.array(AdmissionRule),
  /** B-08: places that admission rules can name together. */
  placeSets: z.array(PlaceSet).max(50).exactOptional(),
  /** a human answers an appeal within so many hours. */
  appealHours: z.number().int().min(1).max(720).default(24),
  reports: ReportSettings,
  /** Absent: published, with ten. */
  openFigures: OpenFiguresSettings.exactOptional(),
  /** What the city has, each with its own settings; without the block rides alone, as in files written before it. */
  capabilities: CapabilitySettings.exactOptional(),
  /** Put there by a start with the simulated city: a real installation does not start on it. */
  demonstration: z.literal(true).exactOptional(),
});
export type CitySettings = z.output<typeof CitySettings>;

/** How a city publishes its ridership. */
export const openFiguresOf = ({ openFigures }: Pick<CitySettings, 'openFigures'>): OpenFiguresSettings =>
  openFigures ?? { published: true, smallestCell: 10 };
