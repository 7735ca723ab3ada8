import type { Log } from '../../ports/log';

/** The parts of a timer's run by name. */
export type Parts = Readonly<Record<string, () => Promise<unknown>>>;

/** Some parts of a timer's run failed; the others were done. */
export class PartsFailed extends Error {
  override readonly name = 'PartsFailed';
}

/**
 * Runs parts one after another. One that fails is logged and skips no other; at the end the run fails with the names and the number of
 * those that did.
 */
export async function runParts(log: Log, parts: Parts): Promise<void> {
  const failed: string[] = [];
  for (const [name, part] of Object.entries(parts))
    try {
      await part();
    } catch (cause) {
      failed.push(name);
      log.event('fault', `part of a timer failed: ${name}`, {
        count: failed.length,
        fault: cause instanceof Error ? (cause.stack ?? cause.name) : 'unknown',
      });
    }
  if (failed.length > 0)
    throw new PartsFailed(`${failed.length} of ${Object.keys(parts).length} parts failed: ${failed.join(', ')}`);
}
