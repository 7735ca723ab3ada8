import type { Instant } from '@tongcheng/shared/time';
import type { Clock } from '../../ports/clock';

/** How much of something is allowed in which time. */
interface Allowance {
  readonly max: number;
  readonly perSeconds: number;
}

/**
 * Counts in memory, per instance: against floods. What protects identity checks is stored (`attempts/take-attempt.ts`). Our own, since
 * packages that limit rates in memory (rate-limiter-flexible, limiter) read the machine's clock.
 */
export interface Limits {
  /** True while the allowance of this key is not used up in the current window. */
  take(key: string, allowance: Allowance): boolean;
  /** When the current window of an allowance is over. */
  endOf(allowance: Pick<Allowance, 'perSeconds'>): Instant;
}

/** Past this many keys the longest known is let go; a flood of new keys never frees all others at once. */
const maxKeys = 100_000;

/** Fixed windows: simple, constant work, at most twice the allowance across a border. */
export function makeLimits(clock: Clock): Limits {
  const counts = new Map<string, { readonly window: number; used: number }>();
  return {
    endOf: ({ perSeconds }) => (Math.floor(clock.now() / (perSeconds * 1_000)) + 1) * perSeconds * 1_000,
    take: (key, { max, perSeconds }) => {
      const window = Math.floor(clock.now() / (perSeconds * 1_000));
      const held = counts.get(key);
      if (held?.window === window) {
        held.used += 1;
        return held.used <= max;
      }
      counts.delete(key);
      if (counts.size >= maxKeys) dropOldest(counts);
      counts.set(key, { window, used: 1 });
      return max >= 1;
    },
  };
}

function dropOldest(counts: Map<string, unknown>): void {
  const oldest = counts.keys().next();
  if (!oldest.done) counts.delete(oldest.value);
}
