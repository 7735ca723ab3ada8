import type { Clock } from '@tongcheng/cloudfunctions/ports/clock';
import { collection, type DocumentStore } from '@tongcheng/cloudfunctions/ports/document-store';
import type { FastifyInstance } from 'fastify';

/** One document, written again and again: whether the store takes writes is known by writing. */
const pulses = collection<{ readonly _id: string; readonly at: number }>()({ name: 'pulses', indexes: [] });
const only = 'gateway';
/** However often it is asked, the store is tried at most this often. */
const holdsMs = 2_000;

/** `GET /health`: 200 while the store takes writes, 503 otherwise; for whoever watches or balances. */
export function serveHealth(server: FastifyInstance, needs: { readonly store: DocumentStore; readonly clock: Clock }) {
  let tried: { readonly at: number; readonly alive: Promise<boolean> } | undefined;
  const alive = (now: number): Promise<boolean> => {
    if (tried && Math.abs(now - tried.at) < holdsMs) return tried.alive;
    tried = { at: now, alive: takesWrites(needs.store, now) };
    return tried.alive;
  };
  server.get('/health', async (_request, reply) => {
    const ok = await alive(needs.clock.now());
    return reply
      .code(ok ? 200 : 503)
      .header('cache-control', 'no-store')
      .send({ ok });
  });
}

async function takesWrites(store: DocumentStore, at: number): Promise<boolean> {
  try {
    const found = await store.get(pulses, only);
    if (found) await store.update(pulses, { _id: only, at }, found._v);
    else await store.insert(pulses, { _id: only, at });
    return true;
  } catch {
    return false;
  }
}
