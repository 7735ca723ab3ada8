import type { Text } from '@tongcheng/shared/text';
import type { Instant } from '@tongcheng/shared/time';
import type { VenueView } from '@tongcheng/shared/venues/wire';
import type { ScanOutcome } from './queued-scan';

/** A code that was read, and when. */
export interface ReadCode {
  readonly code: string;
  readonly readAt: Instant;
}

/** Where a scan stands, from the camera's first frame to its outcome. */
export type ScanState =
  | { readonly at: 'aiming' }
  /** The service is asked what the code is. */
  | ({ readonly at: 'identifying' } & ReadCode)
  /** It is shown what the code is; it goes by itself unless cancelled. `stays`: the rider is choosing the party, so it waits. */
  | ({ readonly at: 'showing'; readonly venue: VenueView; readonly party: number; readonly stays: boolean } & ReadCode)
  | ({ readonly at: 'recording'; readonly venue?: VenueView } & ReadCode)
  /** Cancelled by the rider: the camera waits for their wish. */
  | { readonly at: 'paused' }
  /** `read` is the ride code, `code` the name of the failure. */
  | { readonly at: 'refused'; readonly read: string; readonly code: string; readonly reason: Text }
  | { readonly at: 'done'; readonly outcome: Exclude<ScanOutcome, { readonly is: 'refused' }> };

/** Whether the camera may read the next code. */
export const isReading = (state: ScanState): boolean => state.at === 'aiming';
