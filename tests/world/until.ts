import { setTimeout } from 'node:timers/promises';

/** Waits until something holds, and no longer: in place of a fixed rest. Throws after twenty seconds or what is given, so that what never comes does not hang. */
export async function until(holds: () => boolean | Promise<boolean>, deadlineMs = 20_000): Promise<void> {
  const end = performance.now() + deadlineMs;
  while (!(await holds())) {
    if (performance.now() > end) throw new Error(`not within ${deadlineMs} ms: ${holds}`);
    await setTimeout(1);
  }
}

/** Waits until a figure has stopped growing: the same at twenty looks, between which whatever was ready has run. */
export async function untilItStands(figure: () => number): Promise<void> {
  let [before, looks] = [figure(), 0];
  await until(() => {
    const now = figure();
    looks = now === before ? looks + 1 : 0;
    before = now;
    return looks === 20;
  });
}
