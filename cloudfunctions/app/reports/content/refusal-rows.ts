import { boardingReasonText, both, colourWords } from '@tongcheng/shared/reports/words';
import type { Refusal } from '../../rides/journeys/derive-rides';
import type { RefusalRecord } from '../../rides/refusal-record';
import type { ScanRecord } from '../../rides/scan-record';
import type { VenueRecord } from '../../venues/records';
import type { SheetRow } from '../../workbooks/sheet';
import { type StaffNames, staffCell, verdictCell } from './ride-row';
import type { PersonCells } from './source';
import { cellsOfVenue, type VenueCells } from './venue-cells';

const outcomes: Readonly<Record<Refusal['outcome'], string>> = {
  'not-ridden': '未乘车 did not ride',
  'during-ride': '乘车途中 during a ride',
  'let-on': '破例放行，计为行程 let on after all, counts as a ride',
};

const byVerdict = '核验结果 verdict';
const noScan: PersonCells = ['未扫码 no scan', '', '', ''];

/** Why somebody was refused, in a few words: what staff said, else the reasons of the verdict. */
export const refusalReason = ({ staffDecision, reasons }: ScanRecord): string => {
  const codes = staffDecision ? [staffDecision.reason] : reasons;
  return codes.length === 0 ? byVerdict : codes.map((code) => both(boardingReasonText(code))).join('；');
};

/** A line of the sheet of refusals, as `refusalColumns` names its cells, but for its number. */
export function refusalRow(
  { scan, outcome }: Refusal,
  person: PersonCells,
  venue: VenueCells,
  staff: StaffNames,
): SheetRow {
  const { staffDecision, colour, scannedAt, party } = scan;
  const said = staffDecision ? [both(boardingReasonText(staffDecision.reason))] : [];
  return [
    ...person,
    ...[venue.mode, venue.line, venue.place, { at: scannedAt }],
    staffDecision ? staffCell(staff, staffDecision.by) : byVerdict,
    [...said, verdictCell(scan)].join('；'),
    outcomes[outcome],
    colour ? both(colourWords[colour]) : '',
    staffDecision?.note ?? '',
    party,
  ];
}

/** A line of somebody whom staff turned away without a scan (W-04), but for its number. */
export function refusedWithoutScanRow(
  { venueId, recordedAt, reason, note, by }: RefusalRecord,
  venue: VenueRecord | undefined,
  staff: StaffNames,
): SheetRow {
  const cells = venue ? cellsOfVenue(venue) : { mode: '', line: '', place: venueId };
  return [
    ...noScan,
    ...[cells.mode, cells.line, cells.place, { at: recordedAt }],
    ...[staffCell(staff, by), both(boardingReasonText(reason)), outcomes['not-ridden'], '', note ?? '', 1],
  ];
}
