/**
 * What goes wrong with a request:
 * `throttled`, `conflict` – turned away with the service's code, nothing done; `away` – the connection is cut before anything
 * is done; `done-then-silence` – done, and no answer ever; `done-then-cut` – done, and the connection is cut; `slow` – done
 * and answered after a while; `rubbish`, `half`, `gateway` – done, and the answer is a page of HTML, half a JSON, HTTP 502.
 */
export type FaultKind =
  | 'throttled'
  | 'conflict'
  | 'away'
  | 'done-then-silence'
  | 'done-then-cut'
  | 'slow'
  | 'rubbish'
  | 'half'
  | 'gateway';

/** One fault to come: for the next request, or the next of one action. */
export interface PlannedFault {
  readonly kind: FaultKind;
  /** Such as `database.insertDocument`; any when absent. */
  readonly action?: string;
  /** How often; once when absent. */
  readonly times?: number;
  /** Lets so many requests of that action pass first. */
  readonly after?: number;
}

/** Faults in the order planned. */
export function plannedFaults() {
  let planned: { readonly fault: PlannedFault; left: number; skip: number }[] = [];
  return {
    plan: (...faults: readonly PlannedFault[]) => {
      planned.push(...faults.map((fault) => ({ fault, left: fault.times ?? 1, skip: fault.after ?? 0 })));
    },
    clear: () => {
      planned = [];
    },
    /** The fault of this request, if one was planned for it. */
    next: (action: string): FaultKind | undefined => {
      const found = planned.find(({ fault }) => fault.action === undefined || fault.action === action);
      if (!found) return undefined;
      if (found.skip > 0) {
        found.skip -= 1;
        return undefined;
      }
      found.left -= 1;
      if (found.left <= 0) planned = planned.filter((each) => each !== found);
      return found.fault.kind;
    },
  };
}
