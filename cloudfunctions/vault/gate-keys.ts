import { createHmac } from 'node:crypto';
import { cardTokenText } from '@tongcheng/shared/gates/card-hash';
import type { ErasedKey } from '../ports/key-store';
import type { VaultNeeds } from './needs';

/** A week's key of one city's card sets. */
const idOf = (city: string, epoch: string): string => `${city}.${epoch}`;
const contextOf = (id: string): string => `epoch:${id}`;

/** The key of the readers of a city: what makes a token of a card's number. It outlives the weeks, and is derived, never stored. */
export const readerKey = ({ keys }: Pick<VaultNeeds, 'keys'>, city: string): Promise<Uint8Array> =>
  keys.derive(`gate-reader-key.${city}`);

/** The token of a card: what a reader of that city makes of its number. */
export const cardToken = async (
  needs: Pick<VaultNeeds, 'keys'>,
  city: string,
  kind: string,
  number: string,
): Promise<Uint8Array> =>
  createHmac('sha256', await readerKey(needs, city))
    .update(cardTokenText(kind, number))
    .digest();

/** The week's key of a city's card sets, made at the first call by whoever is first; undefined once it was erased. */
export async function epochKey(needs: VaultNeeds, city: string, epoch: string): Promise<Uint8Array | undefined> {
  const id = idOf(city, epoch);
  const held = await needs.keyStore.get('epoch', id);
  if (held) return held.state === 'erased' ? undefined : needs.keys.unwrap(held.wrapped, contextOf(id));
  const key = needs.chance.bytes(32);
  const wrapped = await needs.keys.wrap(key, contextOf(id));
  if ((await needs.keyStore.putIfAbsent('epoch', id, wrapped)) === 'put') return key;
  key.fill(0);
  return epochKey(needs, city, epoch);
}

/** Erases the keys of a city's weeks before one: sets of those weeks can never be read again. Gives those that were erased. */
export async function eraseEpochsBefore(
  { keyStore }: Pick<VaultNeeds, 'keyStore'>,
  city: string,
  epoch: string,
): Promise<ErasedKey | undefined> {
  const past: string[] = [];
  for await (const batch of keyStore.held('epoch'))
    past.push(...batch.filter((id) => id.startsWith(`${city}.`) && id < idOf(city, epoch)));
  return past.length === 0 ? undefined : keyStore.erase('epoch', past);
}
