import { type ChildProcess, execFile, fork } from 'node:child_process';
import { once } from 'node:events';
import { promisify } from 'node:util';
import { type Measurement, percentile } from './measure';
import type { Order, OverloadFound } from './overload/generator';
import { bundleProgram, forkServer } from './programs';
import type { LoadFound } from './scans/load';
import type { Ready } from './scans/server';

const [warmSeconds, peakSeconds, overloadSeconds, connections, riders] = [5, 6, 12, 2_000, 40_000];
const timesPeak = 3;
/** Health is asked as often as this while riders come. */
const healthEveryMs = 100;

/** A program stays on one processor, all its threads with it, so that generator and server take nothing from each other. */
async function pin({ pid }: ChildProcess, processor: number): Promise<boolean> {
  return promisify(execFile)('taskset', ['-a', '-p', '-c', String(processor), String(pid)]).then(
    () => true,
    () => false,
  );
}

async function ask<T>(generator: ChildProcess, order: Order): Promise<T> {
  generator.send(order);
  const [found]: [T] = await nextMessage(generator);
  return found;
}

async function nextMessage<T>(child: ChildProcess): Promise<[T]> {
  const [message] = await once(child, 'message');
  return [message];
}

/** Asks `/health/live` until told to stop; gives how long each answer took. What is not answered with 200 counts as for ever. */
function watchHealth(port: number): () => Promise<readonly number[]> {
  let on = true;
  const took: number[] = [];
  const one = async () => {
    const from = performance.now();
    const ok = await fetch(`http://127.0.0.1:${port}/health/live`).then(
      async (reply) => (await reply.text()).length > 0 && reply.ok,
      () => false,
    );
    took.push(ok ? performance.now() - from : Number.POSITIVE_INFINITY);
  };
  const watching = (async () => {
    while (on) {
      await one();
      await new Promise((resume) => setTimeout(resume, healthEveryMs));
    }
  })();
  return async () => {
    on = false;
    await watching;
    return took;
  };
}

/**
 * Three times what the server can answer, from 2,000 connections, refused riders coming again as phones do. The peak is measured before and
 * after by the same generator from 64 connections; server and generator have a processor each.
 */
export async function run(): Promise<Measurement> {
  const server = await forkServer(['sqlite', String(riders), '']);
  const [ready]: [Ready] = await nextMessage(server);
  const generator = fork(await bundleProgram('bench/overload/generator.ts'), {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    serialization: 'advanced',
  });
  try {
    const pinned = (await pin(server, 0)) && (await pin(generator, 1));
    const peakOf = (seconds: number) => ask<LoadFound>(generator, { what: 'peak', server: ready, seconds });
    await peakOf(warmSeconds);
    const before = await peakOf(peakSeconds);
    const healthOf = watchHealth(ready.port);
    const found = await ask<OverloadFound>(generator, {
      what: 'overload',
      server: ready,
      seconds: overloadSeconds,
      connections,
      perSecond: timesPeak * before.perSecond,
    });
    const health = await healthOf();
    const after = await peakOf(peakSeconds);
    const peak = (before.perSecond + after.perSecond) / 2;
    return {
      name: `Overload: ${timesPeak} times the peak from ${connections} connections, ${pinned ? 'a processor each' : 'NOT pinned'}`,
      figures: [
        { what: 'peak, 64 connections (mean of before and after)', value: peak, unit: 'scans/s' },
        { what: 'goodput while three times as many come', value: found.goodputPerSecond, unit: 'scans/s' },
        { what: 'goodput against peak', value: found.goodputPerSecond / peak, unit: 'times', aim: { atLeast: 0.9 } },
        { what: 'verdicts: median', value: found.p50Ms, unit: 'ms' },
        { what: 'verdicts: 99th percentile', value: found.p99Ms, unit: 'ms', aim: { atMost: 250 } },
        { what: 'refusals', value: found.refusals, unit: 'requests' },
        { what: 'refusals: 99th percentile', value: found.refusalP99Ms, unit: 'ms' },
        { what: 'health: slowest answer', value: percentile(health, 1), unit: 'ms', aim: { atMost: 200 } },
        {
          what: 'connections broken, or another answer',
          value: found.broken + found.others,
          unit: '',
          aim: { atMost: 0 },
        },
        { what: 'scans offered', value: found.offered, unit: 'scans' },
        { what: 'delivered in the end', value: found.delivered / found.offered, unit: 'times', aim: { atLeast: 1 } },
        { what: 'the last one delivered after the last new one', value: found.drainedMs / 1_000, unit: 's' },
        { what: 'the generator was late by at most', value: found.lateMs, unit: 'ms' },
      ],
    };
  } finally {
    for (const child of [server, generator]) {
      if (child.exitCode !== null) continue;
      child.kill('SIGTERM');
      await once(child, 'exit');
    }
  }
}
