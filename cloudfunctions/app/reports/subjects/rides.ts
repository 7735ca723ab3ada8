import type { CitySettings } from '@tongcheng/shared/venues/city-settings';
import { unlessDamaged } from '../../../ports/damaged-days';
import { recordAccess } from '../../audit/record-access';
import { refusals } from '../../rides/refusal-record';
import { scans } from '../../rides/scan-record';
import type { ScopeSettings } from '../../venues/scope-of';
import { forgottenSheets, reportSheets } from '../content/report-sheets';
import { storedSource } from '../content/stored-source';
import type { SubjectSource } from './subject';

/** Rides of a city and a service day: from its scans, for as long as these can be linked to a person. */
export const ridesSource: SubjectSource = {
  keptDays: (scope) => cityOf(scope).retentionDays,
  firstDay: async ({ store }, scope, latest) => {
    let first = latest;
    for (const day of await store.days(scans)) {
      if (day >= first) break;
      const one = () => store.find(scans, { where: { day, city: scope.code }, limit: 1 });
      if (await unlessDamaged(async () => (await one()).items.length > 0, true)) first = day;
    }
    return first;
  },
  anythingNew: async ({ store }, { city, day }, from, to) => {
    const query = { where: { day, city, recordedAt: { gte: from, lt: to } }, limit: 1 };
    if ((await store.find(scans, query)).items.length > 0) return true;
    return (await store.find(refusals, query)).items.length > 0;
  },
  content: async (needs, { plan, form, scope, stepSize }) => {
    const { city, day, _id } = plan;
    const settings = cityOf(scope);
    await recordAccess(needs, {
      purpose: 'daily-report',
      who: 'timer.daily-reports',
      city,
      day,
      what: `${_id}.${form}`,
      counts: { scans: await needs.store.count(scans, { day, city }) },
    });
    const dayVault = await needs.vault.day(city, day);
    if (!dayVault) return forgottenSheets(plan, form, settings);
    return reportSheets(storedSource(needs, plan, form, dayVault, stepSize), plan, form, settings);
  },
};

function cityOf(scope: ScopeSettings): CitySettings {
  if (scope.level === 'city') return scope.settings;
  throw new Error(`rides are reported by city, and ${scope.code} is a province`);
}
