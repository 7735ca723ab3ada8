import { sharedTime } from '../spans';
import type { Aboard, Certainty, Span, TracedRide } from '../traced-ride';
import type { TraceRule } from './match';

/**
 * W-22, W-23: the same vehicle or carriage and a stretch in common. Where the stops of both are known they decide, whatever the clocks say:
 * who alights where the other boards shared nothing. Else the time aboard decides.
 */
export const sharedStretch: TraceRule = (index, other, { leastOverlapMs, counted }) => {
  const stretches = stretchesOf(index, other);
  if (stretches !== undefined) {
    const certainty = certaintyOfStops(index, other);
    if (stretches < 1 || !counted.includes(certainty)) return undefined;
    return { restsOn: 'stops', certainty, shared: together(index.aboard, other.aboard), stretches };
  }
  const found = sharedTime(index.aboard, other.aboard, { leastMs: leastOverlapMs, counted });
  return found && { restsOn: 'time', ...found };
};

function stretchesOf({ calls: one }: TracedRide, { calls: other }: TracedRide): number | undefined {
  if (!one || !other) return undefined;
  return Math.min(one.alighting, other.alighting) - Math.max(one.boarding, other.boarding);
}

/** Stops of an end that no scan proves are inferred like the end itself. */
const certaintyOfStops = (one: TracedRide, other: TracedRide): Certainty => {
  if (one.inferred.length === 0 && other.inferred.length === 0) return 'proven';
  return sharedTime(one.aboard, other.aboard, { leastMs: 0, counted: ['proven', 'likely'] })?.certainty ?? 'possible';
};

/** The time for which it is told; empty where the clocks of two phones disagree about a stretch that was shared. */
function together(one: Aboard, other: Aboard): Span {
  const from = Math.max(one.likely.from, other.likely.from);
  return { from, to: Math.max(from, Math.min(one.likely.to, other.likely.to)) };
}
