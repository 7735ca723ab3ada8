import { randomBytes } from 'node:crypto';
import { newId } from '@tongcheng/shared/ids';
import { type LoadConnection, openLoadConnection } from './connection';
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
const connectionCount = 64;

/** A scan of now; `round` chooses whose code. */
export function scan(codes: readonly string[], round: number) {
  const at = Date.now();
  return { scanId: newId(at, chance), code: codes[round % codes.length], scannedAt: at, sentAt: at };
}

/**
 * Loads `rides.record-scan` (or, with `batch` above one, `rides.record-batch`) from 64 connections for some seconds. The generator
 * shares the machine with the server, so it only writes requests and counts replies.
 */
export async function load(server: Ready, seconds: number, batch = 1): Promise<LoadFound> {
  const path = batch === 1 ? '/api/rides.record-scan' : '/api/rides.record-batch';
  const connections = await Promise.all(
    Array.from({ length: connectionCount }, () => openLoadConnection(server.port, path)),
  );
  let round = 0;
  const next = () => {
    round += 1;
    const scans = Array.from({ length: batch }, (_, i) => scan(server.codes, round * batch + i));
    const token = server.tokens[round % server.tokens.length] ?? '';
    return { token, body: JSON.stringify(batch === 1 ? scans[0] : { scans }) };
  };
  const [took, began]: [number[], number] = [[], performance.now()];
  let refused = 0;
  const keepRequesting = async (connection: LoadConnection) => {
    while (performance.now() - began < seconds * 1_000) {
      const { token, body } = next();
      const from = performance.now();
      if ((await connection.request(token, body)).status !== 200) refused += 1;
      took.push(performance.now() - from);
    }
  };
  await Promise.all(connections.map(keepRequesting));
  const lasted = (performance.now() - began) / 1_000;
  for (const connection of connections) connection.close();
  took.sort((a, b) => a - b);
  const at = (share: number) => took[Math.floor(took.length * share)] ?? Number.NaN;
  return {
    perSecond: (took.length * batch) / lasted,
    p50Ms: at(0.5),
    p99Ms: at(0.99),
    requests: took.length * batch,
    refused,
  };
}
