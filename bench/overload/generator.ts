import { randomInt } from 'node:crypto';
import { type LoadConnection, openLoadConnection } from '../scans/connection';
import { load, scan } from '../scans/load';
import type { Ready } from '../scans/server';

/** What the generator is asked: so many scans a second for so long, from so many connections; or what can be answered at most. */
export type Order =
  | { readonly what: 'peak'; readonly server: Ready; readonly seconds: number }
  | {
      readonly what: 'overload';
      readonly server: Ready;
      readonly seconds: number;
      readonly connections: number;
      readonly perSecond: number;
    };

/** What a stretch of overload found. */
export interface OverloadFound {
  /** Scans that riders made. */
  readonly offered: number;
  /** Of these, taken by the server in the end. */
  readonly delivered: number;
  /** Taken while new ones still came, per second; the first second, in which nothing is full yet, is left out. */
  readonly goodputPerSecond: number;
  /** Of the requests that were answered with a verdict, from sending to reply. */
  readonly p50Ms: number;
  readonly p99Ms: number;
  /** Of those refused. */
  readonly refusalP99Ms: number;
  readonly refusals: number;
  readonly broken: number;
  /** Replies that were neither a verdict nor `overloaded`. */
  readonly others: number;
  /** How long after the last new scan the last one was delivered. */
  readonly drainedMs: number;
  /** How late the generator itself was at worst: above some tens of milliseconds it, not the server, is measured. */
  readonly lateMs: number;
}

interface Waiting {
  readonly token: string;
  readonly body: string;
  readonly at: number;
}

/** Connections are taken by the server before anything is measured. */
const settleMs = 2_000;
/** New scans are made in steps of this. */
const stepMs = 5;
/** After this nothing more is waited for. */
const drainMs = 180_000;

const percentileOf = (values: number[], share: number): number => {
  values.sort((a, b) => a - b);
  return values[Math.floor(values.length * share)] ?? Number.NaN;
};

/**
 * Riders do not wait for each other: new scans come at their own rate, whatever is answered. A scan that is refused comes again as a phone does it:
 * after the time that the refusal names and up to half as long again (decision 146).
 */
async function overload(order: Extract<Order, { what: 'overload' }>): Promise<OverloadFound> {
  const { server, seconds, perSecond } = order;
  const free: LoadConnection[] = await Promise.all(
    Array.from({ length: order.connections }, () => openLoadConnection(server.port, '/api/rides.record-scan')),
  );
  await new Promise((resume) => setTimeout(resume, settleMs));
  const [ready, later]: [Waiting[], Waiting[]] = [[], []];
  const [took, refusedTook]: [number[], number[]] = [[], []];
  let [offered, delivered, inTime, refusals, broken, others, lateMs] = [0, 0, 0, 0, 0, 0, 0];
  const began = performance.now();
  const ended = () => performance.now() - began >= seconds * 1_000;

  const comeAgain = (one: Waiting, seconds: number) =>
    later.push({ ...one, at: performance.now() + seconds * (1_000 + randomInt(500)) });

  const send = async (connection: LoadConnection, one: Waiting) => {
    const from = performance.now();
    try {
      const { status, retryAfterSeconds } = await connection.request(one.token, one.body);
      free.push(connection);
      const ms = performance.now() - from;
      if (status === 200) {
        took.push(ms);
        delivered += 1;
        const since = performance.now() - began;
        if (since >= 1_000 && since < seconds * 1_000) inTime += 1;
      } else if (retryAfterSeconds !== undefined) {
        refusals += 1;
        refusedTook.push(ms);
        comeAgain(one, retryAfterSeconds);
      } else {
        others += 1;
      }
    } catch {
      broken += 1;
      free.push(await openLoadConnection(server.port, '/api/rides.record-scan'));
      comeAgain(one, 1);
    }
  };

  let last = began;
  while (delivered + others < offered || !ended()) {
    const now = performance.now();
    if (now - began > seconds * 1_000 + drainMs) break;
    if (!ended()) {
      lateMs = Math.max(lateMs, now - last - stepMs);
      const due = Math.floor(((now - began) / 1_000) * perSecond) - offered;
      for (let made = 0; made < due; made += 1) {
        offered += 1;
        const token = server.tokens[offered % server.tokens.length] ?? '';
        ready.push({ token, body: JSON.stringify(scan(server.codes, offered)), at: now });
      }
    }
    last = now;
    for (let at = later.length - 1; at >= 0; at -= 1) {
      const one = later[at];
      if (!one || one.at > now) continue;
      later[at] = later[later.length - 1] ?? one;
      later.pop();
      ready.push(one);
    }
    while (ready.length > 0 && free.length > 0) {
      const [connection, one] = [free.shift(), ready.shift()];
      if (connection && one) void send(connection, one);
    }
    await new Promise((resume) => setTimeout(resume, stepMs));
  }
  const drainedMs = performance.now() - began - seconds * 1_000;
  for (const connection of free) connection.close();
  return {
    offered,
    delivered,
    goodputPerSecond: inTime / (seconds - 1),
    p50Ms: percentileOf(took, 0.5),
    p99Ms: percentileOf(took, 0.99),
    refusalP99Ms: percentileOf(refusedTook, 0.99),
    refusals,
    broken,
    others,
    drainedMs,
    lateMs,
  };
}

process.on('message', async (order: Order) => {
  process.send?.(order.what === 'peak' ? await load(order.server, order.seconds) : await overload(order));
});
