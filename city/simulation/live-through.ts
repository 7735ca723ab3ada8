import { setImmediate } from 'node:timers/promises';
import type { Instant } from '@tongcheng/shared/time';
import { poolOf } from './pool';

/** Something that happens at an instant. */
interface Timed {
  readonly at: Instant;
}

/** The product's clock is ahead of a scan under way by less than this, and so no scan is flagged late for our haste. */
const maxAheadMs = 75_000;

/** In the order of time, many side by side, none begun while another is under way that lies too far behind it. */
export async function liveThrough<E extends Timed>(
  events: readonly E[],
  atOnce: number,
  perform: (event: E) => Promise<void>,
): Promise<void> {
  const pool = poolOf(atOnce, () => undefined);
  const underWay = new Set<E>();
  const mayBegin = (at: Instant) => pool.hasRoom() && at - (oldest(underWay) ?? at) < maxAheadMs;
  for (const [index, event] of events.entries()) {
    while (!mayBegin(event.at)) await pool.anyEnds();
    underWay.add(event);
    pool.start(() => perform(event).finally(() => underWay.delete(event)));
    if (index % 64 === 0) await setImmediate();
  }
  await pool.idle();
}

function oldest(underWay: ReadonlySet<Timed>): Instant | undefined {
  const [first] = underWay;
  return first?.at;
}
