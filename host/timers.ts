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
  type: z.string(),
  function: z.string(),
  parameters: z.object({ cronExpression: z.string(), enable: z.boolean() }),
});
const Declared = z.object({ inputs: z.object({ triggers: z.array(Trigger) }) });

/** The timers that `serverless.yml` declares and enables. */
export function readTimers(file: string): readonly Timer[] {
  const { triggers } = Declared.parse(parse(readFileSync(file, 'utf8'))).inputs;
  return triggers.flatMap(({ type, function: functionName, parameters }) =>
    type === 'timer' && parameters.enable ? [{ functionName, cron: withoutYear(parameters.cronExpression) }] : [],
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
