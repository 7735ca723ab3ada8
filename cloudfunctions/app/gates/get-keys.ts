import type { getKeys as endpoint } from '@tongcheng/shared/gates/api';
import { epochAfter, epochAt } from '@tongcheng/shared/gates/epoch';
import { fail, ok } from '@tongcheng/shared/result';
import { hourMs } from '@tongcheng/shared/time';
import type { Clock } from '../../ports/clock';
import type { KeyService } from '../../ports/key-service';
import type { Vault } from '../../vault/vault';
import type { UseCase } from '../use-case';
import type { VenueOf } from '../venues/cached-records';
import { type GateNeeds, gateOf } from './gate-of';
import { placeOfGate } from './place-of-gate';
import { setSigner, tapKey } from './server-keys';
import { cardSets } from './set-record';

interface Needs extends GateNeeds {
  readonly clock: Clock;
  readonly keys: Pick<KeyService, 'derive'>;
  readonly vault: Vault;
  readonly venueOf: VenueOf;
}

/** The key of the next week is handed out so long before: gates that have it need nothing but the new set when the week begins. */
const nextKeyMs = 6 * hourMs;

/**
 * The keys of a gate: of its city and week, for its memory alone, with what holds at its place. While the first set of a new week is not made yet
 * the key of the week before is still the one of the set, so that a rotation that is half done keeps gates deciding.
 */
export const getKeys: UseCase<typeof endpoint, Needs> = async (needs, caller) => {
  const found = await gateOf(needs, caller);
  if (!found.ok) return found;
  const { device } = found.value;
  const venue = device.venueId === undefined ? undefined : await needs.venueOf(device.venueId);
  if (!venue) return fail('device-without-place');
  const { city } = device;
  const now = needs.clock.now();
  const week = await weekOfSet(needs, city, now);
  const epochKey = await needs.vault.epochKey(city, week.name);
  if (!epochKey) throw new Error(`the key of week ${week.name} of ${city} was erased`);
  const signer = await setSigner(needs.keys, city);
  const taps = await tapKey(needs.keys, city);
  return ok({
    ...{ city, now, epoch: week.name, epochKey: text(epochKey), epochEndsAt: week.endsAt },
    readerKey: text(await needs.vault.readerKey(city)),
    ...(await nextOf(needs, city, week, now)),
    setKeys: [{ keyId: signer.keyId, publicKey: signer.publicKey }],
    tapKey: { keyId: taps.keyId, publicKey: taps.publicKey },
    place: placeOfGate(found.value, venue, now),
  });
};

const text = (key: Uint8Array): string => Buffer.from(key).toString('base64url');

/** The week of the set that stands; of now where there is none, or none of the week before. */
async function weekOfSet({ store }: Needs, city: string, now: number) {
  const week = epochAt(now);
  const before = epochAt(week.startsAt - 1);
  return (await store.get(cardSets, city))?.epoch === before.name ? before : week;
}

async function nextOf({ vault }: Needs, city: string, week: ReturnType<typeof epochAt>, now: number) {
  const next = epochAfter(week);
  if (now < week.endsAt - nextKeyMs) return {};
  const key = await vault.epochKey(city, next.name);
  return key ? { next: { epoch: next.name, epochKey: text(key), startsAt: next.startsAt } } : {};
}
