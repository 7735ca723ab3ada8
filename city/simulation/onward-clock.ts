import type { Instant } from '@tongcheng/shared/time';

/** A clock that never goes back, whose every step the host's clock follows. */
export function onwardClock(start: Instant, setClock: (at: Instant) => void) {
  let at = start;
  setClock(at);
  return {
    now: () => at,
    set: (to: Instant) => {
      if (to <= at) return;
      at = to;
      setClock(at);
    },
  };
}
