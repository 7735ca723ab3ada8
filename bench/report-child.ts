import { Readable } from 'node:stream';
import { riderParts } from '@tongcheng/cloudfunctions/app/reports/content/changed-rides';
import { placeCells, rideRow } from '@tongcheng/cloudfunctions/app/reports/content/ride-row';
import { storedSource } from '@tongcheng/cloudfunctions/app/reports/content/stored-source';
import { venueCells } from '@tongcheng/cloudfunctions/app/reports/content/venue-cells';
import type { FormingNeeds } from '@tongcheng/cloudfunctions/app/reports/forming/needs';
import { writeFile } from '@tongcheng/cloudfunctions/app/reports/forming/write-file';
import type { ReportPlan } from '@tongcheng/cloudfunctions/app/reports/records';
import { personOf } from '@tongcheng/cloudfunctions/app/rides/scanning/scan-subject';
import { csvLine } from './csv-line';
import { city, day, openTown, plan, ridesOfTown, settings } from './report-town';

const [, , folder = '', what = ''] = process.argv;

async function main() {
  const needs = await openTown(folder);
  const began = process.hrtime.bigint();
  const protection = what === 'locked' ? 'password' : 'link';
  const written = what === 'csv' ? await csv(needs) : await workbook(needs, { ...plan, protection });
  const seconds = Number(process.hrtime.bigint() - began) / 1e9;
  await needs.close();
  process.stdout.write(`${JSON.stringify({ ...written, seconds, peakMiB: process.resourceUsage().maxRSS / 1_024 })}\n`);
}

async function workbook(from: FormingNeeds, of: ReportPlan) {
  const { bytes, counts } = await writeFile(
    from,
    ridesOfTown,
    { plan: of, form: 'full', scope: { level: 'city', code: city, settings } },
    `reports/${what}`,
  );
  return { bytes, rows: counts.rows };
}

/** For comparison: the same rows, read and opened in the same manner, as comma-separated text. */
async function csv(from: FormingNeeds) {
  const dayVault = await from.vault.day(city, day);
  if (!dayVault) throw new Error('the day has no key');
  const source = storedSource(from, plan, 'full', dayVault);
  const venues = venueCells(source);
  let rows = 0;
  async function* lines() {
    for await (const { parts } of riderParts(source, plan)) {
      const ids = parts.map(({ any }) => (any ? personOf(source.riderOf(any).subjectId) : undefined));
      const people = await source.people(ids.filter((id) => id !== undefined));
      let text = '';
      for (const [index, part] of parts.entries()) {
        const person = people.get(ids[index] ?? '') ?? ['', '', '', ''];
        for (const reported of part.rides) {
          const found = venues(reported.ride.place);
          const venue = found instanceof Promise ? await found : found;
          rows += 1;
          text += csvLine(rideRow(rows, reported, person, placeCells(reported, venue, venue.place), new Map()));
        }
      }
      yield text;
    }
  }
  const { bytes } = await from.objects.put('reports/rows.csv', Readable.from(lines()), 'text/csv');
  return { bytes, rows };
}

void main();
