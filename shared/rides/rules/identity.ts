import { type RequirementCheck, refuse } from './check';

/** W-04: no identity, no pass. */
export const identity: RequirementCheck = (facts) => (facts.identity ? undefined : refuse('identity-missing'));
