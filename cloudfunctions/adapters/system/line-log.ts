import type { Log } from '../../ports/log';

/** A log of JSON lines: time, level, what, and the allowed fields. Debug lines are left out. */
export const lineLog = (write: (line: string) => void): Log => ({
  event: (level, what, fields) => {
    if (level === 'debug') return;
    write(`${JSON.stringify({ at: new Date().toISOString(), level, what, ...fields })}\n`);
  },
});
