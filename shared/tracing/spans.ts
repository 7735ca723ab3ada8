import { type Aboard, type Certainty, certainties, type Span } from './traced-ride';

/** What two intervals have in common; undefined where that is nothing, or less than `leastMs`. */
export const overlapOf = (one: Span, other: Span, leastMs: number): Span | undefined => {
  const [from, to] = [Math.max(one.from, other.from), Math.min(one.to, other.to)];
  return to - from >= Math.max(leastMs, 1) ? { from, to } : undefined;
};

/** The time that two riders shared, by the surest of the allowed certainties that gives any. */
export const sharedTime = (
  one: Aboard,
  other: Aboard,
  { leastMs, counted }: { readonly leastMs: number; readonly counted: readonly Certainty[] },
): { readonly certainty: Certainty; readonly shared: Span } | undefined => {
  for (const certainty of counted) {
    const [mine, theirs] = [one[certainty], other[certainty]];
    const shared = mine && theirs && overlapOf(mine, theirs, leastMs);
    if (shared) return { certainty, shared };
  }
  return undefined;
};

/** What counts where a city goes by what is proven, by the usual end, or by the bound. */
export const countedUntil = (inferredEnds: 'proven' | 'usual' | 'bound'): readonly Certainty[] =>
  certainties.slice(0, { proven: 1, usual: 2, bound: 3 }[inferredEnds]);
