import type { StoreTrouble } from '../../../ports/document-store';
import type { Server } from '../server';
import { onEveryNode } from './statements';

/** A durable write that needs no table: it stands in the write-ahead log only. */
const pulse = "SELECT pg_logical_emit_message(true, 'tongcheng', 'pulse')";
/** However often it is asked, a cluster is tried at most this often. */
const holdsMs = 2_000;

/** Asks which nodes of a cluster take no durable write now, by writing on each; a plain PostgreSQL has none. */
export const openWorkerPulse = (server: Server): (() => Promise<readonly StoreTrouble[]>) => {
  let last: { readonly until: number; readonly found: Promise<readonly StoreTrouble[]> } | undefined;
  return () => {
    if (last === undefined || performance.now() >= last.until)
      last = { until: performance.now() + holdsMs, found: askNodes(server) };
    return last.found;
  };
};

async function askNodes(server: Server): Promise<readonly StoreTrouble[]> {
  const [row] = await server.runShared({ text: "SELECT to_regclass('pg_dist_node') IS NOT NULL", values: [] });
  if (row?.[0] !== 't') return [];
  try {
    const answers = await server.run({ text: onEveryNode(pulse), values: [] });
    return answers
      .filter(([, done]) => done !== 't')
      .map(([node, , reason]) => ({ part: node ?? '', is: 'away', reason: reason ?? '' }));
  } catch (fault) {
    return [{ part: 'nodes', is: 'away', reason: fault instanceof Error ? fault.message : 'unknown' }];
  }
}
