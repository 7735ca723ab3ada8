import { settlingMs } from '@tongcheng/shared/reports/due';
import { reportKeyOf, type StoredReportKey } from '@tongcheng/shared/reports/report-key';
import type { ReportRow } from '@tongcheng/shared/reports/wire';
import type { Instant } from '@tongcheng/shared/time';
import { scopeOf } from '../../venues/scope-of';
import { reports } from '../records';
import { reportRow } from '../rows';
import { reportSubjects } from '../subjects/list';
import type { ReportSubject } from '../subjects/subject';
import { formPlan } from './form-plan';
import type { FormingNeeds } from './needs';
import { planVersion, versionsOf } from './plan-version';

/**
 * Forms a report at once, of rides of a city when nothing else is said, whether or not its hour has come: the first version when there is none, else a supplement
 * when something arrived since. `until` is the snapshot, by default a minute ago, so that nothing on its way is missed.
 * Gives the forms of the day's last version; none when another runner is forming it or the city is not served.
 */
export async function formReport(
  needs: FormingNeeds,
  { until, ...stored }: StoredReportKey & { readonly until?: Instant },
  subjects: readonly ReportSubject[] = reportSubjects,
): Promise<readonly ReportRow[]> {
  const key = reportKeyOf(stored);
  const subject = subjects.find(({ name }) => name === key.subject);
  const scope = await scopeOf(needs, { level: key.level, code: key.city });
  if (!subject || !scope) return [];
  const now = needs.clock.now();
  await planVersion(needs, subject, scope, key, { now, until: until ?? now - settlingMs });
  const plan = (await versionsOf(needs, key)).at(-1);
  if (!plan) return [];
  if (plan.state === 'planned') await formPlan(needs, plan, subjects);
  const { items } = await needs.store.find(reports, { where: { planId: plan._id }, limit: 10 });
  return items.map(reportRow);
}
