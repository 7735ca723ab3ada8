import { addDays, type Day } from '@tongcheng/shared/time';
import type { DocumentStore } from '../../ports/document-store';
import type { KeyClass } from '../../vault/vault';
import { cities } from '../venues/records';

/** Real-name manifests of coaches are kept at least a year (domain: three clocks of retention). */
const coachRetentionDays = 366;

/** From which day on data is kept; undefined as long as nobody says. Earlier days are past their retention. */
export interface Clocks {
  /** Of one city. */
  readonly keptFrom: (keyClass: KeyClass, city: string) => Day | undefined;
  /** Of all cities together: before it no city keeps a day any more. */
  readonly keptAnywhereFrom: (keyClass: KeyClass) => Day | undefined;
  readonly cities: readonly string[];
}

/** Reads the clocks: `retentionDays` of every city, and a year for coaches. */
export async function readClocks(store: DocumentStore, today: Day): Promise<Clocks> {
  const days = new Map<string, number>();
  for await (const batch of store.stream(cities, { where: {} }))
    for (const { settings } of batch) days.set(settings.city, settings.retentionDays);
  const coachFrom = addDays(today, -coachRetentionDays);
  const cityFrom = days.size === 0 ? undefined : addDays(today, -Math.max(0, ...days.values()));
  return {
    cities: [...days.keys()],
    keptFrom: (keyClass, city) => {
      if (keyClass === 'coach') return coachFrom;
      const own = days.get(city);
      return own === undefined ? undefined : addDays(today, -own);
    },
    keptAnywhereFrom: (keyClass) => (keyClass === 'coach' ? coachFrom : cityFrom),
  };
}
