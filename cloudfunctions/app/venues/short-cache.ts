import type { Instant } from '@tongcheng/shared/time';
import type { Clock } from '../../ports/clock';

interface CachedAnswer<V> {
  readonly value: Promise<V>;
  readonly until: Instant;
}

/** How old an answer may be: the bound within which a revoked code stops everywhere. */
const maxAgeMs = 5_000;

const maxAnswers = 50_000;

/**
 * Remembers answers for {@link maxAgeMs}, so that a crowd at one venue costs one read. Who asks while an answer is
 * on its way shares it; a failed question is asked again. At most 50,000 answers are kept, the oldest go first.
 */
export const makeShortCache = <V>(clock: Clock, load: (key: string) => Promise<V>): ((key: string) => Promise<V>) => {
  const cached = new Map<string, CachedAnswer<V>>();
  return (key) => {
    const now = clock.now();
    const found = cached.get(key);
    if (found && found.until > now && found.until - now <= maxAgeMs) return found.value;
    const value = load(key);
    cached.delete(key);
    cached.set(key, { value, until: now + maxAgeMs });
    value.catch(() => cached.delete(key));
    dropOldest(cached);
    return value;
  };
};

function dropOldest(cached: Map<string, unknown>): void {
  if (cached.size <= maxAnswers) return;
  for (const oldest of cached.keys()) {
    cached.delete(oldest);
    return;
  }
}
