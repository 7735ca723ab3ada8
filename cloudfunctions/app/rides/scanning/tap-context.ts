import { unansweredEligibility } from '@tongcheng/shared/eligibility';
import { idTime } from '@tongcheng/shared/ids';
import { fail, type Result } from '@tongcheng/shared/result';
import { dayMs, type Instant } from '@tongcheng/shared/time';
import type { CitySettings } from '@tongcheng/shared/venues/city-settings';
import type { Vault } from '../../../vault/vault';
import type { VenueRecord } from '../../venues/records';
import type { ScanFailure } from './resolve-scan';
import { type ScanContext, scanContext, type TapDecision } from './scan-context';

/** A tap of a linked card at a gate, with whose it is. */
export interface Tap {
  /** Made by the gate at the tap: its time is the tap's. */
  readonly tapId: string;
  readonly deviceId: string;
  /** The holder, and nobody else, also where another bound the card for them (W-33). */
  readonly personId: string;
  readonly venue: VenueRecord;
  readonly settings: CitySettings;
  readonly decision: TapDecision;
}

/**
 * A tap as a scan of its holder at the gate's venue (W-20), with the day's pseudonym and the id that the gate gave it: what rides, feed, reports and
 * tracing read is the same record that a phone's scan makes.
 */
export async function tapContext(vault: Vault, tap: Tap, now: Instant): Promise<Result<ScanContext, ScanFailure>> {
  const { tapId, deviceId, personId, venue, settings, decision } = tap;
  const scannedAt = idTime(tapId);
  if (now - scannedAt > settings.rides.offlineDays * dayMs) return fail('scan-too-old');
  const nobody = { kind: 'rider', address: '', sessionId: '', accountId: '' } as const;
  return scanContext(vault, {
    input: { scanId: tapId, code: `tap.${deviceId}`, scannedAt, sentAt: now },
    signed: true,
    code: 'valid',
    caller: { ...nobody, personId, eligibility: unansweredEligibility },
    ...{ venue, settings, way: [], assisted: undefined, tap: decision },
  });
}
