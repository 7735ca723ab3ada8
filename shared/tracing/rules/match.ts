import type { Exposure } from '../exposure';
import type { TraceParameters } from '../parameters';
import type { TracedRide } from '../traced-ride';

/** What a rule finds of two rides in the same place. */
type Match = Pick<Exposure, 'restsOn' | 'certainty' | 'shared' | 'stretches'>;

/** The rule of a mode: whether the first ride exposed the second, which is of another rider in the same place. */
export type TraceRule = (index: TracedRide, other: TracedRide, parameters: TraceParameters) => Match | undefined;
