import type { Ledger, Person } from '@tongcheng/city';
import {
  boardingReasonText,
  both,
  closingWords,
  colourWords,
  decisionWords,
  documentWords,
  flagWords,
  inferredWords,
  reasonWords,
  staffRoleWords,
} from '@tongcheng/shared/reports/words';
import { ridesOf } from '@tongcheng/shared/rides/rides-of';
import type { StaffName } from '@tongcheng/shared/rides/wire';
import { dayOf, dayStart, formatInstant } from '@tongcheng/shared/time';
import type { RideSettings } from '@tongcheng/shared/venues/city-settings';
import { modeNames } from '@tongcheng/shared/venues/kinds';
import { scanFacts } from '../world/records';

/** The city as its riders lived it: what they were told, and who they are. */
export interface Lived {
  readonly ledger: Ledger;
  readonly people: readonly Person[];
  readonly rides: RideSettings;
  /** When the report was formed. */
  readonly asOf: number;
}

/** Cells of a line of the report, without its number. */
export type ExpectedRow = readonly (string | number)[];

/** A scan as its rider was told of it. */
export type Told = Ledger['scans'][number];

/** Scans that count, by person: what the service answered them. */
export function scansByPerson({ ledger }: Pick<Lived, 'ledger'>): ReadonlyMap<number, readonly Told[]> {
  const byPerson = new Map<number, Told[]>();
  for (const scan of ledger.scans)
    if (!scan.reply.venue.demonstration) byPerson.set(whose(scan), [...(byPerson.get(whose(scan)) ?? []), scan]);
  return byPerson;
}

/** A member of a rider's family is a person of their own. */
const memberOffset = 1_000_000;
const whose = ({ by, personIndex }: Told): number => personIndex + (by === 'family' ? memberOffset : 0);

/** What the sheet of journeys must hold, worked out from what riders were told, without store, vault or report. */
export const expectedRows = (lived: Lived): readonly ExpectedRow[] =>
  [...scansByPerson(lived)].flatMap(([index, scans]) => rowsOf(lived, index, scans));

function rowsOf({ people, rides, asOf }: Lived, index: number, scans: readonly Told[]): readonly ExpectedRow[] {
  const person = people.find((one) => one.index === index % memberOffset);
  if (!person) throw new Error(`nobody has the number ${index}`);
  const identity = index >= memberOffset ? memberCells(person) : identityCells(person, scans);
  return ridesOf(scans.map(asFacts), rides, asOf).map((ride) => {
    const [first = ride.place] = ride.scans;
    const { colour, decision, reasons } = first.reply.verdict;
    const because = reasons.map(({ code }) => both(reasonWords[code])).join('；');
    return [
      ...identity,
      both(modeNames[ride.place.mode]),
      lineOf(ride.place),
      [...new Set(ride.scans.map(placeOf))].join(' → '),
      formatInstant(ride.from),
      ride.to === undefined ? '' : formatInstant(ride.to),
      ride.inferred.map((end) => both(inferredWords[end])).join('；'),
      ride.closedBy ? both(closingWords[ride.closedBy]) : '尚未结束 still open',
      colour ? both(colourWords[colour]) : '',
      because === '' ? both(decisionWords[decision]) : `${both(decisionWords[decision])}：${because}`,
      registrar(first),
      [...flagsOf(ride.scans), ...letOn(ride.scans)].join('；'),
      first.party,
    ];
  });
}

/** W-32: staff outdo the verdict, both ways. */
const isRefused = ({ decision, decided }: Told): boolean =>
  decided ? decided.outcome === 'refused' : decision === 'refuse';

const flagsOf = (scans: readonly Told[]): readonly string[] =>
  [...new Set(scans.flatMap(({ reply }) => reply.flags))].map((flag) => both(flagWords[flag]));

const staffCell = ({ name, role }: StaffName): string => `${name}（${both(staffRoleWords[role])}）`;

const letOn = (scans: readonly Told[]): readonly string[] =>
  scans.flatMap(({ decided }) =>
    decided?.outcome === 'let-on'
      ? [`破例放行 let on after all：${both(boardingReasonText(decided.reason))}，${staffCell(decided.by)}`]
      : [],
  );

function registrar({ by }: Told): string {
  if (by === 'rider') return '本人 rider';
  return by === 'family' ? '家人代为登记 family' : staffCell(by);
}

/** A scan as facts; W-32: who was told no did not ride. */
export const asFacts = (scan: Told) => ({
  ...scan,
  ...scanFacts(scan.scannedAt, { ...scan, venueKind: scan.reply.venue.kind }),
  ...(isRefused(scan) && { refused: true as const }),
  ...(scan.decided && { staffDecision: { outcome: scan.decided.outcome } }),
});

/** The line of a scan as its rider saw it. */
export const lineOf = ({ reply: { venue } }: Told): string => (venue.lineName ? both(venue.lineName) : '');

function placeOf({ reply: { venue } }: Told): string {
  const name = both(venue.name);
  if (venue.plate === undefined) return name;
  // Most vehicles of the city are named by their plates, with a dot: the plate stands once.
  return name.replaceAll('·', '') === venue.plate ? venue.plate : `${name} ${venue.plate}`;
}

/** Whom staff registered showed a document and told no phone. */
function identityCells(
  { enrolment, name, registeredName, documentKind, documentNumber, phone }: Person,
  [first]: readonly Told[],
) {
  const document = [name, both(documentWords[documentKind]), documentNumber];
  if (typeof first?.by === 'object') return [...document, ''];
  return enrolment === 'authenticates' && name === registeredName
    ? [...document, phone]
    : ['未实名 not authenticated', '', '', ''];
}

const memberCells = ({ member, phone }: Person) =>
  member ? [member.name, both(documentWords[member.documentKind]), member.documentNumber, phone] : [];

/** The same cells out of the workbook's sheet of journeys: all but heading and number. */
export const reportedRows = (rows: readonly ExpectedRow[]): readonly ExpectedRow[] =>
  rows.slice(1).map(([_number, ...cells]) => cells);

/** One form for sets of rows: sorted lines. */
export const asLines = (rows: readonly ExpectedRow[]): readonly string[] => rows.map((row) => row.join('|')).sort();

/** Whether a ledger is of one service day only, so that every acknowledged scan belongs into one report. */
export const isOfDay = (ledger: Ledger, day: string): boolean =>
  ledger.scans.every(({ scannedAt }) => dayOf(scannedAt) === day && scannedAt >= dayStart(day));
