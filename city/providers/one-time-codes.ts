import { elapsedTime } from '@tongcheng/shared/time';
import { LRUCache } from 'lru-cache';

/** Codes kept at once, in memory: past this many the oldest is let go. A restart ends them, and the app asks for a new one by itself. */
const maxCodes = 20_000;

/** What became of a code that somebody brings; one that expired is as unknown as one that was never issued. */
export type Redeemed<T> = { readonly was: 'good'; readonly value: T } | { readonly was: 'unknown' | 'used' };

/** Codes that are good once and for some minutes; until then used ones are remembered, since platforms tell them from wrong ones. */
export interface OneTimeCodes<T> {
  issue(value: T): string;
  redeem(code: string): Redeemed<T>;
}

/** Codes that live so long on this clock. */
export function oneTimeCodes<T>(now: () => number, newCode: () => string, livesMs: number): OneTimeCodes<T> {
  // The package keeps a code while its age is at most `ttl`; ours is over when its life is.
  const bound = { maxSize: maxCodes, sizeCalculation: () => 1 };
  const options = { ...bound, ttl: livesMs - 1, ttlResolution: 0, perf: { now: elapsedTime(now) } };
  const issued = new LRUCache<string, { readonly value: T; used: boolean }>(options);
  return {
    issue: (value) => {
      const code = newCode();
      issued.set(code, { value, used: false });
      return code;
    },
    redeem: (code) => {
      const found = issued.get(code);
      if (!found) return { was: 'unknown' };
      if (found.used) return { was: 'used' };
      found.used = true;
      return { was: 'good', value: found.value };
    },
  };
}

/** Codes of the local sign-in service, for a subject; they live a minute, like those of a platform. */
export const signInCodes = (now: () => number, newCode: () => string): OneTimeCodes<string> =>
  oneTimeCodes(now, newCode, 60_000);
