import { hourMs, minuteMs } from '../../time';
import type { Mode } from '../../venues/kinds';
import { firstScans, type SeenScan } from './seen-scan';

/** So many riders at most scan a code for the first time within two minutes: more do not get through the doors, or do not fit. */
const mostInWindow: Readonly<Record<Mode, number>> = {
  bus: 80,
  brt: 180,
  tram: 330,
  metro: 330,
  ferry: 1_000,
  taxi: 6,
};
const windowMs = 2 * minuteMs;
/** Whoever scanned before within this time is seen leaving. */
const aboardMs = 3 * hourMs;

/** Scans of a vehicle's code that came more at once than people can (X-16, rate per code); `scans` are of one code, in the order of time. */
export function crowdedScans(scans: readonly SeenScan[]): ReadonlySet<string> {
  const first = firstScans(scans, aboardMs);
  const crowded = new Set<string>();
  let from = 0;
  for (const [at, { scannedAt, mode }] of first.entries()) {
    while (scannedAt - (first[from]?.scannedAt ?? scannedAt) >= windowMs) from += 1;
    if (at - from + 1 > mostInWindow[mode]) for (const { id } of first.slice(from, at + 1)) crowded.add(id);
  }
  return crowded;
}
