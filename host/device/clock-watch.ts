import { type Instant, minuteMs } from '@tongcheng/shared/time';

/** The machine's two clocks. */
export interface MachineClocks {
  /** What people set: it may be wrong, and may jump. */
  wall(): Instant;
  /** Milliseconds since some moment, which nobody sets; it may stand while the machine sleeps. */
  steady(): number;
}

/** What the gate takes for now. */
export interface ClockWatch {
  /** The server said what time it is; `sentAt` is the steady clock's time of the question. */
  heard(serverAt: Instant, sentAt: number): void;
  /** The server's time, carried on by the steady clock; before it was heard the wall clock's. */
  now(): Instant;
  /** The two clocks of the machine have drifted apart since the server was heard: it slept, or somebody set the wall clock. Staff decide then. */
  isDoubtful(): boolean;
  /** How far the wall clock is ahead of the server's. */
  offsetMs(): number;
  /** Milliseconds of the steady clock. */
  steady(): number;
}

/** Clocks of one machine stay closer than this, days long. */
const driftMs = minuteMs;

/**
 * A clock that believes the server and the steady clock: a wrong wall clock makes no wrong decision, and one that is set while the gate runs is noticed.
 */
export function watchClock({ wall, steady }: MachineClocks): ClockWatch {
  let anchor: { readonly server: Instant; readonly wall: Instant; readonly steady: number } | undefined;
  const now = () => (anchor ? anchor.server + Math.round(steady() - anchor.steady) : wall());
  return {
    heard(serverAt, sentAt) {
      const received = steady();
      anchor = { server: serverAt + Math.round((received - sentAt) / 2), wall: wall(), steady: received };
    },
    now,
    isDoubtful: () => anchor !== undefined && Math.abs(wall() - anchor.wall - (steady() - anchor.steady)) > driftMs,
    offsetMs: () => Math.round(wall() - now()),
    steady,
  };
}
