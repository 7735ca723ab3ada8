import type { VehicleCall } from '../vehicle-call';
import type { SeenScan } from './seen-scan';

/** When people scan, from the stop's doors: how many of a hundred do, against how many of a hundred seconds of a vehicle's day are so. */
const seconds = 1_000;
const [beforeMs, afterMs] = [40 * seconds, 40 * seconds];
const honest = { doors: 0.5, before: 0.35, after: 0.11, between: 0.04 } as const;
type Phase = keyof typeof honest;

/** So sure that chance alone says it of a code about once in twenty thousand runs of scans (e to the tenth); at the eighth three bus days of 450 were accused for nothing. */
const sureEnough = 10;
/** A step counts no more than this, so that a few phones whose clocks are wrong accuse nobody. */
const mostAStep = 1.5;
/** Those who get off together scan together: of one stop no more than this count. */
const mostAStop = 2;

/**
 * Scans whose times do not go with the doors of the vehicle that the code belongs to: its sticker hangs elsewhere, or is scanned from a
 * picture. A cumulative sum of how much likelier each is at any time than at the doors; what lifted it over the bound is in doubt. Takes
 * positions, which are some seconds off, and no phone's place. `scans` are of one code; both are in the order of time.
 */
export function movedScans(scans: readonly SeenScan[], calls: readonly VehicleCall[]): ReadonlySet<string> {
  const share = shareOfPhases(calls);
  const moved = new Set<string>();
  if (!share) return moved;
  let sum = 0;
  let run: string[] = [];
  let highest = 0;
  let until = 0;
  const atStop = new Map<string, number>();
  for (const scan of scans) {
    const next = firstArrivingAfter(calls, scan.scannedAt);
    const phase = phaseOf(scan.scannedAt, calls, next);
    // What says nothing goes with those around it.
    if (phase || sum > 0) run.push(scan.id);
    if (!phase) continue;
    const stop = `${next} ${phase}`;
    const before = atStop.get(stop) ?? 0;
    atStop.set(stop, before + 1);
    if (before < mostAStop) sum += Math.min(mostAStep, Math.log(share[phase] / honest[phase]));
    if (sum > highest) [highest, until] = [sum, run.length];
    if (sum > 0 && highest - sum < sureEnough) continue;
    if (highest >= sureEnough) for (const id of run.slice(0, until)) moved.add(id);
    [sum, run, highest, until] = [0, [], 0, 0];
  }
  if (highest >= sureEnough) for (const id of run.slice(0, until)) moved.add(id);
  return moved;
}

/** Where an instant lies in a trip; undefined before, after and between trips, where it says nothing. */
function phaseOf(at: number, calls: readonly VehicleCall[], next: number): Phase | undefined {
  const [last, coming] = [calls[next - 1], calls[next]];
  if (last && at <= last.departsAt) return 'doors';
  if (!last || !coming || last.tripId !== coming.tripId) return undefined;
  if (coming.arrivesAt - at <= beforeMs) return 'before';
  return at - last.departsAt <= afterMs ? 'after' : 'between';
}

function firstArrivingAfter(calls: readonly VehicleCall[], at: number): number {
  let [low, high] = [0, calls.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((calls[middle]?.arrivesAt ?? 0) <= at) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** How much of the vehicle's time under way is in each phase; undefined where too little is known. */
function shareOfPhases(calls: readonly VehicleCall[]): Readonly<Record<Phase, number>> | undefined {
  const spent = { doors: 0, before: 0, after: 0, between: 0 };
  for (const [at, call] of calls.entries()) {
    spent.doors += call.departsAt - call.arrivesAt;
    const coming = calls[at + 1];
    if (!coming || coming.tripId !== call.tripId) continue;
    const gap = Math.max(0, coming.arrivesAt - call.departsAt);
    const before = Math.min(gap, beforeMs);
    const after = Math.min(gap - before, afterMs);
    spent.before += before;
    spent.after += after;
    spent.between += gap - before - after;
  }
  const all = spent.doors + spent.before + spent.after + spent.between;
  if (calls.length < 2 || all === 0) return undefined;
  const share = (ms: number) => Math.max(0.01, ms / all);
  return {
    doors: share(spent.doors),
    before: share(spent.before),
    after: share(spent.after),
    between: share(spent.between),
  };
}
