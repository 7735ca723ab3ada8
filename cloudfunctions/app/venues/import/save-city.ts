import type { CitySettings } from '@tongcheng/shared/venues/city-settings';
import type { Clock } from '../../../ports/clock';
import type { DocumentStore } from '../../../ports/document-store';
import { cities } from '../records';

/** Brings a city's settings into the store; says whether anything was written. The same settings twice change nothing. */
export const saveCity = async (
  { store, clock }: { store: DocumentStore; clock: Clock },
  settings: CitySettings,
): Promise<boolean> => {
  const record = { _id: settings.city, settings, changedAt: clock.now() };
  const stored = await store.get(cities, settings.city);
  if (!stored) return (await store.insert(cities, record)) === 'inserted';
  if (sortedJson(stored.settings) === sortedJson(settings)) return false;
  return (await store.update(cities, record, stored._v)) === 'updated';
};

/** A value as text, whatever order its fields were written in. */
export function sortedJson(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
}
