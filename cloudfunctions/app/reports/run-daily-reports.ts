import { dueDays, lastRound, settlingMs } from '@tongcheng/shared/reports/due';
import { addDays, type Day, dayOf } from '@tongcheng/shared/time';
import type { CitySettings } from '@tongcheng/shared/venues/city-settings';
import { scans } from '../rides/scan-record';
import { cities } from '../venues/records';
import { formPlan } from './forming/form-plan';
import type { FormingNeeds } from './forming/needs';
import { planVersion, versionsOf } from './forming/plan-version';
import { askRecipients } from './recipients/ask-recipients';
import { beginnings, plans } from './records';
import { deliverDue } from './sending/deliver';
import type { SendingNeeds } from './sending/needs';

/** What the timer takes: to form and to send. */
export interface DailyReportNeeds extends FormingNeeds, SendingNeeds {}

/** What a round did. */
export interface Round {
  readonly planned: number;
  readonly formed: number;
  readonly attempts: number;
}

/**
 * The timer's use case, as often as one likes: plans what is due, forms what is planned, sends what is queued.
 * Every step leaves a record from which the next run goes on, whoever makes it; any number may run at once. What fails in
 * one city or one mail is logged and stops no other.
 */
export async function runDailyReports(needs: DailyReportNeeds): Promise<Round> {
  let planned = 0;
  for await (const batch of needs.store.stream(cities, { where: {} })) {
    for (const { settings } of batch) {
      planned += (await guarded(needs, settings.city, () => planCity(needs, settings))) ?? 0;
    }
  }
  const formed = await formPlanned(needs);
  await guarded(needs, '', () => askRecipients(needs));
  const attempts = (await guarded(needs, '', () => deliverDue(needs))) ?? 0;
  return { planned, formed, attempts };
}

/** Plans the first version of every due day that has none, and supplements of days for which something arrived since. */
async function planCity(needs: DailyReportNeeds, settings: CitySettings): Promise<number> {
  const now = needs.clock.now();
  const round = lastRound(now, settings);
  let planned = 0;
  for (const day of dueDays(now, await firstDay(needs, settings), settings)) {
    const last = (await versionsOf(needs, settings.city, day)).at(-1);
    if (last && last.until >= round) continue;
    if (await planVersion(needs, settings, day, now, now - settlingMs)) planned += 1;
  }
  return planned;
}

/** The city's first day with a report: that of its first scan or, without any, the day before its first round. */
async function firstDay({ store, clock }: DailyReportNeeds, { city, rolloverHour }: CitySettings): Promise<Day> {
  const known = await store.get(beginnings, city);
  if (known) return known.firstDay;
  let first = addDays(dayOf(clock.now(), rolloverHour), -1);
  for (const day of await store.days(scans)) {
    if (day >= first) break;
    if ((await store.find(scans, { where: { day, city }, limit: 1 })).items.length > 0) first = day;
  }
  await store.insert(beginnings, { _id: city, firstDay: first });
  return (await store.get(beginnings, city))?.firstDay ?? first;
}

async function formPlanned(needs: DailyReportNeeds): Promise<number> {
  let formed = 0;
  for await (const batch of needs.store.stream(plans, { where: { state: 'planned' } })) {
    for (const plan of batch) if (await guarded(needs, plan.city, () => formPlan(needs, plan))) formed += 1;
  }
  return formed;
}

async function guarded<T>({ log }: DailyReportNeeds, city: string, work: () => Promise<T>): Promise<T | undefined> {
  try {
    return await work();
  } catch (cause) {
    log.event('fault', 'daily reports', {
      city,
      fault: cause instanceof Error ? (cause.stack ?? cause.name) : 'unknown',
    });
    return undefined;
  }
}
