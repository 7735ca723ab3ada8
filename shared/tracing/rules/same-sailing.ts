import type { TraceParameters } from '../parameters';
import { overlapOf, sharedTime } from '../spans';
import type { Aboard, Certainty, Span, TracedRide } from '../traced-ride';
import type { TraceRule } from './match';

/**
 * W-24: the same sailing. A timetable tells; else who was aboard together, by scans on both ends; else who boarded the same ship within the
 * city's boarding time, unless at different docks, or after the other had left.
 */
export const sameSailing: TraceRule = (index, other, parameters) => {
  const certainty = certaintyOf(index, other, parameters);
  if (!certainty || !parameters.counted.includes(certainty)) return undefined;
  return { restsOn: 'sailing', certainty, shared: together(index.aboard, other.aboard) };
};

function certaintyOf(index: TracedRide, other: TracedRide, { boardingMs }: TraceParameters): Certainty | undefined {
  if (index.sailingId !== undefined && other.sailingId !== undefined)
    return index.sailingId === other.sailingId ? 'proven' : undefined;
  if (sharedTime(index.aboard, other.aboard, { leastMs: 0, counted: ['proven'] })) return 'proven';
  if (index.dockId !== undefined && other.dockId !== undefined && index.dockId !== other.dockId) return undefined;
  if (hadLeft(index, other) || hadLeft(other, index)) return undefined;
  return Math.abs(index.aboard.likely.from - other.aboard.likely.from) <= boardingMs ? 'likely' : undefined;
}

/** By a scan, when the other boarded. */
const hadLeft = ({ aboard, inferred }: TracedRide, { aboard: later }: TracedRide): boolean =>
  inferred.every(({ end }) => end !== 'to') && aboard.likely.to <= later.likely.from;

function together(one: Aboard, other: Aboard): Span {
  const from = Math.max(one.likely.from, other.likely.from);
  return overlapOf(one.likely, other.likely, 0) ?? { from, to: from };
}
