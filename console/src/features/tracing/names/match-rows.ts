import type { Certainty, TracedMode } from '@tongcheng/shared/tracing/traced-ride';
import type { ExposedRider, NamedMatch } from '@tongcheng/shared/tracing/wire';

/** One match of one rider. */
export interface MatchRow {
  readonly key: string;
  /** The rider's number in the list, from 1. */
  readonly number: number;
  readonly person: ExposedRider['person'];
  readonly match: NamedMatch;
}

/** What matches are narrowed to; absent is all. */
export interface MatchFilter {
  readonly certainty?: Certainty | undefined;
  readonly mode?: TracedMode | undefined;
}

/** All matches in the order of their riders, those that fit. */
export const matchRows = (riders: readonly ExposedRider[], { certainty, mode }: MatchFilter): readonly MatchRow[] =>
  riders.flatMap(({ person, matches }, at) =>
    matches
      .map((match, nth) => ({ key: `${at} ${nth}`, number: at + 1, person, match }))
      .filter(({ match }) => certainty === undefined || match.certainty === certainty)
      .filter(({ match }) => mode === undefined || match.mode === mode),
  );

/** A rider with their matches that fit. */
export interface RiderRows {
  readonly number: number;
  readonly person: ExposedRider['person'];
  readonly rows: readonly [MatchRow, ...MatchRow[]];
}

/** Matches under their riders. */
export const byRider = (rows: readonly MatchRow[]): readonly RiderRows[] => {
  const riders = new Map<number, RiderRows>();
  for (const row of rows) {
    const { number, person } = row;
    const known = riders.get(number);
    riders.set(number, { number, person, rows: known ? [...known.rows, row] : [row] });
  }
  return [...riders.values()];
};

/** Modes that occur. */
export const modesIn = (riders: readonly ExposedRider[]): readonly TracedMode[] => [
  ...new Set(riders.flatMap(({ matches }) => matches.map(({ mode }) => mode))),
];
