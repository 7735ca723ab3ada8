import type { Client } from 'pg';
import type { Row } from './rows';
import { openPipeline, type Settled, sessionSeconds } from './sessions';
import { asConfig, type Statement } from './statement';

/** A pipelined connection that is made anew when it breaks or grows old. For short questions only: each waits for those before it. */
export interface Lane {
  /** Questions under way. */
  readonly load: () => number;
  readonly ask: (statement: Statement) => Promise<readonly Row[]>;
  readonly close: () => Promise<void>;
}

/** {@link Lane}; connects at the first question. */
export const openLane = (settings: Settled): Lane => {
  let current: Promise<Client> | undefined;
  let until = 0;
  let load = 0;

  const renewed = (): Promise<Client> => {
    const old = current;
    const opening = openPipeline(settings);
    current = opening;
    until = performance.now() + sessionSeconds * 1_000;
    const forget = () => {
      if (current === opening) current = undefined;
    };
    opening.then((client) => client.once('end', forget), forget);
    // What is under way on the old one is answered before it closes.
    old?.then((client) => client.end()).catch(() => undefined);
    return opening;
  };

  const ask = async (statement: Statement): Promise<readonly Row[]> => {
    const opened = current && performance.now() < until ? current : renewed();
    load += 1;
    try {
      const client = await opened;
      const { rows } = await client.query<string[]>(asConfig(statement));
      return rows;
    } catch (fault) {
      if (isBroken(fault) && current === opened) current = undefined;
      throw fault;
    } finally {
      load -= 1;
    }
  };

  return {
    load: () => load,
    ask,
    close: async () => {
      const last = current;
      current = undefined;
      await last?.then((client) => client.end()).catch(() => undefined);
    },
  };
};

/** A fault without a SQLSTATE is one of the connection. */
const isBroken = (fault: unknown): boolean =>
  !(typeof fault === 'object' && fault !== null && 'code' in fault && /^[0-9A-Z]{5}$/.test(String(fault.code)));
