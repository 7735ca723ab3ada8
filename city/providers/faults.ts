/** How a local service misbehaves, switchable while it runs: outside services do all of this. */
export interface Faults {
  /** Answers this much later. */
  delayMs: number;
  /** Share of calls, 0 to 1, answered with 503, or with the service's own word for it. */
  failRate: number;
  /** Drops the connection without a word. */
  away: boolean;
  /** Answers with a wrong signature. */
  wronglySigned: boolean;
  /** Answers with something that is no JSON. */
  malformed: boolean;
  /** Says, in its own words, that it is asked too often; for services that have such words. */
  throttled: boolean;
}

/** A service in good health. */
export const noFaults = (): Faults => ({
  delayMs: 0,
  failRate: 0,
  away: false,
  wronglySigned: false,
  malformed: false,
  throttled: false,
});
