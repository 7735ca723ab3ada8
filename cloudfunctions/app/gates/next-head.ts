import { hourMs } from '@tongcheng/shared/time';
import type { Clock } from '../../ports/clock';
import type { Stored } from '../../ports/document-store';
import { deltasAfterSnapshot } from './load-set';
import type { SetSigner } from './server-keys';
import { type SetFileNeeds, type ToldOfSet, writeEnds, writeSnapshot } from './set-files';
import type { CardSetHead } from './set-record';
import type { WorkingSet } from './working-set';

/** A new snapshot is written after so many deltas, or once they are longer than a part of it: whoever begins then reads little twice. */
const mostAfterSnapshot = 150;
const deltaShare = 4;
/** Deltas of before stay for gates that were away: a day of them at every five minutes. */
const mostDeltas = 300;
/** Files of before are removed once no link that was given out opens them. */
const pastMs = 2 * hourMs;

/**
 * The head with its new delta: with a snapshot of the same version where deltas grew long, without deltas and files that nobody needs any more. A gate
 * that holds the version before goes on by the delta all the same.
 */
export async function nextHead(
  needs: SetFileNeeds & { readonly clock: Clock },
  signer: SetSigner,
  work: WorkingSet,
  told: ToldOfSet,
  head: Stored<CardSetHead>,
): Promise<Stored<CardSetHead>> {
  const since = needs.clock.now();
  const kept = head.deltas.slice(-mostDeltas);
  const dropped = head.deltas.slice(0, -mostDeltas).flatMap(({ key, endsKey }) => [key, endsKey]);
  const gone = head.past.filter((file) => since - file.since >= pastMs);
  for (const { key } of gone) await needs.objects.delete(key);
  const past = [...head.past.filter((file) => !gone.includes(file)), ...dropped.map((key) => ({ key, since }))];
  const trimmed = { ...head, deltas: kept, past };
  if (!isLong(head)) return trimmed;
  const snapshot = await writeSnapshot(needs, signer, told, work.statuses);
  const endsKey = await writeEnds(needs, told, work.ends);
  const before = [head.snapshot.key, head.endsKey].map((key) => ({ key, since }));
  return { ...trimmed, snapshot, endsKey, past: [...past, ...before] };
}

function isLong(head: CardSetHead): boolean {
  const deltas = deltasAfterSnapshot(head);
  const bytes = deltas.reduce((sum, delta) => sum + delta.bytes, 0);
  return deltas.length >= mostAfterSnapshot || bytes * deltaShare > head.snapshot.bytes + emptyDeltas * emptyBytes;
}

/** Deltas in which hardly anything changed are as long as their 4,096 counts: some of them make no new snapshot of a small set. */
const [emptyDeltas, emptyBytes] = [100 * deltaShare, 5_000];
