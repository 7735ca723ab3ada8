import type { Day } from '@tongcheng/shared/time';
import type { DocumentStore } from '../../../ports/document-store';
import { SealBroken, type Vault } from '../../../vault/vault';
import { scans } from '../../rides/scan-record';

/** Days of scans, by whether their rides open. */
export interface OpenDays {
  readonly open: number;
  readonly forgotten: number;
  /** Days that open though their key was destroyed, or do not though it is there: `420100 2026-10-31`. */
  readonly wrong: readonly string[];
}

/**
 * Tries a scan of each city's day: it must open where the day's key is held, and must not where it was destroyed. For a scratch place:
 * of a day whose key was lost another one is made.
 */
export async function tryDays({
  store,
  vault,
}: {
  readonly store: DocumentStore;
  readonly vault: Vault;
}): Promise<OpenDays> {
  const live = new Set((await vault.liveDays()).map(({ keyClass, city, day }) => `${keyClass} ${city} ${day}`));
  const wrong: string[] = [];
  let [open, forgotten] = [0, 0];
  for (const day of await store.days(scans))
    for (const city of await citiesOf(store, day)) {
      const opens = await opensOne({ store, vault }, city, day);
      if (opens) open += 1;
      else forgotten += 1;
      if (opens !== live.has(`city ${city} ${day}`)) wrong.push(`${city} ${day}`);
    }
  return { open, forgotten, wrong };
}

/** Cities by jumps over the index: no scan of the day need be read. */
async function citiesOf(store: DocumentStore, day: Day): Promise<readonly string[]> {
  const found: string[] = [];
  for (;;) {
    const city = { gt: found.at(-1) ?? '' };
    const { items } = await store.find(scans, {
      where: { day, city },
      order: { by: 'city', direction: 'asc' },
      limit: 1,
    });
    if (!items[0]) return found;
    found.push(items[0].city);
  }
}

async function opensOne(
  { store, vault }: { readonly store: DocumentStore; readonly vault: Vault },
  city: string,
  day: Day,
): Promise<boolean> {
  const { items } = await store.find(scans, { where: { day, city }, limit: 1 });
  const [scan, key] = [items[0], await vault.day(city, day)];
  if (!scan || !key) return false;
  try {
    return key.open(scan._id, scan.sealed).subjectId !== '';
  } catch (broken) {
    if (broken instanceof SealBroken) return false;
    throw broken;
  }
}
