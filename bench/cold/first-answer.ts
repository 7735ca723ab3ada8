import { spawn } from 'node:child_process';
import { once } from 'node:events';
import * as z from 'zod';

/** What is asked of a function as its very first event. */
export interface FirstEvent {
  readonly event: unknown;
  /** What the answer's status must be; null where the answer is nothing at all, as for a timer. */
  readonly status: number | null;
}

/** How long it took, and how much of that the process itself worked: on a busy machine the rest is waiting for a core. */
export interface ColdStart {
  readonly ms: number;
  readonly cpuMs: number;
}

const ProgramOutput = z.object({ status: z.number().nullable(), cpuMicros: z.number() });

/**
 * What it takes from the start of a process to the first answer of the function in `folder`: Node itself, the bundle's code, the
 * container with its open store, the event. Throws when the answer is another than expected.
 */
export async function coldStart(
  folder: string,
  { event, status }: FirstEvent,
  environment: Readonly<Record<string, string>>,
): Promise<ColdStart> {
  const program = `
    require('./index.js').main(${JSON.stringify(event)}, {}).then(
      (reply) => {
        const { user, system } = process.cpuUsage();
        process.stdout.write(JSON.stringify({ status: reply?.statusCode ?? null, cpuMicros: user + system }));
      },
      (fault) => { console.error(fault); process.exitCode = 1; });`;
  const began = performance.now();
  const child = spawn(process.execPath, ['-e', program], {
    cwd: folder,
    env: { ...process.env, TZ: 'UTC', ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = once(child, 'close');
  let [output, errors, took] = ['', '', Number.NaN];
  child.stderr.on('data', (text) => {
    errors += String(text);
  });
  child.stdout.on('data', (text) => {
    if (output === '') took = performance.now() - began;
    output += String(text);
  });
  // Connections to the store would keep it alive; the cloud freezes an instance here.
  await Promise.race([once(child.stdout, 'data'), ended]);
  child.kill('SIGKILL');
  await ended;
  if (output === '') throw new Error(`${folder} gave no answer: ${errors}`);
  const given = ProgramOutput.parse(JSON.parse(output));
  if (given.status !== status) throw new Error(`${folder} answered ${given.status}: ${errors}`);
  return { ms: took, cpuMs: given.cpuMicros / 1_000 };
}
