import { format } from 'node:util';

/** What the program complains of on its console. A build that is well says nothing. */
export interface Complaints {
  readonly console: Readonly<Record<'log' | 'info' | 'warn' | 'error' | 'debug', (...words: unknown[]) => void>>;
  readonly heard: readonly string[];
}

/** A console that remembers warnings and errors. */
export function complaintsOf(): Complaints {
  const heard: string[] = [];
  const remember = (...words: unknown[]) => heard.push(format(...words));
  const pass = () => undefined;
  return { heard, console: { log: pass, info: pass, debug: pass, warn: remember, error: remember } };
}
