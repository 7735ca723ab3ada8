import { both, flagWords } from '@tongcheng/shared/reports/words';
import { hourOf } from '@tongcheng/shared/time';
import { modeNames } from '@tongcheng/shared/venues/kinds';
import type { ScanRecord } from '../../rides/scan-record';
import type { SheetRow } from '../../workbooks/sheet';
import type { VenueCells } from './venue-cells';

/** What a sum takes of a scan. */
type Summed = Pick<ScanRecord, 'mode' | 'lineId' | 'scannedAt' | 'party'>;

/** A line of the sheet of sums, with its place in their order. */
interface Sum {
  readonly order: string;
  readonly labels: readonly [mode: string, line: string, hour: string];
  people: number;
  scans: number;
  refused: number;
}

/** Sums as they are kept between two runs. */
export interface KeptSums {
  readonly sums: readonly Sum[];
  /** Scans that are in no sum. */
  readonly leftOut: number;
}

const all = '全部 All';
/** In place of a line, where there is none. */
export const noLine = '（无线路） no line';
const allDay = '全天 All day';

const hourLabel = (hour: number) => `${String(hour).padStart(2, '0')}:00–${String(hour + 1).padStart(2, '0')}:00`;

/** Sums by mode, line and hour. Riders come one after the other, so that people are counted once in each line of the sheet. */
export function openSummary() {
  const sums = new Map<string, Sum>();
  let leftOut = 0;
  const sumOf = (order: string, labels: Sum['labels']): Sum => {
    const sum = sums.get(order) ?? { order, labels, people: 0, scans: 0, refused: 0 };
    sums.set(order, sum);
    return sum;
  };
  return {
    /** Adds a rider's scans with their lines; a party in a taxi counts as its people (W-15). */
    addRider(scans: readonly { readonly scan: Summed; readonly venue: VenueCells }[]): void {
      const people = new Map<Sum, number>();
      for (const { scan, venue } of scans) {
        for (const sum of linesOf(scan, venue, sumOf)) {
          sum.scans += 1;
          people.set(sum, Math.max(people.get(sum) ?? 0, scan.party));
        }
      }
      for (const [sum, count] of people) sum.people += count;
    },
    /** Adds people who were refused (W-32): they are in no other sum. */
    addRefused(scan: Summed, venue: VenueCells, people: number): void {
      for (const sum of linesOf(scan, venue, sumOf)) sum.refused += people;
    },
    /** Adds a scan beyond what one person does in a day: in no sum, and said so in a line of its own. */
    addLeftOut(): void {
      leftOut += 1;
    },
    /** The sums so far, to go on with in another process. */
    kept: (): KeptSums => ({ sums: [...sums.values()], leftOut }),
    resume: (kept: KeptSums) => {
      for (const sum of kept.sums) sums.set(sum.order, { ...sum });
      leftOut = kept.leftOut;
    },
    rows: (): readonly SheetRow[] => [
      ...[...sums.values()]
        .sort((one, other) => (one.order < other.order ? -1 : 1))
        .map(({ labels, people, scans, refused }) => [...labels, people, scans, refused]),
      ...(leftOut > 0 ? [['未计入 Left out', both(flagWords['many-scans']), allDay, '', leftOut, '']] : []),
    ],
  };
}

function linesOf(
  scan: Summed,
  venue: VenueCells,
  sumOf: (order: string, labels: Sum['labels']) => Sum,
): readonly Sum[] {
  const mode = both(modeNames[scan.mode]);
  const hour = hourOf(scan.scannedAt);
  // A station of several lines belongs to none of them: it is summed under the lines that it names.
  const line = `${scan.mode}/${scan.lineId ?? venue.line}`;
  const lineLabel = venue.line === '' ? noLine : venue.line;
  return [
    sumOf('', [all, all, allDay]),
    sumOf(scan.mode, [mode, all, allDay]),
    sumOf(`${line}/`, [mode, lineLabel, allDay]),
    sumOf(`${line}/${String(hour).padStart(2, '0')}`, [mode, lineLabel, hourLabel(hour)]),
  ];
}
