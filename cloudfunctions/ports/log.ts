/** The only fields that a log line may hold: ids, codes, counts. No names, numbers, tokens or bodies (STYLE 18). */
export interface LogFields {
  readonly endpoint?: string;
  readonly failure?: string;
  readonly faultId?: string;
  readonly status?: number;
  readonly ms?: number;
  readonly count?: number;
  readonly city?: string;
  readonly day?: string;
  readonly reportId?: string;
  readonly deliveryId?: string;
  readonly provider?: string;
  /** Until when copies of an erased key may remain: an ISO time, or `unknown`. */
  readonly copiesUntil?: string;
  /** Name and stack of a fault; messages of our own code never hold personal values. */
  readonly fault?: string;
}

/** Structured log with allow-listed fields. */
export interface Log {
  event(level: 'debug' | 'notice' | 'warning' | 'fault', what: string, fields?: LogFields): void;
}
