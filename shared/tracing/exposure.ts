import type { ScanFlag } from '../rides/meanings';
import type { Certainty, InferredEnd, Span, TracedMode } from './traced-ride';

/** On what a match rests. Codes are for ever. */
export const matchGrounds = ['stops', 'time', 'sailing', 'interval', 'manifest'] as const;
type MatchGround = (typeof matchGrounds)[number];

/** Two rides that matched under the rule of their mode: the first exposed the second. */
export interface Exposure {
  /** Who was exposed. */
  readonly rider: string;
  readonly mode: TracedMode;
  readonly placeId: string;
  readonly restsOn: MatchGround;
  readonly certainty: Certainty;
  /** The time together; of `interval`, from the alighting of the one to the boarding of the other. */
  readonly shared: Span;
  /** Of `stops`: how many stretches they shared. */
  readonly stretches?: number;
  /** Ends of either ride that no scan proves. */
  readonly inferred: { readonly index: readonly InferredEnd[]; readonly exposed: readonly InferredEnd[] };
  /** Others who rode on the exposed rider's scan and are not registered. */
  readonly companions: number;
  /** Doubts about scans of either ride. */
  readonly flags: readonly ScanFlag[];
}
