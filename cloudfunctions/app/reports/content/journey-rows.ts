import { hourOf } from '@tongcheng/shared/time';
import { staffNames } from '../../rides/assisted/staff-of';
import { isAssisted } from '../../rides/feed/feed-scan';
import { isCounted, isOfFlood } from '../../rides/scan-record';
import { personOf } from '../../rides/scanning/scan-subject';
import type { SheetRow } from '../../workbooks/sheet';
import { addRefusals } from './add-refusals';
import { type ReportedRide, type RiderPart, riderParts } from './changed-rides';
import { doubtsOf } from './doubts';
import type { Gathering } from './gathering';
import { addJourney, addTo } from './overview-sums';
import { placeCells, rideRow } from './ride-row';
import type { PersonCells } from './source';
import { noLine } from './summary';

/** Rows of some riders, and the last of these. */
export interface JourneyStep {
  readonly last: string;
  readonly rows: Readonly<Record<'journeys' | 'incomplete' | 'refused', readonly SheetRow[]>>;
}

const notAuthenticated: PersonCells = ['未实名 not authenticated', '', '', ''];
const forgotten: PersonCells = ['已应本人要求删除 deleted at the person’s request', '', '', ''];

/** The rows of the sheets that name people, one rider after the other from the one after `after` on; on the way the sums are gathered. */
export async function* journeyRows(gathering: Gathering, after?: string): AsyncGenerator<JourneyStep> {
  for await (const { parts, last } of riderParts(gathering.source, gathering.plan, after)) {
    const subjects = parts.map(({ any }) => (any ? gathering.source.riderOf(any).subjectId : ''));
    const personIds = subjects.map(personOf);
    const people = await gathering.source.people([...new Set(personIds.filter((id) => id !== undefined))]);
    const journeys: SheetRow[] = [];
    const incomplete: SheetRow[] = [];
    const refused: SheetRow[] = [];
    for (const [index, part] of parts.entries()) {
      const personId = personIds[index];
      const person = personId === undefined ? notAuthenticated : (people.get(personId) ?? forgotten);
      await addRider(gathering, part, person, personId !== undefined, journeys, incomplete);
      await addRefusals(gathering, part.refusals, person, refused);
    }
    yield { last, rows: { journeys, incomplete, refused } };
  }
}

async function addRider(
  gathering: Gathering,
  part: RiderPart,
  person: PersonCells,
  authenticated: boolean,
  rows: SheetRow[],
  doubtful: SheetRow[],
): Promise<void> {
  const { counts, overview } = gathering;
  await addScans(gathering, part.scans);
  if (part.rides.length > 0) counts.riders += 1;
  const staff = await staffNames(gathering.source.staffOf, part.rides.flatMap(staffOfRide));
  for (const reported of part.rides) {
    const place = await placeOf(gathering, reported);
    const { ride } = reported;
    addJourney(overview, ride.place.mode, lineWords(place), hourOf(ride.from));
    counts.rows += 1;
    rows.push(rideRow(counts.rows, reported, person, place, staff));
    const doubts = doubtsOf(ride, authenticated);
    if (doubts.length === 0) continue;
    counts.incomplete += 1;
    for (const doubt of doubts) addTo(overview.doubts, doubt);
    doubtful.push([counts.rows, ...person, ...place, doubts.join('；')]);
  }
}

/** A mode and its line as the overview names them. */
const lineWords = ([mode, line]: SheetRow): string => `${mode} ${line === '' ? noLine : line}`;

/** Whoever of staff registered a ride, or let its rider on after all. */
const staffOfRide = ({ ride }: ReportedRide): readonly string[] =>
  ride.scans.flatMap((scan) => [
    ...(isAssisted(scan) ? [scan.by] : []),
    ...(scan.staffDecision ? [scan.staffDecision.by] : []),
  ]);

/** Venues are nearly always known already: waiting for each would cost more than all the rest of a row. */
async function addScans({ venues, summary, counts }: Gathering, scans: RiderPart['scans']): Promise<void> {
  const counted = scans.filter(({ scan }) => isCounted(scan));
  counts.scans += scans.length;
  counts.demonstration += scans.length - counted.length;
  const withVenues = [];
  for (const { scan, refused } of counted) {
    counts.rules.add(`${scan.ruleId} v${scan.ruleVersion}`);
    if (isOfFlood(scan)) {
      summary.addLeftOut();
      counts.leftOut += 1;
      continue;
    }
    if (refused) continue;
    const venue = venues(scan);
    withVenues.push({ scan, venue: venue instanceof Promise ? await venue : venue });
  }
  summary.addRider(withVenues);
}

/** The places of a ride in order, each once: 汉口北 → 2号线 0203 3车厢. */
async function placeOf({ venues }: Gathering, reported: ReportedRide): Promise<SheetRow> {
  const { place, scans } = reported.ride;
  const found = venues(place);
  const own = found instanceof Promise ? await found : found;
  if (scans.every(({ venueId }) => venueId === place.venueId)) return placeCells(reported, own, own.place);
  const places = new Set<string>();
  for (const scan of scans) places.add((await venues(scan)).place);
  return placeCells(reported, own, [...places].join(' → '));
}
