import { setTimeout as rest } from 'node:timers/promises';
import { scanOf } from '../host/riders';
import type { ReverseProxy } from './proxies';

/** What riders met through one proxy. */
export interface Met {
  readonly proxy: string;
  readonly sent: number;
  /** Answers by status; 0 is none at all. */
  readonly byStatus: Readonly<Record<number, number>>;
  readonly slowestMs: number;
}

const everyMs = 50;

/** Twenty riders a second scan through a proxy, whether those before were answered or not, until `isEnough` of those sent; every answer is counted. */
export async function ride(
  proxy: ReverseProxy,
  code: string,
  tokenOf: (rider: string) => Promise<string> | string,
  isEnough: (sent: number) => boolean,
): Promise<Met> {
  const byStatus: Record<number, number> = {};
  const answers: Promise<void>[] = [];
  let slowestMs = 0;
  const one = async (at: number) => {
    const body = JSON.stringify(scanOf(code));
    const token = await tokenOf(`${proxy.name}-${at}`);
    const from = performance.now();
    const headers = { 'content-type': 'application/json', authorization: `Bearer ${token}` };
    const { status } = await proxy.ask('/api/rides.record-scan', { method: 'POST', headers, body });
    slowestMs = Math.max(slowestMs, performance.now() - from);
    byStatus[status] = (byStatus[status] ?? 0) + 1;
  };
  const began = performance.now();
  for (; !isEnough(answers.length); await rest(Math.max(0, began + answers.length * everyMs - performance.now())))
    answers.push(one(answers.length));
  await Promise.all(answers);
  return { proxy: proxy.name, sent: answers.length, byStatus, slowestMs: Math.round(slowestMs) };
}
