import type { ScanRecord } from '../scan-record';
import { type CountedScan, openCountedScans } from './counted-scans';

/** People who got on and off at one place. */
interface PlaceCount {
  boarded: number;
  alighted: number;
}

/** A line that was scanned, with a venue of it, which knows its name. */
export interface ScannedLine {
  readonly lineId: string;
  readonly mode: ScanRecord['mode'];
  readonly venueId: string;
  people: number;
}

/** People of a city's day by the place where they got on and off, kept up to date scan by scan. Whoever was refused did neither. */
export interface PlaceCounts {
  add(record: ScanRecord): void;
  at(venueId: string): Readonly<PlaceCount>;
  /** Most people first. */
  lines(): readonly ScannedLine[];
}

const nobody: PlaceCount = { boarded: 0, alighted: 0 };

/** Nobody yet. */
export const openPlaceCounts = (): PlaceCounts => {
  const places = new Map<string, PlaceCount>();
  const lines = new Map<string, ScannedLine>();
  const changeBy = openCountedScans();
  const countBy = (record: ScanRecord, counted: CountedScan, by: 1 | -1): void => {
    const did = whatDid(counted);
    if (!did) return;
    const { venueId, lineId, mode, party } = record;
    const place = places.get(venueId) ?? { ...nobody };
    place[did] += by * party;
    places.set(venueId, place);
    if (lineId === undefined) return;
    const line = lines.get(lineId) ?? { lineId, mode, venueId, people: 0 };
    line.people += by * party;
    lines.set(lineId, line);
  };
  return {
    add: (record) => {
      const change = changeBy(record);
      if (change?.before) countBy(record, change.before, -1);
      if (change) countBy(record, change.after, 1);
    },
    at: (venueId) => places.get(venueId) ?? nobody,
    lines: () => [...lines.values()].filter(({ people }) => people > 0).sort((a, b) => b.people - a.people),
  };
};

function whatDid({ meaning, outcome }: CountedScan): keyof PlaceCount | undefined {
  switch (meaning) {
    case 'board':
    case 'enter':
      return outcome === 'refuse' ? undefined : 'boarded';
    case 'alight':
      return 'alighted';
    case 'ride-carriage':
    case 'repeat':
      return undefined;
  }
}
