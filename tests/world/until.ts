import { setTimeout } from 'node:timers/promises';

const deadlineMs = 20_000;

/** Waits until something holds, and no longer: in place of a fixed rest. Throws after twenty seconds, so that what never comes does not hang. */
export async function until(holds: () => boolean | Promise<boolean>): Promise<void> {
  const end = performance.now() + deadlineMs;
  while (!(await holds())) {
    if (performance.now() > end) throw new Error(`not within ${deadlineMs} ms: ${holds}`);
    await setTimeout(1);
  }
}
