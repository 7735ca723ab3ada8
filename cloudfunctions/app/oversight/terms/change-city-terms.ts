import type { Instant } from '@tongcheng/shared/time';
import type { CitySettings } from '@tongcheng/shared/venues/city-settings';
import type { Clock } from '../../../ports/clock';
import type { DocumentStore } from '../../../ports/document-store';
import { type CityTermsRecord, cities, cityTerms, withTerms } from '../../venues/records';
import { keepRuleVersions } from '../../venues/rule-version-record';

interface Needs {
  readonly store: DocumentStore;
  readonly clock: Clock;
}

/** What the console's officials have changed of a city, as it stands in the store. */
export const readTerms = async ({ store }: Pick<Needs, 'store'>, city: string): Promise<CityTermsRecord> => {
  const { _v, ...stored } = (await store.get(cityTerms, city)) ?? { _v: 0, ...untouched(city) };
  return stored;
};

const untouched = (city: string): CityTermsRecord => ({ _id: city, proposals: [], changedAt: 0 });

/** A city's announcements and rules in force and to come, straight from the store: an official who edits sees no older ones. */
export async function settingsWithTerms(
  { store }: Pick<Needs, 'store'>,
  city: string,
): Promise<CitySettings | undefined> {
  const stored = await store.get(cities, city);
  return stored && withTerms(stored.settings, await readTerms({ store }, city));
}

/** Why a step changed nothing. */
interface Refused<C extends string> {
  readonly refused: C;
}

/**
 * Changes a city's terms by one step, tried again when somebody else changed them meanwhile. `step` gets the settings in force with
 * the terms in them and gives what is to be stored, or why nothing is; `record` puts it on record before it is stored.
 */
export async function changeTerms<C extends string>(
  needs: Needs,
  city: string,
  step: (settings: CitySettings, terms: CityTermsRecord, now: Instant) => CityTermsRecord | Refused<C>,
  record: () => Promise<void> = async () => undefined,
): Promise<CitySettings | Refused<C | 'city-unknown'>> {
  for (;;) {
    const stored = await needs.store.get(cities, city);
    if (!stored) return { refused: 'city-unknown' };
    const held = await needs.store.get(cityTerms, city);
    const { _v, ...terms } = held ?? { _v: 0, ...untouched(city) };
    const now = needs.clock.now();
    const next = step(withTerms(stored.settings, terms), terms, now);
    if ('refused' in next) return next;
    await record();
    if (next.rules) await keepRuleVersions(needs, next.rules);
    const changed = { ...next, changedAt: now };
    const kept = held
      ? (await needs.store.update(cityTerms, changed, _v)) === 'updated'
      : (await needs.store.insert(cityTerms, changed)) === 'inserted';
    if (kept) return withTerms(stored.settings, changed);
  }
}
