import type { HeldSet, SetRefusal } from '@tongcheng/shared/gates/held-set';
import type { ClockWatch } from '../clock-watch';
import { type GateMemory, takingNeeds } from '../gate-memory';
import type { Answered, GateKeys, GateServer, SetLink, SetOffer } from '../gate-server';
import type { SetShelf } from '../store/set-shelf';
import { fetchInto } from './fetch-file';

/** What bringing the set up to date needs. */
export interface SetNeeds {
  readonly server: Pick<GateServer, 'set' | 'fetchFile'>;
  readonly shelf: SetShelf;
  readonly memory: GateMemory;
  readonly clock: ClockWatch;
}

/** How bringing the set up to date ended: `away` where files could not be had whole. */
export type SetOutcome = 'newest' | 'away' | SetRefusal;

/** Beyond so many deltas a snapshot makes the next start shorter. */
const mostDeltas = 300;

/**
 * Brings the set up to date: by deltas where they follow from the set that is held, otherwise by the snapshot and the deltas after it. The set that
 * is held stays in use until the next one is whole, whatever happens meanwhile.
 */
export async function fetchSet(needs: SetNeeds, keys: GateKeys, token: string): Promise<Answered<SetOutcome>> {
  const { memory, shelf, server, clock } = needs;
  memory.held ??= await shelf.load(takingNeeds(keys, clock.now()));
  const asked = await server.set(token, heldVersion(memory.held));
  if (!asked.ok) return asked;
  const offer = asked.value;
  shelf.clear([offer.snapshot, ...offer.deltas].map(({ sha256 }) => sha256));
  if (wantsSnapshot(memory.held, offer, shelf)) {
    const taken = await takeSnapshot(needs, keys, offer.snapshot);
    if (taken !== 'newest') return { ok: true, value: taken };
  }
  return { ok: true, value: await takeDeltas(needs, keys, offer) };
}

const heldVersion = (held: HeldSet | undefined) =>
  held ? { epoch: held.header.epoch, version: held.header.version } : {};

function wantsSnapshot(held: HeldSet | undefined, { epoch, version, snapshot, deltas }: SetOffer, shelf: SetShelf) {
  if (!held) return true;
  const { header } = held;
  if (snapshot.version <= header.version) return false;
  const follows = header.epoch === epoch && deltas.some(({ from }) => from === header.version);
  return !follows || shelf.deltas() > mostDeltas ? version > header.version : false;
}

async function takeSnapshot({ shelf, memory, clock, server }: SetNeeds, keys: GateKeys, link: SetLink) {
  const draft = shelf.draftOf(link.sha256);
  if (!(await fetchInto(draft, link, server))) return 'away';
  const taken = await shelf.takeSnapshot(takingNeeds(keys, clock.now()), memory.held, draft);
  if (typeof taken === 'string') return taken;
  memory.held = taken;
  return 'newest';
}

/** One after the other, as they follow. */
async function takeDeltas(needs: SetNeeds, keys: GateKeys, offer: SetOffer): Promise<SetOutcome> {
  const { shelf, memory, clock, server } = needs;
  for (;;) {
    const { held } = memory;
    const link = held && offer.deltas.find(({ from }) => from === held.header.version);
    if (!held || !link) return held?.header.version === offer.version ? 'newest' : 'not-the-next';
    const draft = shelf.draftOf(link.sha256);
    if (!(await fetchInto(draft, link, server))) return 'away';
    const taken = shelf.takeDelta(takingNeeds(keys, clock.now()), held, draft);
    if (typeof taken === 'string') return taken;
    memory.held = taken;
  }
}
