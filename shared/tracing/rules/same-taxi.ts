import type { Instant } from '../../time';
import type { TraceParameters } from '../parameters';
import { sharedTime } from '../spans';
import type { Certainty, InferredEnd, Span, TracedRide } from '../traced-ride';
import type { TraceRule } from './match';

/** People scan so long before they get out: who boards so long after the interval by the scans may have been within it. */
const beforeLeavingMs = 40_000;

/** So long after the alighting by the scans, less than this, a ride in the same car that begins is exposed: whoever reads rides for this rule reads as far, in milliseconds. */
export const taxiReachMs = ({ taxiIntervalMs }: Pick<TraceParameters, 'taxiIntervalMs'>): number =>
  taxiIntervalMs + beforeLeavingMs;

/**
 * W-25: those riding together, however shortly, and rides beginning in that car within the interval after the alighting; the surer of the
 * two where both hold. Who rode before the index rider is not exposed.
 */
export const sameTaxi: TraceRule = (index, other, parameters) => {
  for (const certainty of parameters.counted) {
    const found = sharedTime(index.aboard, other.aboard, { leastMs: 0, counted: [certainty] });
    if (found) return { restsOn: 'time', ...found };
    const shared = between(index, other, certainty);
    if (shared && shared.to - shared.from < taxiReachMs(parameters)) return { restsOn: 'interval', certainty, shared };
  }
  return undefined;
};

/** From the alighting of the one to the boarding of the other; undefined where they boarded before it, or it is not so sure. */
function between(index: TracedRide, other: TracedRide, certainty: Certainty): Span | undefined {
  const [left, boarded] = [endOf(index, 'to', certainty), endOf(other, 'from', certainty)];
  return left === undefined || boarded === undefined || boarded < left ? undefined : { from: left, to: boarded };
}

function endOf({ aboard, inferred }: TracedRide, end: InferredEnd['end'], certainty: Certainty): Instant | undefined {
  if (certainty !== 'proven') return aboard[certainty][end];
  return inferred.some((each) => each.end === end) ? undefined : aboard.likely[end];
}
