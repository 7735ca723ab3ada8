import { randomBytes } from 'node:crypto';
import { newId } from '@tongcheng/shared/ids';
import autocannon from 'autocannon';
import type { Ready } from './server';

/** What one stretch of load found. */
export interface LoadFound {
  readonly perSecond: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
  readonly requests: number;
  readonly refused: number;
}

const chance = (size: number) => randomBytes(size);
const connections = 64;

function scan(codes: readonly string[], turn: number) {
  const at = Date.now();
  return { scanId: newId(at, chance), code: codes[turn % codes.length], scannedAt: at, sentAt: at };
}

/** Loads `rides.record` (or, with `batch` above one, `rides.record-batch`) from 64 connections for some seconds. */
export async function load(server: Ready, seconds: number, batch = 1): Promise<LoadFound> {
  let turn = 0;
  const body = () => {
    turn += 1;
    if (batch === 1) return scan(server.codes, turn);
    return { scans: Array.from({ length: batch }, (_, i) => scan(server.codes, turn * batch + i)) };
  };
  const result = await autocannon({
    url: `http://127.0.0.1:${server.port}`,
    connections,
    duration: seconds,
    requests: [
      {
        method: 'POST',
        path: batch === 1 ? '/api/rides.record' : '/api/rides.record-batch',
        setupRequest: (request) => ({
          ...request,
          headers: {
            'content-type': 'application/json',
            authorization: `Bearer ${server.tokens[turn % server.tokens.length]}`,
          },
          body: JSON.stringify(body()),
        }),
      },
    ],
  });
  const { requests, latency, non2xx, errors, duration } = result;
  if (non2xx + errors > 0)
    process.stderr.write(`${JSON.stringify({ non2xx, errors, codes: result.statusCodeStats })}\n`);
  const perSecond = (requests.total * batch) / duration;
  return {
    perSecond,
    p50Ms: latency.p50,
    p99Ms: latency.p99,
    requests: requests.total * batch,
    refused: non2xx + errors,
  };
}
