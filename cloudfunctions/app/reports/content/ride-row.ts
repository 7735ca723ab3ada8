import {
  boardingReasonText,
  both,
  closingWords,
  colourWords,
  decisionWords,
  flagWords,
  inferredWords,
  reasonWords,
  staffRoleWords,
  usualEndWords,
} from '@tongcheng/shared/reports/words';
import type { StaffName } from '@tongcheng/shared/rides/wire';
import type { Instant } from '@tongcheng/shared/time';
import type { ScanRecord } from '../../rides/scan-record';
import { type SheetRow, timeText } from '../../workbooks/sheet';
import type { ReportedRide } from './changed-rides';
import { flagsOf } from './doubts';
import type { PersonCells } from './source';
import type { VenueCells } from './venue-cells';

const changes = {
  added: '补报：新增行程 supplement: added',
  corrected: '补报：更正前一版本 supplement: corrects the version before',
} as const;

const correctedByRider = '本人更正过扫码含义 meaning corrected by the rider';

/** The staff whom a ride or a refusal names, by their ids. */
export type StaffNames = ReadonlyMap<string, StaffName>;

/** A member of staff as a report names them: by name and role, never by an id. */
export const staffCell = (staff: StaffNames, staffId: string): string => {
  const found = staff.get(staffId);
  return found ? `${found.name}（${both(staffRoleWords[found.role])}）` : '工作人员 staff';
};

const registrar = (by: string, staff: StaffNames) => {
  if (by === 'rider') return '本人 rider';
  if (by === 'gate') return '刷卡过闸 card at a gate';
  return by === 'family' ? '家人代为登记 family' : staffCell(staff, by);
};

const letOn = (ride: ReportedRide['ride'], staff: StaffNames): readonly string[] =>
  ride.scans.flatMap(({ staffDecision }) =>
    staffDecision?.outcome === 'let-on'
      ? [
          `破例放行 let on after all：${both(boardingReasonText(staffDecision.reason))}，${staffCell(staff, staffDecision.by)}`,
        ]
      : [],
  );

const hourAndMinute = (at: Instant): string => timeText(at).slice(11, 16);

/** How a ride ended; by the usual duration with the bound that holds, and until when exposure counts (W-34). */
function closingCell({ closedBy, endedBy, exposedUntil }: ReportedRide['ride']): string {
  if (!closedBy) return '尚未结束 still open';
  const how = closingWords[closedBy];
  if (endedBy === undefined || exposedUntil === undefined) return both(how);
  const end = usualEndWords(hourAndMinute(endedBy), hourAndMinute(exposedUntil));
  return both({ zh: `${how.zh}，${end.zh}`, en: `${how.en}, ${end.en}` });
}

/** The answer to a scan in words. */
export const verdictCell = ({ decision, reasons }: ScanRecord) => {
  if (reasons.length === 0) return both(decisionWords[decision]);
  return `${both(decisionWords[decision])}：${reasons.map((code) => both(reasonWords[code])).join('；')}`;
};

/** Where and when: mode, line, places, from, to. */
export const placeCells = ({ ride }: ReportedRide, venue: VenueCells, places: string): SheetRow => [
  venue.mode,
  venue.line,
  places,
  { at: ride.from },
  ride.to === undefined ? '' : { at: ride.to },
];

/** A line of the sheet of journeys, as {@link journeyColumns} names its cells. */
export function rideRow(
  number: number,
  reported: ReportedRide,
  person: PersonCells,
  place: SheetRow,
  staff: StaffNames,
): SheetRow {
  const { ride, change } = reported;
  const first = ride.scans[0] ?? ride.place;
  const flags = flagsOf(ride).map((flag) => both(flagWords[flag]));
  if (ride.scans.some(({ corrected }) => corrected !== undefined)) flags.push(correctedByRider);
  flags.push(...letOn(ride, staff));
  if (change) flags.push(changes[change]);
  return [
    number,
    ...person,
    ...place,
    ride.inferred.map((end) => both(inferredWords[end])).join('；'),
    closingCell(ride),
    first.colour ? both(colourWords[first.colour]) : '',
    verdictCell(first),
    registrar(first.by, staff),
    flags.join('；'),
    first.party,
  ];
}
