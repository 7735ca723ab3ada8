import type { Mode } from '@tongcheng/shared/venues/kinds';

/** What the page at the front tells, counted while the sheets are written. Numbers add up: a journey is counted once in each table. */
export interface OverviewSums {
  /** Journeys by mode and by hour of the day in which they began. */
  readonly hours: Map<Mode, number[]>;
  /** Journeys by the words for a mode and a line. */
  readonly lines: Map<string, number>;
  /** People refused, by the words for the reason. */
  readonly refusals: Map<string, number>;
  /** Journeys by the words for why they are incomplete; one may have several reasons. */
  readonly doubts: Map<string, number>;
}

/** Nothing yet. */
export const noOverview = (): OverviewSums => ({
  hours: new Map(),
  lines: new Map(),
  refusals: new Map(),
  doubts: new Map(),
});

/** Adds to one of the sums by words. */
export const addTo = (sums: Map<string, number>, words: string, count = 1): void => {
  sums.set(words, (sums.get(words) ?? 0) + count);
};

/** Adds a journey that began in an hour of the day. */
export function addJourney({ hours, lines }: OverviewSums, mode: Mode, line: string, hour: number): void {
  const ofMode = hours.get(mode) ?? Array.from({ length: 24 }, () => 0);
  ofMode[hour] = (ofMode[hour] ?? 0) + 1;
  hours.set(mode, ofMode);
  addTo(lines, line);
}
