import type { DeviceDirection } from '@tongcheng/shared/devices/device-place';
import type { ExceptionReason, RefusalReason } from '@tongcheng/shared/rides/boarding-reasons';
import type { Decision, Meaning, ReasonCode, ScanFlag } from '@tongcheng/shared/rides/meanings';
import type { StatusColour } from '@tongcheng/shared/status-colours';
import type { Day, Instant } from '@tongcheng/shared/time';
import type { Mode, VenueKind } from '@tongcheng/shared/venues/kinds';
import { collection, type DocumentStore, type Stored } from '../../ports/document-store';

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
  /** Of an account that keeps its scans apart from others of the same person: its own mark of the day (`scanning/scans-apart.ts`). */
  readonly apart?: string;
  /** Of a family member: the mark of the family that scanned, of the day. Families of before left none. */
  readonly family?: string;
  readonly venueId: string;
  readonly mode: Mode;
  readonly venueKind: VenueKind;
  readonly lineId?: string;
  /** Where the venue stood, if it stands still: for doubts about travel, without asking for the venue again. */
  readonly lat?: number;
  readonly lng?: number;
  /** Of a tap (W-20): which way the gate let them through; its decision is a fact. */
  readonly gate?: DeviceDirection;
  readonly meaning: Meaning;
  readonly decision: Decision;
  readonly colour?: StatusColour | 'grey';
  readonly statusSource?: string;
  /** From when and until when that status held, where it did not admit; sealed, for it would link days (`scanning/scan-verdict.ts`). */
  readonly sealedStatus?: string;
  /** W-07: where a status was said to be, when it was missing here. */
  readonly statusElsewhere?: 'wechat' | 'alipay';
  readonly reasons: readonly ReasonCode[];
  readonly ruleId: string;
  readonly ruleVersion: number;
  readonly party: number;
  readonly flags: readonly ScanFlag[];
  /** Who registered: `rider`, `family` for somebody without a phone (W-19), `gate`, or a member of staff by id (W-21). */
  readonly by: string;
  /** Of what the phone sent, under the day's key: shows that another body has the same id, and nothing once the key is gone. */
  readonly digest: string;
  /** Which record of its rider's day it is; one, at least, in those of earlier releases. What a rider may do in a day is bounded by it. */
  readonly ordinal?: number;
  /** Of a correction (decision 106): what it corrects. All else is as in the scan itself, but for id, seals, `meaning` and `recordedAt`. */
  readonly corrects?: Corrects;
  /** Never stored, nor are the two after it: what a scan means by its latest correction ({@link file://./corrections/corrections.ts}). */
  readonly corrected?: Meaning;
  /** W-32: the rider was told no, by the verdict or by staff, and not let on after all. */
  readonly refused?: true;
  /** What staff decided last about this boarding, and when. */
  readonly staffDecision?: StaffDecision & { readonly at: Instant };
}

/** What staff decided about a boarding (W-32): to turn the rider away, whatever the verdict, or to let them on after all. */
export interface StaffDecision {
  readonly outcome: 'refused' | 'let-on';
  readonly reason: RefusalReason | ExceptionReason;
  readonly note?: string;
  /** The member of staff. */
  readonly by: string;
}

/** The scan that a correction is about, and what had been answered before. */
export interface Corrects {
  readonly scan: string;
  readonly answered: Meaning;
  readonly was: Meaning;
  readonly recordedAt: Instant;
  /** Of staff, not of the rider: the meaning stays, the boarding is decided anew. */
  readonly boarding?: StaffDecision;
}

/** The id of a scan within the installation. */
export const scanKey = (day: Day, scanId: string): string => `${day}.${scanId}`;

/** The phone's id of a scan. */
export const scanIdOf = ({ _id }: Pick<ScanRecord, '_id'>): string => _id.slice(_id.indexOf('.') + 1);

/** Whether a record counts towards rides and figures: a scan of a demonstration code never does, a correction is no scan. */
export const isCounted = ({ reasons, corrects }: Pick<ScanRecord, 'reasons' | 'corrects'>): boolean =>
  corrects === undefined && !reasons.includes('code-demonstration');

/** All scans, one partition a day. By rider for verdicts and reports, by venue for staff, by city for live figures. */
export const scans = collection<ScanRecord>()({
  name: 'scans',
  keep: { until: 'city-retention' },
  belongs: { to: 'rider-of-day', exported: 'rides' },
  added: { ordinal: 1 },
  partition: 'day',
  distributeBy: 'city',
  indexes: [
    ['city', 'rider', 'recordedAt'],
    ['venueId', 'recordedAt'],
    ['city', 'recordedAt'],
  ],
});

/** A scan of a city by its key. The city is named because scans live by it: then one server is asked, not all. */
export const readScan = (store: DocumentStore, city: string, key: string): Promise<Stored<ScanRecord> | undefined> =>
  store.find(scans, { where: { day: dayOfKey(key), city, _id: key }, limit: 1 }).then(({ items }) => items[0]);

/** Whether a scan is beyond what a person does in a day: it is kept and shown with its flag, and left out of sums, which say so. */
export const isOfFlood = ({ flags }: Pick<ScanRecord, 'flags'>): boolean => flags.includes('many-scans');

const dayOfKey = (key: string): Day => key.slice(0, key.indexOf('.'));
