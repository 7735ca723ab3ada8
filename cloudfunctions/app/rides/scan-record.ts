import type { StatusColour } from '@tongcheng/shared/identity/standing';
import type { Decision, Meaning, ReasonCode, ScanFlag } from '@tongcheng/shared/rides/meanings';
import type { Day, Instant } from '@tongcheng/shared/time';
import type { Mode, VenueKind } from '@tongcheng/shared/venues/kinds';
import { collection } from '../../ports/document-store';

/** One scan, for ever as it was recorded. Names nobody: `rider` is a pseudonym of the day, `sealed` opens with the day's key. */
export interface ScanRecord {
  /** `${day}.${scanId}` */
  readonly _id: string;
  /** Service day of the city. */
  readonly day: Day;
  readonly city: string;
  readonly scannedAt: Instant;
  readonly recordedAt: Instant;
  readonly rider: string;
  readonly sealed: string;
  readonly venueId: string;
  readonly mode: Mode;
  readonly venueKind: VenueKind;
  readonly lineId?: string;
  readonly meaning: Meaning;
  readonly decision: Decision;
  readonly colour?: StatusColour | 'grey';
  readonly statusSource?: string;
  readonly reasons: readonly ReasonCode[];
  readonly ruleId: string;
  readonly ruleVersion: number;
  readonly party: number;
  readonly flags: readonly ScanFlag[];
  /** Who registered: the rider, or a member of staff by id. */
  readonly by: string;
  /** Digest of what the phone sent, so that the same id with another body is told apart. */
  readonly digest: string;
}

/** All scans, one partition a day. */
export const scans = collection<ScanRecord>()({
  name: 'scans',
  partition: 'day',
  indexes: [
    ['rider', 'scannedAt'],
    ['venueId', 'recordedAt'],
    ['city', 'recordedAt'],
  ],
});
