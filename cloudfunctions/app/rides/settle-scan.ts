import type { Instant } from '@tongcheng/shared/time';
import { digestOf } from './digest';
import { othersOf } from './known-scans';
import type { PlacedInput, ScanFailure } from './place-scan';
import type { Readers } from './readers';
import type { ScanRecord } from './scan-record';
import { pseudonymOf, subjectsOf } from './subject';
import { weighScan } from './weigh-scan';

/** What is to be done with a scan, given what is known. */
export type Settled =
  | { readonly is: 'new' | 'known'; readonly placed: PlacedInput; readonly record: ScanRecord }
  | { readonly is: 'refused'; readonly code: ScanFailure };

/** Settles one scan against what is known: the same again is answered as before, something else under its id is a conflict, the rest is new. */
export const settleScan = (
  placed: PlacedInput,
  known: ReadonlyMap<string, ScanRecord>,
  readers: Readers,
  now: Instant,
): Settled => {
  const record = known.get(placed.key);
  if (record)
    return isSame(placed, record) ? { is: 'known', placed, record } : { is: 'refused', code: 'scan-conflict' };
  if (placed.code === 'revoked') return { is: 'refused', code: 'code-revoked' };
  return { is: 'new', placed, record: weighScan(placed, othersOf(placed, known.values()), readers(placed), now) };
};

/** The same rider sent the same thing; they may have been authenticated in between. */
function isSame({ caller, input, dayVault }: PlacedInput, record: ScanRecord): boolean {
  if (record.digest !== digestOf(input, dayVault)) return false;
  return subjectsOf(caller).some((subject) => pseudonymOf(dayVault, subject) === record.rider);
}
