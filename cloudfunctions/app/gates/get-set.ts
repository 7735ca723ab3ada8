import type { getSet as endpoint } from '@tongcheng/shared/gates/api';
import { fail, ok } from '@tongcheng/shared/result';
import type { ObjectStore } from '../../ports/object-store';
import type { UseCase } from '../use-case';
import { type GateNeeds, gateOf } from './gate-of';
import { type CardSetHead, cardSets, type KeptSetFile } from './set-record';

interface Needs extends GateNeeds {
  readonly objects: ObjectStore;
}

/** A link is followed at once, or within the hour by a gate on a slow line. */
const linkSeconds = 3_600;

/** Links to the files by which a gate comes from what it holds to the set of now: the deltas after it, or the snapshot and those after that. */
export const getSet: UseCase<typeof endpoint, Needs> = async (needs, caller, held) => {
  const found = await gateOf(needs, caller);
  if (!found.ok) return found;
  const head = await needs.store.get(cardSets, found.value.device.city);
  if (!head) return fail('set-not-ready');
  const deltas = deltasFor(head, held);
  const snapshot = await linked(needs.objects, head.snapshot);
  const files = await Promise.all(
    deltas.map(async (delta) => ({ ...(await linked(needs.objects, delta)).file, from: delta.from })),
  );
  return ok({
    ...{ epoch: head.epoch, version: head.version, madeAt: head.madeAt },
    snapshot: snapshot.file,
    deltas: files,
    linksExpireAt: snapshot.expiresAt,
  });
};

function deltasFor(
  { epoch, snapshot, version, deltas }: CardSetHead,
  held: { readonly epoch?: string; readonly version?: number },
): CardSetHead['deltas'] {
  const from = held.epoch === epoch ? held.version : undefined;
  if (from !== undefined && (from === version || deltas.some((delta) => delta.from === from)))
    return deltas.filter((delta) => delta.from >= from);
  return deltas.filter((delta) => delta.from >= snapshot.version);
}

async function linked(objects: ObjectStore, { key, version, bytes, sha256 }: KeptSetFile) {
  const options = { ttlSeconds: linkSeconds, fileName: `card-set-${version}` };
  const { url, expiresAt } = await objects.link(key, options);
  return { file: { version, url, bytes, sha256 }, expiresAt };
}
