import { roleOf } from '@tongcheng/shared/rides/replay/venue-role';
import type { Instant } from '@tongcheng/shared/time';
import type { ScanRecord } from '../../rides/scan-record';

/** When somebody else can have met the index rider, with room for clocks. */
export interface MetBetween {
  /** Whoever had left by then did not. */
  readonly leftFrom: Instant;
  /** Nor did whoever boarded then or later. */
  readonly boardedBefore: Instant;
}

/**
 * Riders of a place whose other scans have to be read, out of all that was scanned there within a longest ride. Left out is who surely was not
 * there, whatever they scanned elsewhere: a carriage is scanned on leaving it; a ride in a bus, taxi or boat begins with the first scan.
 * Nobody who corrected a scan is.
 */
export function ridersMet(here: readonly ScanRecord[], { leftFrom, boardedBefore }: MetBetween): readonly string[] {
  const byRider = new Map<string, ScanRecord[]>();
  for (const scan of here) {
    const known = byRider.get(scan.rider);
    if (known) known.push(scan);
    else byRider.set(scan.rider, [scan]);
  }
  const wasElsewhere = (scans: readonly ScanRecord[]): boolean =>
    scans.every((scan) => {
      if (scan.corrects) return false;
      const role = roleOf(scan.mode, scan.venueKind);
      if (role === 'carriage') return scan.scannedAt < leftFrom;
      return role === 'vehicle' && scan.scannedAt >= boardedBefore;
    });
  return [...byRider].filter(([, scans]) => !wasElsewhere(scans)).map(([rider]) => rider);
}
