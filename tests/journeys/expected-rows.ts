import type { Ledger, Network, Person } from '@tongcheng/city';
import { both, closingWords, decisionWords } from '@tongcheng/shared/reports/words';
import { ridesOf } from '@tongcheng/shared/rides/rides-of';
import { dayOf, dayStart, formatInstant } from '@tongcheng/shared/time';
import type { RideSettings } from '@tongcheng/shared/venues/city-settings';
import { modeNames } from '@tongcheng/shared/venues/words';

/** The city as its riders lived it: what was acknowledged, who they are, where they were. */
export interface Lived {
  readonly ledger: Ledger;
  readonly people: readonly Person[];
  readonly network: Network;
  readonly rides: RideSettings;
  /** When the report was formed. */
  readonly asOf: number;
}

/** The cells of a journey that both sides can name: name, number, phone, mode, from, to, ending, verdict, people. */
export type ExpectedRow = readonly (string | number)[];

/** What the sheet of journeys must hold, worked out from the riders' own ledger, without store, vault or report. */
export function expectedRows(lived: Lived): readonly ExpectedRow[] {
  const byPerson = new Map<number, Ledger['scans'][number][]>();
  for (const scan of lived.ledger.scans)
    byPerson.set(scan.personIndex, [...(byPerson.get(scan.personIndex) ?? []), scan]);
  return [...byPerson].flatMap(([index, scans]) => rowsOf(lived, index, scans));
}

function rowsOf(
  { people, network, rides, asOf }: Lived,
  index: number,
  scans: Ledger['scans'],
): readonly ExpectedRow[] {
  const kinds = new Map(network.venues.map((venue) => [venue.venueId, venue]));
  const placed = scans.flatMap((scan) => {
    const venue = kinds.get(scan.venueId);
    return venue && !venue.demonstration ? [{ ...scan, venueKind: venue.kind }] : [];
  });
  const person = people.find((one) => one.index === index);
  if (!person) throw new Error(`nobody has the number ${index}`);
  return ridesOf(placed, rides, asOf).map((ride) => {
    const first = ride.scans[0] ?? ride.place;
    const ending = ride.closedBy ? both(closingWords[ride.closedBy]) : '尚未结束 still open';
    return [
      ...identityCells(person),
      both(modeNames[ride.place.mode]),
      formatInstant(ride.from),
      ride.to === undefined ? '' : formatInstant(ride.to),
      ending,
      both(decisionWords[first.decision]),
      first.party,
    ];
  });
}

const identityCells = ({ enrolment, name, registeredName, documentNumber, phone }: Person) =>
  enrolment === 'authenticates' && name === registeredName
    ? [name, documentNumber, phone]
    : ['未实名 not authenticated', '', ''];

/** The same cells out of the workbook's sheet of journeys, heading left out. */
export const reportedRows = (rows: readonly (readonly (string | number)[])[]): readonly ExpectedRow[] =>
  rows.slice(1).map((row) => {
    const [
      ,
      name = '',
      ,
      number = '',
      phone = '',
      mode = '',
      ,
      ,
      from = '',
      to = '',
      ,
      ending = '',
      ,
      verdict = '',
      ,
      ,
      people = '',
    ] = row;
    return [name, number, phone, mode, from, to, ending, String(verdict).split('：')[0] ?? '', people];
  });

/** One form for sets of rows: sorted lines. */
export const asLines = (rows: readonly ExpectedRow[]): readonly string[] => rows.map((row) => row.join('|')).sort();

/** Whether a ledger is of one service day only, so that every acknowledged scan belongs into one report. */
export const isOfDay = (ledger: Ledger, day: string): boolean =>
  ledger.scans.every(({ scannedAt }) => dayOf(scannedAt) === day && scannedAt >= dayStart(day));
