import { type Check, refuse } from './check';

/** W-04: no identity, no pass. */
export const identity: Check = (facts) => (facts.identity ? undefined : refuse('identity-missing'));
