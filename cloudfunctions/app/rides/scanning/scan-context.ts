import type { RiderCaller } from '@tongcheng/shared/caller';
import type { DeviceDirection } from '@tongcheng/shared/devices/device-place';
import { fail, ok, type Result } from '@tongcheng/shared/result';
import type { Point } from '@tongcheng/shared/rides/distance';
import type { Decision, ReasonCode } from '@tongcheng/shared/rides/meanings';
import { longestRideOfAnyModeMs } from '@tongcheng/shared/rides/replay/replay-state';
import { serviceDay } from '@tongcheng/shared/rides/service-hours';
import type { ScanInput } from '@tongcheng/shared/rides/wire';
import { addDays, type Day, dayStart } from '@tongcheng/shared/time';
import type { CitySettings } from '@tongcheng/shared/venues/city-settings';
import type { CodeState } from '@tongcheng/shared/venues/kinds';
import type { DayVault, Vault } from '../../../vault/vault';
import type { VenueRecord } from '../../venues/records';
import { scanKey } from '../scan-record';
import { subjectOf } from './scan-subject';
import { apartMark } from './scans-apart';

/** A rider on one service day, by the pseudonym of that day. */
interface RiderOfDay {
  readonly day: Day;
  readonly rider: string;
  /** Where their account keeps its scans apart from others of the same person: its mark of that day. */
  readonly apart: string | undefined;
}

/** A scan with all that is known of it before the rider's other scans are read. */
export interface ScanContext extends RiderOfDay {
  readonly input: ScanInput;
  /** Whose scan it is: the caller, or the caller as a member of their family. */
  readonly caller: RiderCaller;
  /** A revoked code comes this far for one reason: the scan may have been registered while the code was good. */
  readonly code: Extract<CodeState, 'valid' | 'demonstration' | 'revoked'>;
  readonly venue: VenueRecord;
  /** The stops of the line along which the venue moves, where the phone said where it is. */
  readonly way: readonly Point[];
  readonly settings: CitySettings;
  readonly dayVault: DayVault;
  /** The day before, where a ride of that day may still be under way. */
  readonly dayBefore: RiderOfDay | undefined;
  /** Signed by the phone that made it; asked of scans that were kept. */
  readonly signed: boolean;
  /** Of an assisted scan: who made it, and whether no register could be asked. */
  readonly assisted: { readonly staffId: string; readonly unchecked: boolean } | undefined;
  /** Of a tap: what the gate decided. Nothing is decided anew. */
  readonly tap: TapDecision | undefined;
  /** `_id` of the record. */
  readonly key: string;
  readonly subjectId: string;
}

/** What a gate decided at a tap, for ever as it was. */
export interface TapDecision {
  readonly direction: DeviceDirection;
  readonly decision: Decision;
  readonly reasons: readonly ReasonCode[];
  /** The holder's status is known to have turned red since. */
  readonly turned: boolean;
}

type Given = Pick<ScanContext, 'input' | 'signed' | 'caller' | 'code' | 'venue' | 'way' | 'settings' | 'assisted'> &
  Partial<Pick<ScanContext, 'tap'>>;

/** The context of a scan: its service day, the vault of that day, and the rider's pseudonyms. */
export const scanContext = async (vault: Vault, given: Given): Promise<Result<ScanContext, 'scan-too-old'>> => {
  const { input, signed, caller, code, venue, way, settings, assisted, tap } = given;
  const day = serviceDay(settings, input.scannedAt);
  const dayVault = await vault.day(venue.city, day);
  if (!dayVault) return fail('scan-too-old');
  const subjectId = subjectOf(caller);
  const dayBefore = await dayBeforeOf(vault, given, day, subjectId);
  // Written out, not spread: that would be a twentieth of all that a scan costs.
  return ok({
    input,
    signed,
    caller,
    code,
    venue,
    way,
    settings,
    assisted,
    tap,
    day,
    dayVault,
    key: scanKey(day, input.scanId),
    subjectId,
    rider: dayVault.pseudonym(subjectId),
    apart: apartMark(dayVault, caller),
    dayBefore,
  });
};

/** The day before a scan that is nearer to its day's start than the longest ride, while that day can be opened. */
async function dayBeforeOf(
  vault: Vault,
  { input, caller, venue, settings }: Given,
  day: Day,
  subjectId: string,
): Promise<RiderOfDay | undefined> {
  if (input.scannedAt - dayStart(day, settings.rolloverHour) >= longestRideOfAnyModeMs(settings.rides))
    return undefined;
  const before = addDays(day, -1);
  const dayVault = await vault.day(venue.city, before);
  return dayVault && { day: before, rider: dayVault.pseudonym(subjectId), apart: apartMark(dayVault, caller) };
}
