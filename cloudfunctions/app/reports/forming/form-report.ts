import { settlingMs } from '@tongcheng/shared/reports/due';
import type { ReportRow } from '@tongcheng/shared/reports/wire';
import type { Day, Instant } from '@tongcheng/shared/time';
import { reports } from '../records';
import { reportRow } from '../rows';
import { formPlan } from './form-plan';
import type { FormingNeeds } from './needs';
import { planVersion, versionsOf } from './plan-version';

/**
 * Forms a day's report at once, whether or not its hour has come: the first version when there is none, else a supplement
 * when something arrived since. `until` is the snapshot, by default a minute ago, so that nothing on its way is missed.
 * Gives the forms of the day's last version; none when another runner is forming it or the city is not served.
 */
export async function formReport(
  needs: FormingNeeds,
  { city, day, until }: { readonly city: string; readonly day: Day; readonly until?: Instant },
): Promise<readonly ReportRow[]> {
  const settings = await needs.cityOf(city);
  if (!settings) return [];
  const now = needs.clock.now();
  await planVersion(needs, settings, day, now, until ?? now - settlingMs);
  const plan = (await versionsOf(needs, city, day)).at(-1);
  if (!plan) return [];
  if (plan.state === 'planned') await formPlan(needs, plan);
  const { items } = await needs.store.find(reports, { where: { planId: plan._id }, limit: 10 });
  return items.map(reportRow);
}
