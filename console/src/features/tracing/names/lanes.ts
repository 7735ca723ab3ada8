import type { Instant } from '@tongcheng/shared/time';
import type { MatchRow } from './match-rows';

/** The matches in one vehicle, carriage, ship or departure of one day, on an axis of time. */
export interface Lane {
  readonly key: string;
  readonly from: Instant;
  readonly to: Instant;
  /** In the order in which the time together began. */
  readonly rows: readonly [MatchRow, ...MatchRow[]];
}

/** Matches by vehicle and day, the earliest lane first. */
export const lanesOf = (rows: readonly MatchRow[]): readonly Lane[] => {
  const lanes = new Map<string, Lane>();
  for (const row of rows.toSorted((one, other) => one.match.from - other.match.from)) {
    const { day, placeId, from, to } = row.match;
    const key = `${day} ${placeId}`;
    const known = lanes.get(key);
    lanes.set(key, {
      key,
      from: known ? Math.min(known.from, from) : from,
      to: known ? Math.max(known.to, to) : to,
      rows: known ? [...known.rows, row] : [row],
    });
  }
  return [...lanes.values()];
};

interface Span {
  readonly from: Instant;
  readonly to: Instant;
}

/** Where a span lies on an axis of time, in thousandths; never thinner than can be seen. */
export const barIn = (axis: Span, { from, to }: Span): { readonly x: number; readonly width: number } => {
  const whole = Math.max(1, axis.to - axis.from);
  const width = Math.max(6, (1_000 * (to - from)) / whole);
  return { x: Math.min(1_000 - width, (1_000 * (from - axis.from)) / whole), width };
};
