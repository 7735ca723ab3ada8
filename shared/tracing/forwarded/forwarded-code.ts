import { hourMs, minuteMs } from '../../time';
import { firstScans, type SeenScan } from './seen-scan';

/** Several far away within half an hour beside others on the spot; or most of those of three hours. A smaller share are positions gone wrong. */
const windows = [
  { lengthMs: 30 * minuteMs, leastShare: 0.15 },
  { lengthMs: 3 * hourMs, leastShare: 0.5 },
] as const;
/** Fewer are single people far away. */
const fewestFar = 3;
/** Whoever scanned before within this time is seen leaving. */
const aboardMs = 3 * hourMs;

/**
 * Scans beside those that were made far away: where several riders scan one code from elsewhere, and are many among all who do in that time, a
 * picture of it goes round or its sticker hangs elsewhere, and those whose phones told no place are in doubt too. Whoever had scanned the code
 * before is not. `scans` are of one code, in the order of time.
 */
export function forwardedScans(scans: readonly SeenScan[]): ReadonlySet<string> {
  const first = firstScans(scans, aboardMs);
  return new Set(windows.flatMap((window) => forwardedIn(first, window)));
}

function forwardedIn(first: readonly SeenScan[], { lengthMs, leastShare }: (typeof windows)[number]): string[] {
  const found: string[] = [];
  let [from, far] = [0, 0];
  for (const [at, scan] of first.entries()) {
    if (!isFar(scan)) continue;
    far += 1;
    for (let past = first[from]; past && scan.scannedAt - past.scannedAt >= lengthMs; past = first[from]) {
      if (isFar(past)) far -= 1;
      from += 1;
    }
    const here = betweenFar(first.slice(from, at + 1));
    if (far >= fewestFar && far >= leastShare * here.length) found.push(...here.map(({ id }) => id));
  }
  return found;
}

/** From the first that was made far away to the last. */
const betweenFar = (scans: readonly SeenScan[]): readonly SeenScan[] => scans.slice(scans.findIndex(isFar));

const isFar = ({ flags }: SeenScan): boolean => flags.includes('far-from-venue');
