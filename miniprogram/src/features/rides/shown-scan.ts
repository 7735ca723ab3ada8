import { verdictLivesMs } from '@tongcheng/shared/rides/live-code';
import type { Meaning } from '@tongcheng/shared/rides/meanings';
import type { ScanReply, Verdict } from '@tongcheng/shared/rides/wire';
import type { Instant } from '@tongcheng/shared/time';
import type { VenueView } from '@tongcheng/shared/venues/wire';
import { hasFields, type PhoneRecord, type Records } from '../../client/records';
import { offlineVerdictOf } from './offline-verdict';
import type { QueuedScan, ScanOutcome } from './queued-scan';

/** The last scan's outcome as shown: a verdict with the server's lead over the phone's clock, or a scan kept on the phone. */
export type ShownScan =
  | { readonly is: 'nothing' }
  | {
      readonly is: 'verdict';
      readonly reply: ScanReply;
      readonly aheadMs: number;
      /** What the phone had shown that the code is, before it was recorded. */
      readonly shown?: VenueView;
      /** Verdicts of the family that rides along, each of their own. */
      readonly family?: readonly ScanReply[];
      /** What the rider said since that it meant. */
      readonly corrected?: Meaning;
    }
  /** By the rules and the eligibility on the phone, where it has them. */
  | { readonly is: 'kept'; readonly scan: QueuedScan; readonly verdict?: Verdict };

/** Where the last outcome is kept, so that a reload within its minute shows it again. */
export const shownScanRecord: PhoneRecord<ShownScan> = {
  key: 'tc.shown-scan',
  empty: { is: 'nothing' },
  is: (value): value is ShownScan =>
    hasFields(value, 'is') &&
    (value.is === 'nothing' ||
      (value.is === 'kept' && hasFields(value, 'scan')) ||
      (value.is === 'verdict' &&
        hasFields(value, 'aheadMs', 'reply') &&
        hasFields(value.reply, 'verdict', 'venue', 'liveKey'))),
};

/** What is to be shown of an outcome that arrived at `now` by the phone's corrected clock. */
export const shownOf = (
  outcome: Exclude<ScanOutcome, { readonly is: 'refused' }>,
  now: Instant,
  records: Records,
): ShownScan =>
  outcome.is === 'kept'
    ? shownKept(outcome.scan, offlineVerdictOf(records, outcome.scan))
    : {
        is: 'verdict',
        reply: outcome.reply,
        aheadMs: outcome.serverAt - now,
        ...(outcome.shown && { shown: outcome.shown }),
        ...(outcome.family && { family: outcome.family }),
      };

const shownKept = (scan: QueuedScan, verdict: Verdict | undefined): ShownScan =>
  verdict ? { is: 'kept', scan, verdict } : { is: 'kept', scan };

/** Whether a verdict recorded at `recordedAt` still holds at `serverNow`; one from the future does not. */
export const isAlive = (recordedAt: Instant, serverNow: Instant): boolean =>
  serverNow - recordedAt < verdictLivesMs && serverNow - recordedAt > -verdictLivesMs;
