import { newId, type RandomBytes } from '@tongcheng/shared/ids';
import type { ScanInput } from '@tongcheng/shared/rides/wire';

/** What a phone with a good clock sends at once for a code that it read; the only literal of its kind in the tests. */
export const scanInput = (
  code: string,
  scannedAt: number,
  bytes: RandomBytes,
  more: Partial<ScanInput> = {},
): ScanInput => ({ scanId: newId(scannedAt, bytes), code, scannedAt, sentAt: scannedAt, ...more });
