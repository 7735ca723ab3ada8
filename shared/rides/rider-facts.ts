import type { Standing } from '../identity/eligibility';
import type { CodeState } from '../venues/kinds';

/** All that a verdict may rest on: the rider's standing and the state of the code they scanned. */
export interface RiderFacts extends Standing {
  readonly code: CodeState;
}
