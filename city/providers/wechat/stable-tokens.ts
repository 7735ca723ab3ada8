/** An access token of WeChat lives this long. */
const livesMs = 7_200_000;
/** In the last minutes of a token the next one is given out, and the old one holds to its end. */
const overlapMs = 300_000;

/** The tokens of `stable_token`: whoever asks gets the same one. */
export interface StableTokens {
  give(force: boolean): { readonly access_token: string; readonly expires_in: number };
  /** As WeChat judges a token that a call carries. */
  judge(token: string): 'good' | 'unknown' | 'expired';
  /** As when the app's secret is reset: no token holds any more. */
  endAll(): void;
}

/** Tokens kept in memory. */
export function stableTokens(now: () => number, newToken: () => string): StableTokens {
  const known = new Map<string, number>();
  let latest: { readonly token: string; readonly until: number } | undefined;
  const makeNew = () => {
    const made = { token: newToken(), until: now() + livesMs };
    known.set(made.token, made.until);
    latest = made;
    return made;
  };
  const endAll = () => {
    known.clear();
    latest = undefined;
  };
  return {
    give: (force) => {
      if (force) endAll();
      const current = latest && latest.until - overlapMs > now() ? latest : makeNew();
      return { access_token: current.token, expires_in: Math.floor((current.until - now()) / 1_000) };
    },
    judge: (token) => {
      const until = known.get(token);
      if (until === undefined) return 'unknown';
      return until > now() ? 'good' : 'expired';
    },
    endAll,
  };
}
