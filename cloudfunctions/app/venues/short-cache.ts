import type { Instant } from '@tongcheng/shared/time';
import type { Clock } from '../../ports/clock';

interface Kept<V> {
  readonly value: Promise<V>;
  readonly until: Instant;
}

/** How long an answer may be believed: the bound within which a revoked code stops everywhere. */
export const believedForMs = 5_000;

const mostKept = 50_000;

/**
 * Remembers answers for {@link believedForMs}, so that a crowd at one venue costs one read. Who asks while an answer is
 * on its way shares it; a failed question is asked again. At most 50,000 answers are kept, the oldest go first.
 */
export const makeShortCache = <V>(clock: Clock, load: (key: string) => Promise<V>): ((key: string) => Promise<V>) => {
  const kept = new Map<string, Kept<V>>();
  return (key) => {
    const now = clock.now();
    const found = kept.get(key);
    if (found && found.until > now && found.until - now <= believedForMs) return found.value;
    const value = load(key);
    kept.delete(key);
    kept.set(key, { value, until: now + believedForMs });
    value.catch(() => kept.delete(key));
    dropOldest(kept);
    return value;
  };
};

function dropOldest(kept: Map<string, unknown>): void {
  if (kept.size <= mostKept) return;
  for (const oldest of kept.keys()) {
    kept.delete(oldest);
    return;
  }
}
