import type { FeedScan } from '@tongcheng/shared/rides/wire';
import type { TimedTone } from '../platform/speaker';
import { isDeliveredLate } from './focus';

/** What can be heard. */
export type Sound = 'admit' | 'refer' | 'refuse' | 'offline';

/** One short high tone; two middle tones; one long low tone; a soft double click. */
export const sounds: Readonly<Record<Sound, readonly TimedTone[]>> = {
  admit: [{ afterMs: 0, forMs: 140, hertz: 1_320 }],
  refer: [
    { afterMs: 0, forMs: 180, hertz: 660 },
    { afterMs: 260, forMs: 180, hertz: 660 },
  ],
  refuse: [{ afterMs: 0, forMs: 900, hertz: 220 }],
  offline: [
    { afterMs: 0, forMs: 25, hertz: 440 },
    { afterMs: 120, forMs: 25, hertz: 440 },
  ],
};

const gravity: readonly Sound[] = ['refuse', 'refer', 'admit'];

/** One sound for all scans of one answer, the gravest; none for late deliveries. */
export const soundFor = (fresh: readonly FeedScan[]): Sound | undefined =>
  gravity.find((decision) => fresh.some((item) => item.decision === decision && !isDeliveredLate(item)));
