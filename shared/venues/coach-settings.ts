import * as z from 'zod';
import { Text } from '../text';
import { CityCode } from '../wire';

/** Real-name manifests of coaches are kept at least a year (domain: three clocks of retention); so long where nobody says otherwise. */
export const defaultCoachRetentionDays = 400;

/**
 * How passengers of a station come to be registered: they scan the departure's code (L-03, L-05), their ticket came ahead (L-04), crew
 * or station staff register them (L-07), or a ledger is kept and imported (L-09).
 */
const registrationWays = ['scan', 'ticket', 'staff', 'ledger'] as const;

/** A coach station of a city. Its id is for ever: departures name it. */
export const CoachStation = z.strictObject({
  stationId: z.string().regex(/^[a-z0-9-]{1,40}$/),
  name: Text,
  /** L-02 to L-09: which ways of registration it uses. */
  ways: z.array(z.enum(registrationWays)).min(1).max(registrationWays.length),
});
export type CoachStation = z.output<typeof CoachStation>;

/** Roughly where a city lies, in degrees (WGS 84), and how far from there its coach stations are at most. */
const CityOnMap = z.strictObject({
  city: CityCode,
  lat: z.number().min(-90).max(90),
  lng: z.number().min(-180).max(180),
  radiusKm: z.number().int().min(1).max(500),
});

/**
 * A rough map of the cities that coaches leave, stop in and reach, their province's and others: with it a registration that says roughly where it was
 * made is compared with the way of its coach. Cities, not streets.
 */
export const CoachMap = z.strictObject({
  /** So far beside a road between two cities a passenger is still on the way. */
  besideRoadKm: z.number().int().min(1).max(500),
  cities: z.array(CityOnMap).min(1).max(400),
  /** Pairs of cities between which coaches go straight; where nothing leads from one to another the straight line is taken. */
  roads: z.array(z.tuple([CityCode, CityCode])).max(1_000),
});
export type CoachMap = z.output<typeof CoachMap>;

/** Line classes of road passenger transport: 1 between provinces and cities of the first rank, 4 within a county. */
export const LineClass = z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4)]);

/**
 * What a province or one of its cities chooses about coaches. What a city leaves out is what its province says, and what neither says
 * is in `coach-rules.ts`; only stations are a city's alone.
 */
export const CoachSettings = z.strictObject({
  /** Days that manifests may be linked to a person, at least a year; of a city and its province the longer holds. */
  retentionDays: z.number().int().min(366).max(1_200).default(defaultCoachRetentionDays),
  /** L-03: cities towards which a passenger also states the address before coming and the address there. */
  asksAddressesTo: z.array(CityCode).max(400).exactOptional(),
  /** L-01: classes of lines whose departures are registered. */
  lineClasses: z.array(LineClass).min(1).max(4).exactOptional(),
  /** L-01: whether tourist charters are registered. */
  charters: z.boolean().exactOptional(),
  /** L-10: of a hundred people aboard, how many have to be registered for a departure to count as complete. */
  completePercent: z.number().int().min(1).max(100).exactOptional(),
  /** L-09: how many civil days after its day of departure the ledger of a station on paper may still come. */
  ledgerDueDays: z.number().int().min(0).max(30).exactOptional(),
  /** How many minutes before departure the crew is reminded while the departure is incomplete, the longest first. */
  remindMinutesBefore: z.array(z.number().int().min(1).max(240)).max(5).exactOptional(),
  /** For noticing the code of one coach in another, far from its way; without a map nothing is compared. */
  map: CoachMap.exactOptional(),
  /** The coach stations of a city. */
  stations: z.array(CoachStation).max(200).exactOptional(),
});
export type CoachSettings = z.output<typeof CoachSettings>;
