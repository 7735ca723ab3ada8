import type { Eligibility } from '../identity/eligibility';
import type { CodeState } from '../venues/kinds';

/** All that a verdict may rest on: the rider's eligibility and the state of the code they scanned. */
export interface RiderFacts extends Eligibility {
  readonly code: CodeState;
}
