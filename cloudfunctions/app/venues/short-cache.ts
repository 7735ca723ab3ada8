import { elapsedTime } from '@tongcheng/shared/time';
import { LRUCache } from 'lru-cache';
import type { Clock } from '../../ports/clock';

/** How old an answer may be: the bound within which a revoked code stops everywhere. */
const maxAgeMs = 5_000;

/**
 * Remembers answers for {@link maxAgeMs}, so that a crowd at one venue costs one read. Who asks while an answer is
 * on its way shares it; a failed question is asked again. At most `max` answers are kept; those not asked for longest go first.
 */
export const makeShortCache = <V>(
  clock: Clock,
  load: (key: string) => Promise<V>,
  max = 50_000,
): ((key: string) => Promise<V>) => {
  // The package keeps an answer while its age is at most `ttl`; ours is over at five seconds. Told a `max` it would set memory aside for
  // that many at once, at each start of a function; told a size where each answer is one it grows with what is kept.
  const bound = { maxSize: max, sizeCalculation: () => 1 };
  const options = { ...bound, ttl: maxAgeMs - 1, ttlResolution: 0, perf: { now: elapsedTime(() => clock.now()) } };
  const cached = new LRUCache<string, Promise<V>>(options);
  return (key) => {
    const found = cached.get(key);
    if (found) return found;
    const value = load(key);
    cached.set(key, value);
    value.catch(() => cached.peek(key) === value && cached.delete(key));
    return value;
  };
};
