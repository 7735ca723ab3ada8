import { readFileSync } from 'node:fs';
import { makePeople, readNetwork } from '@tongcheng/city';
import { endErrors, learnedFrom, livedScans } from '@tongcheng/city/inferred-ends';
import { addDays } from '@tongcheng/shared/time';
import { RideSettings } from '@tongcheng/shared/venues/city-settings';
import * as z from 'zod';
import type { Measurement } from './measure';

const folder = 'cities/420100';
const measuredDay = '2026-11-20';
const learnedDays = 7;

/** How far ends that no scan proves are from the true ones (W-34), by mode: by what the simulated city learned from the days before, and by the longest ride. */
export async function run(): Promise<Measurement> {
  const { rides } = z
    .object({ rides: RideSettings })
    .parse(JSON.parse(readFileSync(`${folder}/settings.json`, 'utf8')));
  const [network, people] = [readNetwork(folder), makePeople('bench', 7_000)];
  const lived = (day: string) => ({
    day,
    riders: livedScans({ seed: 'bench', day, people, network, journeys: 20_000 }),
  });
  const days = Array.from({ length: learnedDays }, (_, back) => addDays(measuredDay, back - learnedDays));
  const table = learnedFrom(days.map(lived), rides);
  const { riders } = lived(measuredDay);
  const before = new Map(endErrors(measuredDay, riders, rides).map((errors) => [errors.mode, errors]));
  return {
    name: `Inferred ends of the simulated city, from ${learnedDays} days of 20,000 journeys (${table.size} kinds of rides)`,
    figures: endErrors(measuredDay, riders, rides, table).flatMap(({ mode, ends, median, of95, withinBound }) => [
      { what: `${mode}: inferred ends`, value: ends, unit: '' },
      { what: `${mode}: median error`, value: median, unit: 'minutes', aim: { atMost: 15 } },
      { what: `${mode}: error of 95 in 100`, value: of95, unit: 'minutes' },
      { what: `${mode}: true end within the stated bound`, value: withinBound * 100, unit: '%', aim: { atLeast: 95 } },
      { what: `${mode}: median error by the longest ride`, value: before.get(mode)?.median ?? 0, unit: 'minutes' },
    ]),
  };
}
