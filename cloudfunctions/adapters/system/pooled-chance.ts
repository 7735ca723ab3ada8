import { randomFillSync } from 'node:crypto';
import type { Chance } from '../../ports/chance';

const poolBytes = 32 * 1024;

/** Bytes of the system's generator, fetched a pool at a time: a call for twelve bytes costs as much as one for thousands. */
export function pooledChance(): Chance {
  const pool = Buffer.alloc(poolBytes);
  let used = poolBytes;
  return {
    bytes: (size) => {
      if (size > poolBytes / 4) return randomFillSync(new Uint8Array(size));
      if (used + size > poolBytes) {
        randomFillSync(pool);
        used = 0;
      }
      // A copy of its own, and nothing of it stays in the pool: what was given out is known to its taker only.
      const taken = new Uint8Array(pool.subarray(used, used + size));
      pool.fill(0, used, used + size);
      used += size;
      return taken;
    },
  };
}
