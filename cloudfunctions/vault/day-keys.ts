import { type Day, elapsedTime } from '@tongcheng/shared/time';
import { LRUCache } from 'lru-cache';
import type { ErasedKey } from '../ports/key-store';
import { makeDayVault } from './day-vault';
import type { VaultNeeds } from './needs';
import { type DayScope, type DayVault, type KeyClass, keyClasses } from './vault';
import { withKey } from './with-key';

/** A day's key is read again after this long, so that a destroyed one is let go everywhere. */
const heldMs = 5_000;
/** Days held at once; one more pushes out the one that was not asked for longest. */
const maxDays = 64;

type DayNeeds = Pick<VaultNeeds, 'keyStore' | 'keys' | 'chance'>;

/** Day keys: made once by whichever instance is first, held briefly, destroyed for ever. */
export function makeDayKeys(needs: VaultNeeds) {
  // The package holds a key while its age is at most `ttl`; ours is over at five seconds.
  const options = {
    max: maxDays,
    ttl: heldMs - 1,
    ttlResolution: 0,
    perf: { now: elapsedTime(() => needs.clock.now()) },
  };
  const held = new LRUCache<string, Promise<DayVault | undefined>>(options);
  return {
    day: (city: string, day: Day, keyClass: KeyClass = 'city'): Promise<DayVault | undefined> => {
      const id = idOf({ keyClass, city, day });
      const known = held.get(id);
      if (known) return known;
      const vault = openDay(needs, id);
      held.set(id, vault);
      vault.catch(() => held.peek(id) === vault && held.delete(id));
      return vault;
    },
    destroyDays: async (days: readonly DayScope[]): Promise<ErasedKey> => {
      const ids = days.map(idOf);
      try {
        return await needs.keyStore.erase('day', ids);
      } finally {
        for (const id of ids) held.delete(id);
      }
    },
    liveDays: async (): Promise<readonly DayScope[]> => {
      const live: DayScope[] = [];
      for await (const batch of needs.keyStore.held('day')) live.push(...batch.map(scopeOf));
      return live;
    },
  };
}

/** Keys of the class `city` keep the ids of the time before classes. */
const idOf = ({ keyClass, city, day }: DayScope): string =>
  keyClass === 'city' ? `${city}.${day}` : `${keyClass}.${city}.${day}`;

function scopeOf(id: string): DayScope {
  const keyClass = keyClasses.find((each) => id.startsWith(`${each}.`)) ?? 'city';
  const rest = id.startsWith(`${keyClass}.`) ? id.slice(keyClass.length + 1) : id;
  const at = rest.lastIndexOf('.');
  return { keyClass, city: rest.slice(0, at), day: rest.slice(at + 1) };
}

async function openDay({ keyStore, keys, chance }: DayNeeds, id: string): Promise<DayVault | undefined> {
  const context = `day:${id}`;
  const opened = (key: Uint8Array) => withKey(key, () => makeDayVault(key, chance.bytes));
  const found = await keyStore.get('day', id);
  if (found) return found.state === 'erased' ? undefined : opened(await keys.unwrap(found.wrapped, context));
  const key = chance.bytes(32);
  const first = await keyStore.putIfAbsent('day', id, await keys.wrap(key, context));
  if (first === 'put') return opened(key);
  key.fill(0);
  return openDay({ keyStore, keys, chance }, id);
}
