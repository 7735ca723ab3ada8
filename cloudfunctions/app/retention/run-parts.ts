import type { Log } from '../../ports/log';

/** The parts of a timer's run by name. */
export type Parts = Readonly<Record<string, () => Promise<unknown>>>;

/** Some parts of a timer's run failed; the others were done. */
export class PartsFailed extends Error {
  override readonly name = 'PartsFailed';
}

/** What a run takes: the log, and the signal of a host that is about to stop. */
export interface RunNeeds {
  readonly log: Log;
  readonly stopping?: AbortSignal;
}

/**
 * Runs parts one after another. One that fails is logged and skips no other; at the end the run fails with the names and the number of
 * those that did. After `stopping` no further part begins, and one that the stop cut off is no fault: what is not done is due again.
 */
export async function runParts({ log, stopping }: RunNeeds, parts: Parts): Promise<void> {
  const failed: string[] = [];
  for (const [name, part] of Object.entries(parts)) {
    if (stopping?.aborted) break;
    try {
      await part();
    } catch (cause) {
      if (stopping?.aborted) break;
      failed.push(name);
      log.event('fault', `part of a timer failed: ${name}`, {
        count: failed.length,
        fault: cause instanceof Error ? (cause.stack ?? cause.name) : 'unknown',
      });
    }
  }
  if (failed.length > 0)
    throw new PartsFailed(`${failed.length} of ${Object.keys(parts).length} parts failed: ${failed.join(', ')}`);
}
