import { chooseRule } from '@tongcheng/shared/rides/choose-rule';
import { decide } from '@tongcheng/shared/rides/decide';
import { type FlagFacts, flagsOfScan, isLate } from '@tongcheng/shared/rides/flags';
import type { DeriveMeaning } from '@tongcheng/shared/rides/meaning';
import type { ScanInput } from '@tongcheng/shared/rides/wire';
import type { Instant } from '@tongcheng/shared/time';
import type { Mode } from '@tongcheng/shared/venues/kinds';
import type { DayVault, SealedRider } from '../../../vault/vault';
import type { VenueRecord } from '../../venues/records';
import type { ScanRecord } from '../scan-record';
import type { ScanContext, TapDecision } from './scan-context';
import { sealStatusTimes } from './scan-verdict';
import { familyMark } from './scans-apart';
import { factsText } from './verdict-facts';

/** The place of a scan among those of its rider's day. */
interface PlaceInDay {
  readonly ordinal: number;
  /** More than a person does in a day. */
  readonly isMany: boolean;
}

/** The record of a scan that is new: verdict, meaning and doubts as they are known now. Writes nothing. */
export const buildScanRecord = (
  context: ScanContext,
  { ordinal, isMany }: PlaceInDay,
  others: readonly ScanRecord[],
  derive: DeriveMeaning,
  now: Instant,
): ScanRecord => {
  const { input, venue, settings, dayVault, key, subjectId } = context;
  const { tap } = context;
  const place = venueFields(venue, input.scannedAt);
  const scan = tap ? { ...place, gate: tap.direction } : place;
  const decidedAt = isLate({ scan, receivedAt: now }, settings.rides) ? 'scanned' : 'recorded';
  const verdict = verdictFields(context, decidedAt === 'scanned' ? input.scannedAt : now);
  const { meaning, entryMissing } = derive(verdict.decision === 'refuse' ? { ...scan, refused: true } : scan, others);
  const record = {
    _id: key,
    day: context.day,
    city: venue.city,
    recordedAt: now,
    rider: context.rider,
    sealed: dayVault.seal(key, sealedRider(context, subjectId, decidedAt)),
    meaning,
    party: partyOf(venue.mode, input.party),
    flags: flagsOfScan(flagFacts(context, scan, others, { entryMissing, isMany }, now), settings.rides),
    by: registrarOf(context),
    digest: digestOf(input, dayVault),
    ordinal,
  };
  // Not spread: of a literal's parts only the first is copied quickly, and every scan of a city passes here.
  return Object.assign(record, scan, lineFields(venue), verdict, markFields(context));
};

function registrarOf({ tap, assisted, input }: ScanContext): string {
  if (tap) return 'gate';
  return assisted?.staffId ?? (input.memberId === undefined ? 'rider' : 'family');
}

/**
 * What the phone sent, as a keyed digest: without `sentAt`, which differs from one delivery to the next. Keyed by the day, because it
 * covers the phone's position, which is stored nowhere else.
 */
export const digestOf = (input: ScanInput, dayVault: DayVault): string => {
  const { code, scannedAt, party, clockOffsetMs, position, memberId } = input;
  const point = position && [position.lat, position.lng, position.accuracyMetres];
  return dayVault.pseudonym(`scan.${JSON.stringify([code, scannedAt, party, clockOffsetMs, point, memberId])}`);
};

const noMarks = {};

/** Marks of the day that say to whom else of the same person a scan is shown. */
function markFields({ apart, caller, dayVault }: ScanContext): Pick<ScanRecord, 'apart' | 'family'> {
  const family = familyMark(dayVault, caller);
  if (apart === undefined && family === undefined) return noMarks;
  return { ...(apart !== undefined && { apart }), ...(family !== undefined && { family }) };
}

const lineFields = ({ lineId }: VenueRecord) => (lineId === undefined ? {} : { lineId });

/** W-15: only in a taxi does one register for several; elsewhere it is one, and the answer says so. */
const partyOf = (mode: Mode, party = 1): number => (mode === 'taxi' ? party : 1);

function venueFields({ _id, mode, kind, lat, lng }: VenueRecord, scannedAt: Instant) {
  const place = { scannedAt, venueId: _id, mode, venueKind: kind };
  return lat === undefined || lng === undefined ? place : { ...place, lat, lng };
}

type VerdictField = 'decision' | 'reasons' | 'ruleId' | 'ruleVersion' | 'colour';
type StatusField = 'statusSource' | 'sealedStatus' | 'statusElsewhere';
type VerdictFields = Mutable<Pick<ScanRecord, VerdictField | StatusField>>;
type Mutable<T> = { -readonly [K in keyof T]: T[K] };

/** Who it is, and what the verdict rested on. */
function sealedRider(
  { caller, code, tap }: ScanContext,
  subjectId: string,
  decidedAt: 'scanned' | 'recorded',
): SealedRider {
  if (tap) return { subjectId };
  const { maskedName, eligibility } = caller;
  const facts = factsText({ facts: { ...eligibility, code }, decidedAt });
  return maskedName === undefined ? { subjectId, facts } : { subjectId, maskedName, facts };
}

/** By the rule in force when the code was scanned; by the facts of now, or for a late scan of then (decision 032). */
function verdictFields(context: ScanContext, decidedAt: Instant): VerdictFields {
  const { input, caller, venue, settings, code, dayVault, key } = context;
  const { mode, _id: venueId, city, lineId } = venue;
  const place = { city, mode, venueId, ...(lineId !== undefined && { lineId }) };
  const rule = chooseRule(settings.admissionRules, place, input.scannedAt);
  if (context.tap) return decidedByGate(context.tap, rule);
  const decided = decide(rule, { ...caller.eligibility, code }, decidedAt);
  const { decision, reasons, colour, status } = decided;
  const { statusElsewhere } = caller.eligibility;
  const fields: VerdictFields = { decision, reasons, ruleId: rule.ruleId, ruleVersion: rule.version };
  // Assigned, not spread in parts: every scan of a city passes here.
  if (colour !== undefined) fields.colour = colour;
  if (status) fields.statusSource = status.source;
  if (status && decision !== 'admit') fields.sealedStatus = sealStatusTimes(dayVault, key, status);
  if (statusElsewhere && reasons.includes('status-missing')) fields.statusElsewhere = statusElsewhere;
  return fields;
}

/** The gate's own decision, under the rule of its place at the time. Its ground says the colour where one was the ground. */
function decidedByGate(
  { decision, reasons }: TapDecision,
  { ruleId, version }: { readonly ruleId: string; readonly version: number },
): VerdictFields {
  const fields: VerdictFields = { decision, reasons, ruleId, ruleVersion: version };
  if (reasons.includes('status-red')) fields.colour = 'red';
  if (reasons.includes('status-yellow')) fields.colour = 'yellow';
  return fields;
}

function flagFacts(
  { input: { position, clockOffsetMs }, caller, signed, assisted, way, tap }: ScanContext,
  scan: FlagFacts['scan'],
  others: readonly ScanRecord[],
  { entryMissing, isMany }: { readonly entryMissing: boolean; readonly isMany: boolean },
  receivedAt: Instant,
): FlagFacts {
  return {
    scan,
    receivedAt,
    others,
    entryMissing,
    signed,
    unchecked: assisted?.unchecked === true,
    claimed: caller.claimedPersonId !== undefined || caller.isUnconfirmed === true,
    many: isMany,
    turned: tap?.turned === true,
    ...(position && { position, way }),
    ...(clockOffsetMs !== undefined && { clockOffsetMs }),
  };
}
