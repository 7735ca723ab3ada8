import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { readConfig } from '@tongcheng/cloudfunctions/wiring/config';
import { makeContainer } from '@tongcheng/cloudfunctions/wiring/container';
import type { DeploymentTarget } from '@tongcheng/cloudfunctions/wiring/deployment-target';
import { deploymentTargets } from '@tongcheng/cloudfunctions/wiring/targets/all';
import { builtFunctions } from '../tests/functions/artefacts';
import { unpack } from '../tests/functions/unpacked';
import { type ColdStart, coldStart } from './cold/first-answer';
import { seed } from './cold/first-events';
import { type Figure, type Measurement, percentile } from './measure';
import { defaultEnvironment } from './programs';
import { benchedStores, type RunningStore } from './stores/registry';

const [runs, aimMs] = [5, 400];

/** Each target with the store that is its default. */
const places: readonly { readonly target: string; readonly adapters: DeploymentTarget; readonly store: string }[] = [
  { target: 'machine', adapters: deploymentTargets.machine, store: 'embedded' },
  { target: 'servers', adapters: deploymentTargets.servers, store: 'PostgreSQL' },
  { target: 'cloudbase', adapters: deploymentTargets.cloudbase, store: 'CloudBase’s SDK over its stand-in' },
];
type Place = (typeof places)[number];

/** Cold start: each function's bundle in each target, from a copied folder, a new process each time. */
export async function run(): Promise<Measurement> {
  await promisify(execFile)(process.execPath, ['tools/ensure.mjs', 'functions']);
  const figures: Figure[] = [];
  for (const place of places) {
    const running = await benchedStores.find(({ name }) => name === place.store)?.start();
    if (!running) throw new Error(`no such store: ${place.store}`);
    figures.push(...(await figuresOf(place, running).finally(running.stop)));
  }
  const over = places.map(({ target, store }) => `${target} over ${store}`).join(', ');
  return { name: `Cold start, a new process to its first answer, median of ${runs}: ${over}`, figures };
}

async function figuresOf({ target, adapters }: Place, running: RunningStore): Promise<readonly Figure[]> {
  const root = mkdtempSync(join(tmpdir(), 'tongcheng-bench-cold-'));
  try {
    const environment = { ...defaultEnvironment(join(root, 'data')), ...running.environment };
    const needs = await makeContainer(readConfig(environment, adapters));
    const eventOf = await seed(needs);
    await needs.store.close();
    const figures: Figure[] = [];
    for (const name of builtFunctions(target)) {
      const starts: ColdStart[] = [];
      const folder = unpack(target, name, root);
      for (let i = 0; i < runs; i += 1) starts.push(await coldStart(folder, eventOf(name), environment));
      const median = (of: (start: ColdStart) => number) => percentile(starts.map(of), 0.5);
      const what = `${target}: ${name}`;
      figures.push({ what, value: median(({ ms }) => ms), unit: 'ms', aim: { atMost: aimMs } });
      figures.push({ what: `${what}, processor time`, value: median(({ cpuMs }) => cpuMs), unit: 'ms' });
    }
    return figures;
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}
