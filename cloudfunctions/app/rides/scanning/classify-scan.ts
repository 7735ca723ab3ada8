import { fail, ok, type Result } from '@tongcheng/shared/result';
import type { DeriveMeaning } from '@tongcheng/shared/rides/meaning';
import type { Instant } from '@tongcheng/shared/time';
import type { ScanRecord } from '../scan-record';
import { buildScanRecord, digestOf } from './build-scan-record';
import { otherScansOf } from './earlier-scans';
import type { ScanContext } from './scan-context';
import { dailyLimit, ordinalOf } from './scan-ordinal';
import { subjectsOf } from './scan-subject';

/** A scan with its record: a new one, or the one under which it was registered before. */
export interface RecordedScan {
  readonly context: ScanContext;
  readonly record: ScanRecord;
  /** This very call makes the record. */
  readonly isNew: boolean;
}

/**
 * The same scan again has the record it had; something else under its id is a conflict; the rest is new, unless its code is revoked or
 * its rider has scanned more that day than the city takes.
 */
export const classifyScan = (
  context: ScanContext,
  earlier: ReadonlyMap<string, ScanRecord>,
  derive: DeriveMeaning,
  now: Instant,
): Result<RecordedScan, 'scan-conflict' | 'code-revoked' | 'too-many-scans'> => {
  const registered = earlier.get(context.key);
  if (registered) return asRegistered(context, registered);
  if (context.code === 'revoked') return fail('code-revoked');
  const ordinal = ordinalOf(context, earlier.values());
  const limit = dailyLimit(context, ordinal);
  if (limit === 'too-many') return fail('too-many-scans');
  const place = { ordinal, isMany: limit === 'many' };
  const record = buildScanRecord(context, place, otherScansOf(context, earlier.values()), derive, now);
  return ok({ context, record, isNew: true });
};

/** A scan whose id is registered: the same rider sent the same thing (they may have been authenticated in between), or it is a conflict. */
export function asRegistered(context: ScanContext, record: ScanRecord): Result<RecordedScan, 'scan-conflict'> {
  const { caller, input, dayVault } = context;
  const isSame =
    record.digest === digestOf(input, dayVault) &&
    subjectsOf(caller).some((subject) => dayVault.pseudonym(subject) === record.rider);
  return isSame ? ok({ context, record, isNew: false }) : fail('scan-conflict');
}
