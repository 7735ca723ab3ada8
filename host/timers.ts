import { readFileSync } from 'node:fs';
import { Cron } from 'croner';
import { parse } from 'yaml';
import * as z from 'zod';

/** A timer of `serverless.yml`: which function, and when: at moments that are the same in every zone, since the cloud promises none. */
export interface Timer {
  readonly functionName: string;
  readonly cron: string;
}

const Trigger = z.object({ type: z.string(), config: z.string() });
const Declared = z.object({
  functions: z.array(z.object({ name: z.string(), triggers: z.array(Trigger).default([]) })),
});

/** The timers that `serverless.yml` declares. */
export function readTimers(file: string): readonly Timer[] {
  const { functions } = Declared.parse(parse(readFileSync(file, 'utf8')));
  return functions.flatMap(({ name, triggers }) =>
    triggers
      .filter(({ type }) => type === 'timer')
      .map(({ config }) => ({ functionName: name, cron: withoutYear(config) })),
  );
}

/** The cloud's expressions have seven fields, the last one the year; here six. */
const withoutYear = (cron: string): string => cron.split(/\s+/).slice(0, 6).join(' ');

/** Runs each timer's function at its time; never twice at once for one timer. Gives the stop. */
export function startTimers(timers: readonly Timer[], run: (functionName: string) => Promise<void>): () => void {
  const jobs = timers.map(
    (timer) => new Cron(timer.cron, { timezone: 'UTC', protect: true }, () => run(timer.functionName)),
  );
  return () => {
    for (const job of jobs) job.stop();
  };
}
