/** For a service that answers: no call ends by time, however busy the machine. */
export const longTimeoutMs = 15_000;

/** For a service that never answers, or too late: the test waits it out. */
export const shortTimeoutMs = 300;
