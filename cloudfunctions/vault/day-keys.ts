import type { Day, Instant } from '@tongcheng/shared/time';
import { makeDayVault } from './day-vault';
import type { VaultNeeds } from './needs';
import { type DayScope, type DayVault, type KeyClass, keyClasses } from './vault';
import { withKey } from './with-key';

/** A day's key is read again after this long, so that a destroyed one is let go everywhere. */
const heldMs = 5_000;
/** Days held at once; a report of an old day pushes out the oldest. */
const maxDays = 64;

type DayNeeds = Pick<VaultNeeds, 'keyStore' | 'keys' | 'chance'>;

interface Held {
  readonly vault: Promise<DayVault | undefined>;
  readonly until: Instant;
}

/** Day keys: made once by whichever instance is first, held briefly, destroyed for ever. */
export function makeDayKeys(needs: VaultNeeds) {
  const held = new Map<string, Held>();
  return {
    day: (city: string, day: Day, keyClass: KeyClass = 'city'): Promise<DayVault | undefined> => {
      const id = idOf({ keyClass, city, day });
      const known = held.get(id);
      if (known && known.until > needs.clock.now()) return known.vault;
      const vault = openDay(needs, id);
      hold(held, id, { vault, until: needs.clock.now() + heldMs });
      vault.catch(() => held.delete(id));
      return vault;
    },
    destroyDay: async (city: string, day: Day, keyClass: KeyClass = 'city'): Promise<void> => {
      const id = idOf({ keyClass, city, day });
      await needs.keyStore.erase('day', id);
      held.delete(id);
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

function hold(held: Map<string, Held>, id: string, entry: Held): void {
  held.delete(id);
  held.set(id, entry);
  const oldest = held.keys().next();
  if (held.size > maxDays && !oldest.done) held.delete(oldest.value);
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
