import { buffer } from 'node:stream/consumers';
import { newCardSet } from '@tongcheng/shared/gates/card-set';
import type { HeldSet, TakingNeeds } from '@tongcheng/shared/gates/held-set';
import { bodyReader, eachEntry } from '@tongcheng/shared/gates/set-body';
import { removedStatus } from '@tongcheng/shared/gates/status-byte';
import { takeDelta, takingSnapshot } from '@tongcheng/shared/gates/take-set-file';
import type { ObjectStore } from '../../ports/object-store';
import type { SetSigner } from './server-keys';
import { ownCryptography } from './set-files';
import type { CardSetHead } from './set-record';
import { type WorkingSet, workOn } from './working-set';

/** What reading a set takes. */
interface Needs {
  readonly objects: ObjectStore;
  readonly clock: { now(): number };
}

/** A city's set from its files, as a gate reads them, with the ends beside. Throws where a file is not what it was: nothing is made from half a set. */
export async function loadSet(needs: Needs, signer: SetSigner, head: CardSetHead): Promise<WorkingSet> {
  const taking = { city: head._id, now: needs.clock.now(), ...ownCryptography(signer) };
  let held = await snapshotOf(needs, taking, head.snapshot.key);
  const ends = newCardSet();
  await readEnds(needs, head.endsKey, (page, entries) => ends.fill(page, entries));
  for (const delta of deltasAfterSnapshot(head)) {
    const taken = takeDelta(taking, held, await buffer(await needs.objects.get(delta.key)));
    if (typeof taken === 'string') throw new Error(`a delta of the card set of ${head._id} is ${taken}`);
    held = taken;
    await readEnds(needs, delta.endsKey, (page, entries) =>
      eachEntry(page, entries, (entry) => {
        if (entry.status === removedStatus) ends.remove(entry);
        else ends.put(entry, entry.status);
      }),
    );
  }
  return workOn(held.cards, ends);
}

/** Deltas that lead from the snapshot to the set of now. */
export const deltasAfterSnapshot = ({ snapshot, deltas }: CardSetHead): CardSetHead['deltas'] =>
  deltas.filter(({ version }) => version > snapshot.version);

async function snapshotOf({ objects }: Needs, taking: TakingNeeds, key: string): Promise<HeldSet> {
  const snapshot = takingSnapshot(taking, undefined);
  for await (const piece of await objects.get(key)) if (snapshot.take(piece)) break;
  const held = snapshot.end();
  if (typeof held === 'string') throw new Error(`the snapshot of the card set of ${taking.city} is ${held}`);
  return held;
}

async function readEnds(
  { objects }: Needs,
  key: string,
  onPage: (page: number, entries: Uint8Array) => void,
): Promise<void> {
  const reader = bodyReader(true, onPage);
  for await (const piece of await objects.get(key)) if (!reader.take(piece)) break;
  if (!reader.isWhole()) throw new Error(`the ends of a card set are damaged: ${key}`);
}
