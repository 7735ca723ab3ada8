import type { DeriveMeaning } from '@tongcheng/shared/rides/meaning';
import type { Instant } from '@tongcheng/shared/time';
import type { ScanRecord } from '../scan-record';
import { buildScanRecord, digestOf } from './build-scan-record';
import { otherScansOf } from './earlier-scans';
import type { ScanContext } from './scan-context';
import { subjectsOf } from './scan-subject';

/** What a delivered scan is, given the scans that are registered: a new one with its record, one registered before, or one refused. */
export type ClassifiedScan =
  | { readonly is: 'new' | 'known'; readonly record: ScanRecord }
  | { readonly is: 'refused'; readonly code: 'scan-conflict' | 'code-revoked' };

/** The same scan again is known; something else under its id is a conflict; the rest is new, unless its code is revoked. */
export const classifyScan = (
  context: ScanContext,
  registered: ReadonlyMap<string, ScanRecord>,
  derive: DeriveMeaning,
  now: Instant,
): ClassifiedScan => {
  const record = registered.get(context.key);
  if (record) return isSameScan(context, record) ? { is: 'known', record } : { is: 'refused', code: 'scan-conflict' };
  if (context.code === 'revoked') return { is: 'refused', code: 'code-revoked' };
  const others = otherScansOf(context, registered.values());
  return { is: 'new', record: buildScanRecord(context, others, derive, now) };
};

/** Whether the same rider sent the same thing; they may have been authenticated in between. */
export function isSameScan({ caller, input, dayVault }: ScanContext, record: ScanRecord): boolean {
  if (record.digest !== digestOf(input, dayVault)) return false;
  return subjectsOf(caller).some((subject) => dayVault.pseudonym(subject) === record.rider);
}
