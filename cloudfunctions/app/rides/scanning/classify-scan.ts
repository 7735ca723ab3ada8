import type { Instant } from '@tongcheng/shared/time';
import type { ScanRecord } from '../scan-record';
import { buildScanRecord } from './build-scan-record';
import { digestOf } from './digest';
import { othersOf } from './known-scans';
import type { Readers } from './readers';
import type { ScanContext, ScanFailure } from './resolve-scan';
import { pseudonymOf, subjectsOf } from './scan-subject';

/** What is to be done with a scan, given what is known. */
export type ClassifiedScan =
  | { readonly is: 'new' | 'known'; readonly placed: ScanContext; readonly record: ScanRecord }
  | { readonly is: 'refused'; readonly code: ScanFailure };

/** Settles one scan against what is known: the same again is answered as before, something else under its id is a conflict, the rest is new. */
export const classifyScan = (
  placed: ScanContext,
  known: ReadonlyMap<string, ScanRecord>,
  readers: Readers,
  now: Instant,
): ClassifiedScan => {
  const record = known.get(placed.key);
  if (record)
    return isSame(placed, record) ? { is: 'known', placed, record } : { is: 'refused', code: 'scan-conflict' };
  if (placed.code === 'revoked') return { is: 'refused', code: 'code-revoked' };
  return { is: 'new', placed, record: buildScanRecord(placed, othersOf(placed, known.values()), readers(placed), now) };
};

/** The same rider sent the same thing; they may have been authenticated in between. */
function isSame({ caller, input, dayVault }: ScanContext, record: ScanRecord): boolean {
  if (record.digest !== digestOf(input, dayVault)) return false;
  return subjectsOf(caller).some((subject) => pseudonymOf(dayVault, subject) === record.rider);
}
