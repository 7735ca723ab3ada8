/** Past this many the oldest is let go. */
const maxCodes = 100_000;

/** What became of a code that somebody brings. */
export type Redeemed<T> =
  | { readonly was: 'good'; readonly value: T }
  | { readonly was: 'unknown' | 'used' | 'expired' };

/** Codes that are good once and for some minutes; used ones are remembered, since platforms tell them from wrong ones. */
export interface OneTimeCodes<T> {
  issue(value: T): string;
  redeem(code: string): Redeemed<T>;
}

/** Codes kept in memory. */
export function oneTimeCodes<T>(now: () => number, newCode: () => string, livesMs: number): OneTimeCodes<T> {
  const issued = new Map<string, { readonly value: T; readonly expiresAt: number; used: boolean }>();
  return {
    issue: (value) => {
      const oldest = issued.keys().next();
      if (issued.size >= maxCodes && !oldest.done) issued.delete(oldest.value);
      const code = newCode();
      issued.set(code, { value, expiresAt: now() + livesMs, used: false });
      return code;
    },
    redeem: (code) => {
      const found = issued.get(code);
      if (!found) return { was: 'unknown' };
      if (found.used) return { was: 'used' };
      if (found.expiresAt <= now()) return { was: 'expired' };
      found.used = true;
      return { was: 'good', value: found.value };
    },
  };
}
