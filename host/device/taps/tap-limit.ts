import { minuteMs } from '@tongcheng/shared/time';

/** Lets so many taps pass as riders make, and no more: what somebody could learn from a running gate by trying numbers is bounded by it. */
export interface TapLimit {
  /** Whether a tap may be looked up now. */
  take(): boolean;
}

/** Taps in a row that pass at once: a family with its cards. */
const burst = 8;
/** Two lanes of 45 riders a minute. */
export const usualTapsPerMinute = 90;

/** A limit of so many taps a minute over a clock in milliseconds that nobody sets. */
export function tapLimit(steady: () => number, perMinute: number): TapLimit {
  const [full, ofOne] = [burst * minuteMs, minuteMs];
  let [left, at] = [full, steady()];
  return {
    take() {
      const now = steady();
      left = Math.min(full, left + Math.max(0, now - at) * perMinute);
      at = now;
      if (left < ofOne) return false;
      left -= ofOne;
      return true;
    },
  };
}
