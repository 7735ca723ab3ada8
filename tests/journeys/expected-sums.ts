import { both } from '@tongcheng/shared/reports/words';
import { decisions } from '@tongcheng/shared/rides/meanings';
import { hourOf } from '@tongcheng/shared/time';
import { modeNames, modes } from '@tongcheng/shared/venues/kinds';
import { type ExpectedRow, type Lived, lineOf, scansByPerson } from './expected-rows';

interface Sum {
  people: number;
  scans: number;
}

/** What the sheet of sums must hold by what riders were told: each person once a line, with the largest party of theirs in it. */
export function expectedSums(lived: Pick<Lived, 'ledger'>): readonly ExpectedRow[] {
  const sums = new Map<string, Sum>();
  for (const scans of scansByPerson(lived).values()) {
    const parties = new Map<string, number>();
    for (const scan of scans)
      for (const label of labelsOf(both(modeNames[scan.mode]), lineOf(scan), hourOf(scan.scannedAt))) {
        const sum = sums.get(label) ?? { people: 0, scans: 0 };
        sums.set(label, { ...sum, scans: sum.scans + 1 });
        parties.set(label, Math.max(parties.get(label) ?? 0, scan.party));
      }
    for (const [label, party] of parties) {
      const sum = sums.get(label);
      if (sum) sum.people += party;
    }
  }
  return [...sums].map(([label, { people, scans }]) => [...label.split('|'), people, scans]);
}

const two = (hour: number) => String(hour).padStart(2, '0');

const labelsOf = (mode: string, line: string, hour: number): readonly string[] => {
  const named = line === '' ? '（无线路） no line' : line;
  return [
    '全部 All|全部 All|全天 All day',
    `${mode}|全部 All|全天 All day`,
    `${mode}|${named}|全天 All day`,
    `${mode}|${named}|${two(hour)}:00–${two(hour + 1)}:00`,
  ];
};

/** What the live figures of the day must say by what riders were told: scans by verdict, by mode and by hour. */
export function expectedFigures(lived: Pick<Lived, 'ledger'>) {
  const scans = [...scansByPerson(lived).values()].flat();
  const count = (fits: (scan: (typeof scans)[number]) => boolean) => scans.filter(fits).length;
  return {
    scans: scans.length,
    byDecision: decisions.map((decision) => ({ decision, scans: count((scan) => scan.decision === decision) })),
    byMode: modes.map((mode) => ({ mode, scans: count((scan) => scan.mode === mode) })),
    byHour: Array.from({ length: 24 }, (_, hour) => count(({ scannedAt }) => hourOf(scannedAt) === hour)),
  };
}
