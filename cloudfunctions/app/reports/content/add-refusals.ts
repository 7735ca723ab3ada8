import { boardingReasonText, both } from '@tongcheng/shared/reports/words';
import { staffNames } from '../../rides/assisted/staff-of';
import type { Refusal } from '../../rides/journeys/derive-rides';
import { isOfFlood } from '../../rides/scan-record';
import type { SheetRow } from '../../workbooks/sheet';
import type { Gathering } from './gathering';
import { addTo } from './overview-sums';
import { refusalReason, refusalRow, refusedWithoutScanRow } from './refusal-rows';
import type { PersonCells } from './source';
import { cellsOfVenue } from './venue-cells';

/** A rider's refusals (W-32), gathered for a sheet of their own: they are in no sum of rides. */
export async function addRefusals(
  { source, venues, summary, overview, counts }: Gathering,
  refusals: readonly Refusal[],
  person: PersonCells,
  rows: SheetRow[],
): Promise<void> {
  if (refusals.length === 0) return;
  const staff = await staffNames(
    source.staffOf,
    refusals.map(({ scan }) => scan.staffDecision?.by),
  );
  for (const refusal of refusals) {
    const { scan, outcome } = refusal;
    const venue = await venues(scan);
    counts.refusalRows += 1;
    rows.push([counts.refusalRows, ...refusalRow(refusal, person, venue, staff)]);
    // Counted among the scans that are left out of every sum.
    if (isOfFlood(scan)) continue;
    if (outcome === 'let-on') {
      counts.letOn += scan.party;
      continue;
    }
    counts.refused += scan.party;
    addTo(overview.refusals, refusalReason(scan), scan.party);
    summary.addRefused(scan, venue, scan.party);
  }
}

/** People whom staff turned away without a scan (W-04), after everybody else. */
export async function refusedWithoutScan({
  source,
  plan,
  summary,
  overview,
  counts,
}: Gathering): Promise<readonly SheetRow[]> {
  const found = await source.refusedWithoutScan(plan.version === 1 ? 0 : plan.since, plan.until);
  const staff = await staffNames(
    source.staffOf,
    found.map(({ by }) => by),
  );
  const rows: SheetRow[] = [];
  for (const refusal of found) {
    const venue = await source.venue(refusal.venueId);
    counts.refusalRows += 1;
    counts.refused += 1;
    addTo(overview.refusals, both(boardingReasonText(refusal.reason)));
    rows.push([counts.refusalRows, ...refusedWithoutScanRow(refusal, venue, staff)]);
    if (!venue) continue;
    const { mode, lineId } = venue;
    const at = { mode, scannedAt: refusal.recordedAt, party: 1, ...(lineId !== undefined && { lineId }) };
    summary.addRefused(at, cellsOfVenue(venue), 1);
  }
  return rows;
}
