/** 2026-11-21 08:00 in Shanghai. */
const morning = Date.UTC(2026, 10, 21);

/** Noon of a day in Shanghai. */
export const noon = Date.parse('2026-11-20T12:00:00+08:00');

/** A clock that stands until it is moved. */
export const standingClock = (start = morning) => {
  let now = start;
  return {
    now: () => now,
    pass: (ms: number) => {
      now += ms;
    },
    set: (at: number) => {
      now = at;
    },
  };
};

/** Moves what `Date.now` says in this test file, for code that asks no clock port, such as the rest of a circuit breaker. */
export const passOnThisMachine = (ms: number): void => {
  const before = Date.now;
  jest.spyOn(Date, 'now').mockImplementation(() => before() + ms);
};

/** Only intervals wait to be moved by `jest.advanceTimersByTime`; sockets, promises and every other timer go on by themselves. */
export const holdIntervals = (): void => {
  jest.useFakeTimers({
    doNotFake: [
      'Date',
      'hrtime',
      'nextTick',
      'performance',
      'queueMicrotask',
      'setImmediate',
      'clearImmediate',
      'setTimeout',
      'clearTimeout',
    ],
  });
};
