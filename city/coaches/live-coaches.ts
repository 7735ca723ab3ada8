import type { Instant } from '@tongcheng/shared/time';
import { liveThrough } from '../simulation/live-through';
import { onwardClock } from '../simulation/onward-clock';
import { locksByKey, poolOf } from '../simulation/pool';
import { type CoachDays, type CoachEvent, isFollowed } from './coach-events';
import { type CoachOptions, type CoachTime, type Moment, momentOf } from './moment';
import { perform } from './perform';

/** The past of the coaches. */
export interface PastCoaches extends CoachOptions, Omit<CoachTime, 'now'> {
  readonly days: CoachDays;
  readonly from: Instant;
  readonly to: Instant;
  /** Sets the clock that the product sees; called with instants that never go back. */
  readonly setClock: (at: Instant) => void;
}

/** The coaches as they go on. */
export interface PresentCoaches {
  /** Lets what is under way end. */
  stop(): Promise<void>;
  readonly moment: Moment;
}

const atOnce = 64;

/** Lives from one instant to another as fast as the product answers, its clock set to the instant of each act. */
export async function livePastCoaches(past: PastCoaches): Promise<void> {
  const { days, from, to, state } = past;
  const clock = onwardClock(from, past.setClock);
  const moment = momentOf(past, { ...past, now: clock.now });
  const withLock = locksByKey<string>();
  const events = days.between(from, to).filter(({ departure }) => isFollowed(departure, state));
  await liveThrough(events, atOnce, (event) => {
    clock.set(event.at);
    return withLock(event.departure.departureId, () => guarded(moment, event));
  });
  clock.set(to);
  state.livedUntil = to;
}

/** What the present takes beside the moment. */
export interface PresentNeeds extends CoachOptions, CoachTime {
  readonly days: CoachDays;
  /** Called when the state should be written. */
  readonly keep: () => void;
}

const tickMs = 1_000;
const keepEveryMs = 60_000;

/** Lives on in real time: one timer, bounded work, and whatever the product answers is part of life. */
export function livePresentCoaches(needs: PresentNeeds): PresentCoaches {
  const { days, state, now, keep } = needs;
  const moment = momentOf(needs, needs);
  const pool = poolOf(atOnce, () => undefined);
  const withLock = locksByKey<string>();
  const due: CoachEvent[] = [];
  let keptAt = now();
  const pump = () => {
    while (pool.hasRoom()) {
      const next = due.shift();
      if (!next) return;
      pool.start(() => withLock(next.departure.departureId, () => guarded(moment, next)).finally(pump));
    }
  };
  const tick = () => {
    const [from, to] = [state.livedUntil ?? now(), now()];
    due.push(...days.between(from, to).filter(({ departure }) => isFollowed(departure, state)));
    state.livedUntil = to;
    pump();
    if (to - keptAt < keepEveryMs) return;
    keptAt = to;
    keep();
  };
  const timer = setInterval(tick, tickMs);
  const stop = async () => {
    clearInterval(timer);
    due.length = 0;
    await pool.idle();
    keep();
  };
  return { stop, moment };
}

/** An act that cannot be done is told and hurts no other. */
async function guarded(moment: Moment, { departure, act }: CoachEvent): Promise<void> {
  try {
    await perform(moment, departure, act);
  } catch (fault) {
    moment.tally.count(act.kind, fault instanceof Error ? fault.message : 'unknown');
  }
}
