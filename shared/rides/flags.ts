import { hourMs, type Instant } from '../time';
import type { RideSettings } from '../venues/city-settings';
import { metresBetween, metresFromWay, type Point } from './distance';
import type { ScanFlag } from './meanings';
import type { ScanFacts } from './scan-facts';
import { outsideService } from './service-hours';

/** A scan with the place of its venue, where the venue stands still. */
export interface LocatedScan extends ScanFacts, Partial<Point> {}

/** What is known of a scan when its doubts are looked for. */
export interface FlagFacts {
  readonly scan: LocatedScan;
  readonly receivedAt: Instant;
  /** The rider's other scans near in time, before and after. */
  readonly others: readonly LocatedScan[];
  readonly entryMissing: boolean;
  readonly position?: Point & { readonly accuracyMetres: number };
  /** The stops of the line along which the venue moves, in their order. */
  readonly way?: readonly Point[];
  readonly clockOffsetMs?: number;
  /** The phone that made it signed it. */
  readonly signed?: boolean;
  /** Staff typed who it is, and no register could be asked (W-20). */
  readonly unchecked?: boolean;
  /** By an account that only claims to be its rider (decision 149), or by a family for a member whose consent nobody heard (150). */
  readonly claimed?: boolean;
  /** The rider has scanned more on this day than a person does. */
  readonly many?: boolean;
  /** A gate let them in, and their status is known to have turned red before the tap was delivered (B-11). */
  readonly turned?: boolean;
}

type FlagSettings = Pick<RideSettings, 'lateAfterSeconds' | 'fastestKmPerHour' | 'closedHours'>;

/**
 * How far a phone may seem to be from a venue besides its own accuracy: a large station, and the shift of up to 700 m
 * between the two systems of coordinates that Chinese phones report in.
 */
const toleranceMetres = 1_500;

/** A venue is as wide as this: two scans nearer to each other are no travel. */
const venueWidthMetres = 500;

const none: readonly ScanFlag[] = [];

/** The doubts about a scan, in the order of `scanFlags`. A doubt never keeps a scan from being stored. */
export const flagsOfScan = (facts: FlagFacts, settings: FlagSettings): readonly ScanFlag[] => {
  const flags: ScanFlag[] = [];
  if (isLate(facts, settings)) flags.push('late');
  if (facts.entryMissing) flags.push('no-entry');
  if (isImpossibleTravel(facts, settings)) flags.push('impossible-travel');
  if (isFarFromVenue(facts)) flags.push('far-from-venue');
  if (outsideService(facts.scan.mode, facts.scan.scannedAt, settings)) flags.push('outside-service-hours');
  if (facts.clockOffsetMs) flags.push('clock-corrected');
  if (facts.signed === false && isLate(facts, settings)) flags.push('unsigned');
  if (facts.unchecked) flags.push('unchecked');
  if (facts.claimed) flags.push('identity-claimed');
  if (facts.many) flags.push('many-scans');
  if (facts.turned) flags.push('status-turned');
  return flags.length === 0 ? none : flags;
};

/** whether a scan arrived so long after it was made that it was kept offline. */
export const isLate = (
  { scan, receivedAt }: Pick<FlagFacts, 'scan' | 'receivedAt'>,
  { lateAfterSeconds }: Pick<RideSettings, 'lateAfterSeconds'>,
): boolean => receivedAt - scan.scannedAt > lateAfterSeconds * 1_000;

/** Against the neighbours in time on both sides, so that of an impossible pair one is flagged whichever arrives first. */
function isImpossibleTravel({ scan, others }: FlagFacts, settings: FlagSettings): boolean {
  const here = pointOf(scan);
  if (!here || others.length === 0) return false;
  const [before, after] = neighbours(scan, others);
  return [before, after].some((other) => other !== undefined && tooFast(scan, here, other, settings));
}

function neighbours(scan: LocatedScan, others: readonly LocatedScan[]) {
  let before: LocatedScan | undefined;
  let after: LocatedScan | undefined;
  for (const other of others) {
    if (other.lat === undefined) continue;
    if (other.scannedAt <= scan.scannedAt) {
      if (!before || other.scannedAt > before.scannedAt) before = other;
    } else if (!after || other.scannedAt < after.scannedAt) after = other;
  }
  return [before, after] as const;
}

function tooFast(scan: LocatedScan, here: Point, other: LocatedScan, settings: FlagSettings): boolean {
  const there = pointOf(other);
  if (!there || other.venueId === scan.venueId) return false;
  const metres = metresBetween(here, there) - venueWidthMetres;
  const hours = Math.abs(scan.scannedAt - other.scannedAt) / hourMs;
  return metres > settings.fastestKmPerHour * 1_000 * hours;
}

/** From where it stands, or from the line along which it goes. */
function isFarFromVenue({ scan, position, way = [] }: FlagFacts): boolean {
  const here = pointOf(scan);
  if (!position || (!here && way.length === 0)) return false;
  const metres = here ? metresBetween(here, position) : metresFromWay(way, position);
  return metres > position.accuracyMetres + toleranceMetres;
}

function pointOf({ lat, lng }: Partial<Point>): Point | undefined {
  return lat === undefined || lng === undefined ? undefined : { lat, lng };
}
