import { idTime } from '@tongcheng/shared/ids';
import type { ScanInput } from '@tongcheng/shared/rides/wire';
import { type Instant, minuteMs } from '@tongcheng/shared/time';

/** How far a phone's clock may be off before it is set right. */
const toleranceMs = 5 * minuteMs;

/** Whether the phone's clock cannot be believed: then nothing is stored, and the phone corrects its clock and sends again. */
export const isClockWrong = (
  { scanId, scannedAt, sentAt }: Pick<ScanInput, 'scanId' | 'scannedAt' | 'sentAt'>,
  now: Instant,
): boolean => Math.abs(sentAt - now) > toleranceMs || scannedAt > sentAt || idTime(scanId) !== scannedAt;
