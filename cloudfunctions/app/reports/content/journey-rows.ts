import { isCounted, type ScanRecord } from '../../rides/scan-record';
import { personOf } from '../../rides/scanning/scan-subject';
import type { SheetRow } from '../../workbooks/sheet';
import type { ReportPlan } from '../records';
import type { RowSpool } from '../row-spool';
import { type ReportedRide, type RiderPart, riderParts } from './changed-rides';
import type { ReportCounts } from './counts';
import { doubtsOf } from './doubts';
import { placeCells, rideRow } from './ride-row';
import type { PersonCells, ReportSource } from './source';
import type { openSummary } from './summary';
import type { venueCells } from './venue-cells';

/** Where the rows of journeys go besides their own sheet. */
export interface Gathering {
  readonly source: ReportSource;
  readonly plan: ReportPlan;
  readonly venues: ReturnType<typeof venueCells>;
  readonly summary: ReturnType<typeof openSummary>;
  readonly incomplete: RowSpool;
  readonly counts: ReportCounts;
}

const notAuthenticated: PersonCells = ['未实名 not authenticated', '', '', ''];
const forgotten: PersonCells = ['已应本人要求删除 deleted at the person’s request', '', '', ''];

/** The rows of the sheet of journeys, one rider after the other; on the way the sums and the incomplete ones are gathered. */
export async function* journeyRows(gathering: Gathering): AsyncGenerator<readonly SheetRow[]> {
  for await (const parts of riderParts(gathering.source, gathering.plan)) {
    const subjects = parts.map(({ any }) => (any ? gathering.source.riderOf(any).subjectId : ''));
    const personIds = subjects.map(personOf);
    const people = await gathering.source.people([...new Set(personIds.filter((id) => id !== undefined))]);
    const rows: SheetRow[] = [];
    const doubtful: SheetRow[] = [];
    for (const [index, part] of parts.entries()) {
      const personId = personIds[index];
      const person = personId === undefined ? notAuthenticated : (people.get(personId) ?? forgotten);
      await addRider(gathering, part, person, personId !== undefined, rows, doubtful);
    }
    await gathering.incomplete.write(doubtful);
    yield rows;
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
  const { counts } = gathering;
  await addScans(gathering, part.scans);
  if (part.rides.length > 0) counts.riders += 1;
  for (const reported of part.rides) {
    const place = await placeOf(gathering, reported);
    counts.rows += 1;
    rows.push(rideRow(counts.rows, reported, person, place));
    const doubts = doubtsOf(reported.ride, authenticated);
    if (doubts.length === 0) continue;
    counts.incomplete += 1;
    doubtful.push([counts.rows, ...person, ...place, doubts.join('；')]);
  }
}

/** Venues are nearly always known already: waiting for each would cost more than all the rest of a row. */
async function addScans({ venues, summary, counts }: Gathering, scans: readonly ScanRecord[]): Promise<void> {
  const counted = scans.filter(isCounted);
  counts.scans += scans.length;
  counts.demonstration += scans.length - counted.length;
  const withVenues = [];
  for (const scan of counted) {
    const venue = venues(scan);
    counts.rules.add(`${scan.ruleId} v${scan.ruleVersion}`);
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
