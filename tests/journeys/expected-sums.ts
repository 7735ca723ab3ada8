import { both } from '@tongcheng/shared/reports/words';
import { decisions } from '@tongcheng/shared/rides/meanings';
import { replayScans } from '@tongcheng/shared/rides/replay/replay-scans';
import { hourOf } from '@tongcheng/shared/time';
import type { RideSettings } from '@tongcheng/shared/venues/city-settings';
import { modeNames, modes } from '@tongcheng/shared/venues/kinds';
import { asFacts, type ExpectedRow, type Lived, lineOf, scansByPerson, type Told } from './expected-rows';

interface Sum {
  people: number;
  scans: number;
  refused: number;
}

/** Who was refused did not ride (W-32): told apart by replaying what riders were told. */
function refusedOf(scans: readonly Told[], settings: RideSettings) {
  const { steps } = replayScans(scans.map(asFacts), settings);
  const away = steps.filter(({ refused }) => refused);
  const counted = steps.filter(
    ({ scan, meaning, refused }) => scan.refused && (refused || meaning === 'ride-carriage'),
  );
  return {
    notRidden: new Set(away.map(({ scan }) => scan.scanId)),
    refusals: new Set(counted.filter(({ meaning }) => meaning !== 'repeat').map(({ scan }) => scan.scanId)),
  };
}

/** What the sheet of sums must hold by what riders were told: each person once a line, with the largest party of theirs in it. */
export function expectedSums(lived: Pick<Lived, 'ledger' | 'rides'>): readonly ExpectedRow[] {
  const sums = new Map<string, Sum>();
  for (const scans of scansByPerson(lived).values()) {
    const parties = new Map<string, number>();
    const { notRidden, refusals } = refusedOf(scans, lived.rides);
    for (const scan of scans)
      for (const label of labelsOf(both(modeNames[scan.mode]), lineOf(scan), hourOf(scan.scannedAt))) {
        const rode = !notRidden.has(scan.scanId);
        const isRefusal = refusals.has(scan.scanId);
        if (!rode && !isRefusal) continue;
        const sum = sums.get(label) ?? { people: 0, scans: 0, refused: 0 };
        const refused = sum.refused + (isRefusal ? scan.party : 0);
        sums.set(label, { ...sum, scans: sum.scans + (rode ? 1 : 0), refused });
        if (rode) parties.set(label, Math.max(parties.get(label) ?? 0, scan.party));
      }
    for (const [label, party] of parties) {
      const sum = sums.get(label);
      if (sum) sum.people += party;
    }
  }
  return [...sums].map(([label, { people, scans, refused }]) => [...label.split('|'), people, scans, refused]);
}

/** How many people were refused, by what riders were told: what live figures, list, sheet and mail must say. */
export const expectedRefusals = (lived: Pick<Lived, 'ledger' | 'rides'>): number =>
  [...scansByPerson(lived).values()].reduce((total, scans) => {
    const { refusals } = refusedOf(scans, lived.rides);
    return total + scans.reduce((people, { scanId, party }) => people + (refusals.has(scanId) ? party : 0), 0);
  }, 0);

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
