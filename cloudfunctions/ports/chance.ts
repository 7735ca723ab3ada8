import type { RandomBytes } from '@tongcheng/shared/ids';

/** Unpredictable bytes, injected (safety rule 14). */
export interface Chance {
  readonly bytes: RandomBytes;
}
