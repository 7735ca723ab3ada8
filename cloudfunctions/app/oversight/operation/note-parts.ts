import type { TimerWork } from '@tongcheng/shared/oversight/operation-names';
import type { Instant } from '@tongcheng/shared/time';
import type { Clock } from '../../../ports/clock';
import type { DocumentStore } from '../../../ports/document-store';
import { timerParts } from './operation-record';

interface Needs {
  readonly store: DocumentStore;
  readonly clock: Clock;
  readonly stopping?: AbortSignal;
}

type Parts = Readonly<Partial<Record<TimerWork, () => Promise<unknown>>>>;

/** The same parts of a timer's work; each leaves when it ran, how long, and whether it ran through. Nothing of a part that a stop cut off. */
export const notedParts = (needs: Needs, parts: Parts): Readonly<Record<string, () => Promise<unknown>>> =>
  Object.fromEntries(Object.entries(parts).map(([name, part]) => [name, () => noted(needs, name, part)]));

async function noted(needs: Needs, name: string, part: () => Promise<unknown>): Promise<void> {
  const began = needs.clock.now();
  try {
    await part();
  } catch (fault) {
    if (!needs.stopping?.aborted) await note(needs, name, began, false);
    throw fault;
  }
  await note(needs, name, began, true);
}

/** A note is no reason for a part to fail, and the next run writes another. */
async function note({ store, clock }: Needs, name: string, began: Instant, ok: boolean): Promise<void> {
  try {
    const now = clock.now();
    const found = await store.get(timerParts, name);
    const failedAt = ok ? found?.failedAt : now;
    const record = { _id: name, ranAt: now, tookMs: now - began, ok, ...(failedAt !== undefined && { failedAt }) };
    if (found) await store.update(timerParts, record, found._v);
    else await store.insert(timerParts, record);
  } catch {
    return;
  }
}
