import { duePeriods, lastRound, settlingMs, takesSupplements } from '@tongcheng/shared/reports/due';
import { type ReportKey, reportName } from '@tongcheng/shared/reports/report-key';
import { addDays, type Day, dayOf } from '@tongcheng/shared/time';
import { offers } from '@tongcheng/shared/venues/capabilities';
import { allScopes, type ScopeSettings } from '../venues/scope-of';
import { formPlan } from './forming/form-plan';
import type { FormingNeeds } from './forming/needs';
import { planVersion, versionsOf } from './forming/plan-version';
import { defaultSlices, sliceEnd } from './forming/slice';
import { askRecipients } from './recipients/ask-recipients';
import { beginnings, plans } from './records';
import { deliverDue } from './sending/deliver';
import type { SendingNeeds } from './sending/needs';
import { reportSubjects } from './subjects/list';
import type { ReportSubject } from './subjects/subject';

/** What the timer takes: to form and to send. */
export interface DailyReportNeeds extends FormingNeeds, SendingNeeds {
  /** Of a host that is about to stop: what it cuts off is no fault, and due again. */
  readonly stopping?: AbortSignal;
}

/** What a round did. */
export interface Round {
  readonly planned: number;
  readonly formed: number;
  readonly attempts: number;
}

/**
 * The timer's use case, as often as one likes: plans what is due of every subject, forms what is planned, sends what is
 * queued. Every step leaves a record from which the next run goes on, whoever makes it; any number may run
 * at once. What fails in one city, one subject or one mail is logged and stops no other.
 */
export async function runDailyReports(
  needs: DailyReportNeeds,
  subjects: readonly ReportSubject[] = reportSubjects,
): Promise<Round> {
  let planned = 0;
  for await (const scope of allScopes(needs.store)) {
    for (const subject of subjects.filter(({ level }) => level === scope.level))
      planned += (await guarded(needs, scope.code, () => planScope(needs, subject, scope))) ?? 0;
  }
  const formed = await formPlanned(needs, subjects);
  await guarded(needs, '', () => askRecipients(needs));
  const attempts = (await guarded(needs, '', () => deliverDue(needs, subjects))) ?? 0;
  return { planned, formed, attempts };
}

/** Plans the first version of every due period that has none, and supplements of those for which something arrived since. */
async function planScope(needs: DailyReportNeeds, subject: ReportSubject, scope: ScopeSettings): Promise<number> {
  if (!offers(scope.settings, subject.capability)) return 0;
  const now = needs.clock.now();
  const round = lastRound(now, scope.settings);
  const settings = { ...scope.settings, retentionDays: subject.keptDays(scope) };
  let planned = 0;
  for (const day of duePeriods(subject.period, now, await firstDay(needs, subject, scope), settings)) {
    const key: ReportKey = { subject: subject.name, ...keyOf(subject, scope), day };
    const last = (await versionsOf(needs, key)).at(-1);
    if (last && (last.until >= round || !takesSupplements(key, subject.supplementDays, now, settings))) continue;
    const plan = () => planVersion(needs, subject, scope, key, { now, until: now - settlingMs });
    if (await guarded(needs, scope.code, plan)) planned += 1;
  }
  return planned;
}

const keyOf = ({ level, period }: ReportSubject, { code }: ScopeSettings) => ({ level, city: code, period });

/** The first day with a report: that of the first fact or, without any, the day before the first round. */
async function firstDay(needs: DailyReportNeeds, subject: ReportSubject, scope: ScopeSettings): Promise<Day> {
  const today = dayOf(needs.clock.now(), scope.settings.rolloverHour);
  const _id = beginningOf({ subject: subject.name, ...keyOf(subject, scope), day: today });
  const known = await needs.store.get(beginnings, _id);
  if (known) return known.firstDay;
  const first = await subject.firstDay(needs, scope, addDays(today, -1));
  await needs.store.insert(beginnings, { _id, firstDay: first });
  return (await needs.store.get(beginnings, _id))?.firstDay ?? first;
}

/** The name of a report without its period, which stands last: for rides of a city, the city. */
const beginningOf = (key: ReportKey): string => reportName(key).split('.').slice(0, -1).join('.');

async function formPlanned(needs: DailyReportNeeds, subjects: readonly ReportSubject[]): Promise<number> {
  let formed = 0;
  const until = sliceEnd(needs.clock.now(), needs.slices ?? defaultSlices);
  for await (const batch of needs.store.stream(plans, { where: { state: 'planned' } })) {
    for (const plan of batch) {
      if (needs.clock.now() >= until) return formed;
      if (await guarded(needs, plan.city, () => formPlan(needs, plan, subjects, until))) formed += 1;
    }
  }
  return formed;
}

async function guarded<T>(
  { log, stopping }: DailyReportNeeds,
  city: string,
  work: () => Promise<T>,
): Promise<T | undefined> {
  try {
    return await work();
  } catch (cause) {
    if (stopping?.aborted) return undefined;
    log.event('fault', 'daily reports', {
      city,
      fault: cause instanceof Error ? (cause.stack ?? cause.name) : 'unknown',
    });
    return undefined;
  }
}
