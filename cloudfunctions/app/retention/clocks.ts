import { addDays, type Day } from '@tongcheng/shared/time';
import { blockOf, defaultCoachRetentionDays } from '@tongcheng/shared/venues/capabilities';
import type { DocumentStore } from '../../ports/document-store';
import type { KeyClass } from '../../vault/vault';
import { cities } from '../venues/records';

/** From which day on data is kept; undefined as long as nobody says. Earlier days are past their retention. */
export interface Clocks {
  /** Of one city. */
  readonly keptFrom: (keyClass: KeyClass, city: string) => Day | undefined;
  /** Of all cities together: before it no city keeps a day any more. */
  readonly keptAnywhereFrom: (keyClass: KeyClass) => Day | undefined;
  readonly cities: readonly string[];
}

/** Reads the clocks: `retentionDays` of every city, and that of its coaches; a city without coaches keeps theirs for the default. */
export async function readClocks(store: DocumentStore, today: Day): Promise<Clocks> {
  const days = new Map<string, number>();
  const coachDays = new Map<string, number>();
  for await (const batch of store.stream(cities, { where: {} }))
    for (const { settings } of batch) {
      days.set(settings.city, settings.retentionDays);
      const coaches: { readonly retentionDays?: number } | undefined = blockOf(settings, 'coaches');
      coachDays.set(settings.city, coaches?.retentionDays ?? defaultCoachRetentionDays);
    }
  const coachFrom = addDays(today, -Math.max(defaultCoachRetentionDays, ...coachDays.values()));
  const cityFrom = days.size === 0 ? undefined : addDays(today, -Math.max(0, ...days.values()));
  return {
    cities: [...days.keys()],
    keptFrom: (keyClass, city) => {
      if (keyClass === 'coach') return addDays(today, -(coachDays.get(city) ?? defaultCoachRetentionDays));
      const own = days.get(city);
      return own === undefined ? undefined : addDays(today, -own);
    },
    keptAnywhereFrom: (keyClass) => (keyClass === 'coach' ? coachFrom : cityFrom),
  };
}
