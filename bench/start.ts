import { execFile, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { endGroup } from './end-group';
import type { Measurement } from './measure';

const runs = 5;
const port = 18_733;

/** Seconds from `npm start` to the first answer of the gateway, everything built, data there from the start before. */
async function startOnce(data: string): Promise<number> {
  const began = performance.now();
  const args = ['start', '--silent', '--', '--port', String(port), '--data', data, '--journeys', '0'];
  const child = spawn('npm', args, { stdio: 'ignore', detached: true });
  await firstAnswer();
  const seconds = (performance.now() - began) / 1_000;
  await endGroup(child);
  return seconds;
}

async function firstAnswer(): Promise<void> {
  for (;;) {
    const answered = await fetch(`http://127.0.0.1:${port}/health`).then(
      (reply) => reply.ok,
      () => false,
    );
    if (answered) return;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

/** The start where everything is built: first with an empty data folder (the city is imported), then again. */
export async function run(): Promise<Measurement> {
  const folder = mkdtempSync(join(tmpdir(), 'tongcheng-bench-start-'));
  await promisify(execFile)(process.execPath, ['tools/ensure.mjs', 'functions', 'host', 'city', 'console', 'h5']);
  try {
    const first = await startOnce(join(folder, 'data'));
    const later: number[] = [];
    for (let i = 0; i < runs; i += 1) later.push(await startOnce(join(folder, 'data')));
    const median = later.sort((a, b) => a - b)[runs >> 1] ?? Number.NaN;
    return {
      name: 'npm start to the first answer',
      figures: [
        {
          what: 'everything built, new data folder (5,161 venues imported)',
          value: first,
          unit: 's',
          aim: { atMost: 3 },
        },
        { what: `everything built, data there (median of ${runs})`, value: median, unit: 's', aim: { atMost: 3 } },
      ],
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
