import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { personOf } from '@tongcheng/cloudfunctions/app/rides/scanning/scan-subject';
import type { CaseRecord } from '@tongcheng/cloudfunctions/app/tracing/cases/case-record';
import { countTrace } from '@tongcheng/cloudfunctions/app/tracing/cases/count-trace';
import { mergeRiders } from '@tongcheng/cloudfunctions/app/tracing/cases/exposed-riders';
import { traceCase } from '@tongcheng/cloudfunctions/app/tracing/cases/trace-case';
import type { Container } from '@tongcheng/cloudfunctions/wiring/container';
import * as z from 'zod';
import { buildCity, sizeOf } from './build-city';
import { settings } from './case-settings';
import { chosenRiders, city, days } from './city-of-cases';
import { openCity } from './open-city';
import { throughTheApi } from './through-the-api';
import { watchedStore } from './watched-store';

/** What the measuring process is told: to add districts until there are so many, or to trace. */
const [, , folder = '', work = 'trace', countText = '1', environment = '{}', home = 'servers'] = process.argv;

const Subjects = z.array(z.string());

/** One rider's case, with nothing kept from another one. */
async function oneCase(needs: Container, subject: string) {
  const record: CaseRecord = {
    ...{ _id: `case-${subject}`, city, number: 'BENCH', openedBy: 'bench', openedAt: 0 },
    state: 'open',
    legalBasis: 'infectious-disease-law',
    purpose: 'confirmed-case',
    ...{ infectiousFrom: days[0] ?? '', infectiousTo: days.at(-1) ?? '' },
  };
  const personId = personOf(subject);
  const rider = { documentSubject: subject, ...(personId !== undefined && { personId }) };
  const found = await traceCase(needs, { record, settings, rider });
  const counts = countTrace(found);
  const riders = await mergeRiders(needs, city, found.exposures);
  return { rides: counts.rides, exposures: found.exposures.length, riders: riders.length };
}

async function timed<T>(work: () => Promise<T>): Promise<{ readonly ms: number; readonly value: T }> {
  const startedAt = performance.now();
  const value = await work();
  return { ms: performance.now() - startedAt, value };
}

async function trace(needs: Container): Promise<void> {
  const subjects = Subjects.parse(JSON.parse(readFileSync(join(folder, 'people.json'), 'utf8')));
  const chosen = chosenRiders(Number(countText), subjects.length).map((rider) => subjects[rider] ?? '');
  const alone: { ms: number; value: Awaited<ReturnType<typeof oneCase>> }[] = [];
  const cpu = process.cpuUsage();
  for (const subject of chosen) alone.push(await timed(() => oneCase(needs, subject)));
  const { user, system } = process.cpuUsage(cpu);
  const aloneCpu = (user + system) / 1_000 / chosen.length;
  const together = await timed(() => Promise.all(chosen.map((subject) => oneCase(needs, subject))));
  const { store, seen } = watchedStore(needs.store);
  for (const subject of chosen) await oneCase({ ...needs, store }, subject);
  const api = await throughTheApi(needs, chosenRiders(2, subjects.length)[1] ?? 0);
  process.send?.({ alone, togetherMs: together.ms, seen, api, cpuMs: aloneCpu });
}

async function main(): Promise<void> {
  const needs = await openCity(folder, JSON.parse(environment), home);
  if (work === 'build')
    await buildCity(needs, folder, sizeOf(Number(countText)), (what) => process.stderr.write(`${what}\n`));
  else await trace(needs);
  await needs.store.close();
  process.disconnect?.();
}

void main();
