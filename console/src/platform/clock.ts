import type { Instant } from '@tongcheng/shared/time';

/** The clock of this computer. Screens correct it by the server's (`serverAt`) before they judge an age. */
export const now = (): Instant => Date.now();
