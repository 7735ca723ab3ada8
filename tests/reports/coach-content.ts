import type { ReportPlan } from '@tongcheng/cloudfunctions/app/reports/records';
import { coachesSource } from '@tongcheng/cloudfunctions/app/reports/subjects/coaches';
import { city, day, nextMorning, type ReportInstallation } from '../world/report-installation';
import { elsewhere, settingsOf } from './coach-departures';

/** The first plan of the day's report of coaches. */
export const coachPlan = (more: Partial<ReportPlan> = {}): ReportPlan => ({
  ...{ _id: `coaches.${city}.${day}.v1`, subject: 'coaches', city, day, version: 1, since: 0, until: nextMorning },
  ...{ plannedAt: nextMorning, protection: 'password', forms: [], attempts: [], progress: [], state: 'planned' },
  ...more,
});

/** The tables of a report as its content gives them; with `dying` another process goes on after each step, from the state that was kept. */
export async function toldCoaches(
  house: ReportInstallation,
  of: ReportPlan,
  form: 'full' | 'masked',
  { stepSize = 500, dying = false } = {},
) {
  const settings = settingsOf(of.city, of.city === city ? { asksAddressesTo: [elsewhere] } : {});
  const open = () =>
    coachesSource.content(house.needs, { plan: of, form, scope: { level: 'city', code: of.city, settings }, stepSize });
  let content = await open();
  const [passengers, departures, incomplete]: [unknown[], unknown[], unknown[]] = [[], [], []];
  const tables: Readonly<Record<string, unknown[]>> = { passengers, departures, incomplete };
  for (let going = content.walk !== undefined; going; ) {
    going = false;
    for await (const step of content.walk?.steps() ?? []) {
      for (const [table, some] of Object.entries(step)) tables[table]?.push(...some);
      if (!dying) continue;
      const state = content.walk?.state() ?? null;
      content = await open();
      content.walk?.resume(state);
      going = true;
      break;
    }
  }
  const sheets: Record<string, unknown[]> = {};
  for (const sheet of content.sheets) {
    if (!('rows' in sheet)) continue;
    const all: unknown[] = [];
    for await (const batch of sheet.rows) all.push(...batch);
    sheets[sheet.name.en] = all;
  }
  return { passengers, departures, incomplete, summary: sheets.Summary, about: sheets.About, content };
}
