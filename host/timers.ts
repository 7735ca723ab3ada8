import { readFileSync } from 'node:fs';
import { Cron } from 'croner';
import { parse } from 'yaml';
import * as z from 'zod';

/** A timer of `serverless.yml`: which function, when (UTC, as in the cloud). */
export interface Timer {
  readonly functionName: string;
  readonly cron: string;
}

const Trigger = z.object({
  timer: z.object({ parameters: z.object({ cronExpression: z.string(), enable: z.boolean() }) }).optional(),
});
const Declared = z.object({
  inputs: z.object({ functions: z.record(z.string(), z.object({ triggers: z.array(Trigger).optional() })) }),
});

/** The timers that `serverless.yml` declares and enables. */
export function readTimers(file: string): readonly Timer[] {
  const { functions } = Declared.parse(parse(readFileSync(file, 'utf8'))).inputs;
  return Object.entries(functions).flatMap(([functionName, declared]) =>
    (declared.triggers ?? []).flatMap(({ timer }) =>
      timer?.parameters.enable ? [{ functionName, cron: withoutYear(timer.parameters.cronExpression) }] : [],
    ),
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
