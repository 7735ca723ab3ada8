import { dayMs, type Instant } from '@tongcheng/shared/time';
import type { ScanRecord } from '../scan-record';

/** How long after it was registered a scan can be corrected by its rider. */
export const correctForMs = dayMs;

/** Whether the rider may still say what a scan meant. */
export const isCorrectable = ({ recordedAt }: Pick<ScanRecord, 'recordedAt'>, now: Instant): boolean =>
  now - recordedAt < correctForMs;
