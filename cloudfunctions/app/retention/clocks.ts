import { provinceOf } from '@tongcheng/shared/scope';
import { addDays, type Day } from '@tongcheng/shared/time';
import { blockOf, type WithCapabilities } from '@tongcheng/shared/venues/capabilities';
import { defaultCoachRetentionDays } from '@tongcheng/shared/venues/coach-settings';
import type { DocumentStore } from '../../ports/document-store';
import type { KeyClass } from '../../vault/vault';
import { cities, provinces } from '../venues/records';

/** From which day on data is kept; undefined as long as nobody says. Earlier days are past their retention. */
export interface Clocks {
  /** Of one city. */
  readonly keptFrom: (keyClass: KeyClass, city: string) => Day | undefined;
  /** Of all cities together: before it no city keeps a day any more. */
  readonly keptAnywhereFrom: (keyClass: KeyClass) => Day | undefined;
  readonly cities: readonly string[];
}

/**
 * Reads the clocks: `retentionDays` of every city, and for coaches the longer of what the city and its province say, so that nothing is
 * destroyed which either still keeps; the default where neither says anything.
 */
export async function readClocks(store: DocumentStore, today: Day): Promise<Clocks> {
  const days = new Map<string, number>();
  const coachDays = new Map<string, number>();
  for await (const batch of store.stream(provinces, { where: {} }))
    for (const { settings } of batch) setCoachDays(coachDays, settings.province, settings);
  for await (const batch of store.stream(cities, { where: {} }))
    for (const { settings } of batch) {
      days.set(settings.city, settings.retentionDays);
      setCoachDays(coachDays, settings.city, settings);
    }
  const coachFrom = addDays(today, -Math.max(defaultCoachRetentionDays, ...coachDays.values()));
  const cityFrom = days.size === 0 ? undefined : addDays(today, -Math.max(0, ...days.values()));
  return {
    cities: [...days.keys()],
    keptFrom: (keyClass, city) => {
      if (keyClass === 'coach') return addDays(today, -coachDaysOf(coachDays, city));
      const own = days.get(city);
      return own === undefined ? undefined : addDays(today, -own);
    },
    keptAnywhereFrom: (keyClass) => (keyClass === 'coach' ? coachFrom : cityFrom),
  };
}

/** Settings kept from before the block had a number say nothing of it: the default. Beijing is city and province under one code. */
function setCoachDays(coachDays: Map<string, number>, code: string, settings: WithCapabilities): void {
  const coaches: { readonly retentionDays?: number } | undefined = blockOf(settings, 'coaches');
  if (!coaches) return;
  const said = coaches.retentionDays ?? defaultCoachRetentionDays;
  coachDays.set(code, Math.max(said, coachDays.get(code) ?? 0));
}

function coachDaysOf(coachDays: ReadonlyMap<string, number>, city: string): number {
  const said = [coachDays.get(city), coachDays.get(provinceOf(city))].filter((days) => days !== undefined);
  return said.length === 0 ? defaultCoachRetentionDays : Math.max(...said);
}
