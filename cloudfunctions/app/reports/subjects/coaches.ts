import { provinceOf as provinceCodeOf } from '@tongcheng/shared/scope';
import { blockOf } from '@tongcheng/shared/venues/capabilities';
import type { CitySettings } from '@tongcheng/shared/venues/city-settings';
import { type CoachRules, coachRulesOf, unlessSaid } from '@tongcheng/shared/venues/coach-rules';
import { defaultCoachRetentionDays } from '@tongcheng/shared/venues/coach-settings';
import { unlessDamaged } from '../../../ports/damaged-days';
import type { DocumentStore, Where } from '../../../ports/document-store';
import type { DayVault, Vault } from '../../../vault/vault';
import { recordAccess } from '../../audit/record-access';
import { coachCity } from '../../coaches/coach-city';
import { type DepartureEventRecord, departureEvents } from '../../coaches/departure-event-record';
import { departureStops, departuresReaching } from '../../coaches/departure-stop-record';
import { judged } from '../../coaches/departure-view';
import type { ScopeSettings } from '../../venues/scope-of';
import { coachSheets, forgottenCoachSheets } from '../content/coaches/coach-sheets';
import { noCoachSums } from '../content/coaches/coach-sums';
import { type TellingPlace, type ToldWithStanding, toldDepartures } from '../content/coaches/told-departures';
import type { FormingNeeds } from '../forming/needs';
import type { ReportPlan } from '../records';
import type { SubjectSource } from './subject';

/**
 * Coaches of a city and a civil day in Shanghai (R-01, L-12): departures that leave it and departures that end or stop in it, with their passengers,
 * from what happened to them as it was recorded.
 */
export const coachesSource: SubjectSource = {
  keptDays: (scope) => {
    // Settings kept from before the block had a number say nothing of it.
    const block: { readonly retentionDays?: number } | undefined = blockOf(cityOf(scope), 'coaches');
    return block?.retentionDays ?? defaultCoachRetentionDays;
  },
  firstDay: async ({ store }, scope, latest) => {
    for (const day of await store.days(departureEvents)) {
      if (day >= latest) break;
      const has = () => hasAny(store, scope.code, { day });
      if (await unlessDamaged(has, true)) return day;
    }
    return latest;
  },
  anythingNew: async ({ store }, { city, day }, from, to) => {
    const recordedAt = { gte: from, lt: to };
    if (await isThere(store, { day, city, recordedAt })) return true;
    return arrivesChanged(store, city, day, from, to);
  },
  content: async (needs, { plan, form, scope, stepSize }) => {
    const { city, day, _id } = plan;
    const settings = cityOf(scope);
    await recordAccess(needs, {
      ...{ purpose: 'daily-report', who: 'timer.daily-reports', city, day, what: `${_id}.${form}` },
      counts: { events: await needs.store.count(departureEvents, { day, city }) },
    });
    const dayOf = dayVaults(needs.vault, day);
    if (!(await dayOf(city))) return forgottenCoachSheets(plan, form, settings);
    const rules = coachRulesOf(settings, await needs.provinceOf(provinceCodeOf(city)));
    const asked = rules?.asksAddressesTo ?? [];
    const telling = {
      ...{ plan, form, sums: noCoachSums() },
      asksAddresses: (to: string | undefined) =>
        to !== undefined && (asked.includes(to) || asked.includes(provinceCodeOf(to))),
    };
    const departures = (from: TellingPlace) => judgedDepartures(needs, plan, from);
    return coachSheets({ departures, dayOf }, telling, plan, form, settings, stepSize);
  },
};

function cityOf(scope: ScopeSettings): CitySettings {
  if (scope.level === 'city') return scope.settings;
  throw new Error(`coaches are reported by city, and ${scope.code} is a province`);
}

const isThere = async (store: DocumentStore, where: Where<DepartureEventRecord>): Promise<boolean> =>
  (await store.find(departureEvents, { where, limit: 1 })).items.length > 0;

const hasAny = async (store: DocumentStore, city: string, { day }: { readonly day: string }): Promise<boolean> =>
  (await isThere(store, { day, city })) ||
  (await isThere(store, { day, destinationCity: city })) ||
  (await store.find(departureStops, { where: { day, reaches: city }, limit: 1 })).items.length > 0;

/** Whether anything of a departure from elsewhere that ends or stops in the city was recorded in the time. */
async function arrivesChanged(store: DocumentStore, reached: string, day: string, from: number, to: number) {
  const recordedAt = { gte: from, lt: to };
  for (const { city, departureId } of await departuresReaching(store, reached, [day]))
    if (city !== reached && (await isThere(store, { day, city, departureId, recordedAt }))) return true;
  return false;
}

/** Departures with where their registration stood when the snapshot ended; a city's rules are asked for once. */
async function* judgedDepartures(
  needs: FormingNeeds,
  plan: ReportPlan,
  from: TellingPlace,
): AsyncGenerator<ToldWithStanding> {
  const asked = new Map<string, Promise<CoachRules>>();
  for await (const told of toldDepartures(needs.store, plan, from)) {
    const { city } = told.read;
    const known = asked.get(city) ?? rulesIn(needs, city);
    asked.set(city, known);
    yield { ...told, completeness: judged(told.read, { rules: await known, now: plan.until }) };
  }
}

/** The rules of a city's coaches; of one that has none any more the requirements' own. */
async function rulesIn(needs: FormingNeeds, city: string): Promise<CoachRules> {
  const place = await coachCity(needs, city);
  return place.ok ? place.value.rules : unlessSaid;
}

/** The coach day of each city, asked for once. */
function dayVaults(vault: Vault, day: string): (city: string) => Promise<DayVault | undefined> {
  const asked = new Map<string, Promise<DayVault | undefined>>();
  return (city) => {
    const known = asked.get(city) ?? vault.day(city, day, 'coach');
    asked.set(city, known);
    return known;
  };
}
