import { Readable } from 'node:stream';
import type { FormingNeeds } from '@tongcheng/cloudfunctions/app/reports/forming/needs';
import { writeFile } from '@tongcheng/cloudfunctions/app/reports/forming/write-file';
import type { SheetRow } from '@tongcheng/cloudfunctions/app/workbooks/sheet';
import { csvLine } from '../csv-line';
import { city, openTown, settings } from '../report-town';
import { coachSubject, plan } from './coach-day';

const [, , folder = '', what = ''] = process.argv;
const order = { plan, form: 'full', scope: { level: 'city', code: city, settings } } as const;

async function main() {
  const needs = await openTown(folder);
  const began = process.hrtime.bigint();
  const written = what === 'csv' ? await csv(needs) : await workbook(needs);
  const seconds = Number(process.hrtime.bigint() - began) / 1e9;
  await needs.close();
  process.stdout.write(`${JSON.stringify({ ...written, seconds, peakMiB: process.resourceUsage().maxRSS / 1_024 })}\n`);
}

async function workbook(needs: FormingNeeds) {
  const { bytes, counts } = await writeFile(needs, coachSubject, order, 'reports/coaches');
  return { bytes, rows: counts.rows };
}

/** For comparison: the rows of the same tables, read and opened in the same manner, as comma-separated text. */
async function csv(needs: FormingNeeds) {
  const content = await coachSubject.content(needs, { ...order, stepSize: 500 });
  async function* lines() {
    for await (const step of content.walk?.steps() ?? [])
      for (const rows of Object.values<readonly SheetRow[]>(step)) yield rows.map(csvLine).join('');
  }
  const { bytes } = await needs.objects.put('reports/coaches.csv', Readable.from(lines()), 'text/csv');
  return { bytes, rows: content.counts.rows };
}

void main();
