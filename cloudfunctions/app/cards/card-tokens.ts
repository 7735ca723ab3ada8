import { newDayId } from '@tongcheng/shared/ids';
import { blockOf, offers } from '@tongcheng/shared/venues/capabilities';
import type { CitySettings } from '@tongcheng/shared/venues/city-settings';
import type { Chance } from '../../ports/chance';
import type { Clock } from '../../ports/clock';
import type { DocumentStore } from '../../ports/document-store';
import type { Vault } from '../../vault/vault';
import { cities } from '../venues/records';
import { type CardToken, cardMarks, cardTokens } from './card-token-record';

/** What keeping tokens takes. */
export interface TokenNeeds {
  readonly store: DocumentStore;
  readonly clock: Clock;
  readonly chance: Chance;
  readonly vault: Vault;
}

/** A card with its plain number, and whose it is. */
export interface LinkedCard {
  readonly personId: string;
  readonly claimId: string;
  readonly kind: string;
  readonly number: string;
}

/** The id of a token's record. */
export const tokenIdOf = ({ vault }: Pick<TokenNeeds, 'vault'>, city: string, token: Uint8Array): Promise<string> =>
  vault.blindIndex('card-token', `${city}:${Buffer.from(token).toString('base64url')}`);

/** The token in a record or in a mark of it. */
export const tokenIn = ({ vault }: Pick<TokenNeeds, 'vault'>, tokenId: string, sealedToken: string): Uint8Array =>
  Buffer.from(vault.openHere(tokenId, sealedToken), 'base64url');

/** Whether gates of a city read cards of a kind. */
export const readsKind = (settings: CitySettings, kind: string): boolean =>
  offers(settings, 'gates') && settings.cardKinds.some((each) => each.kind === kind);

/** Makes a card known to the gates of every city that reads its kind; again is no harm. */
export async function linkToGates(needs: TokenNeeds, card: LinkedCard): Promise<void> {
  for await (const batch of needs.store.stream(cities, { where: {} }))
    for (const { settings } of batch)
      if (readsKind(settings, card.kind)) await markCard(needs, await keepToken(needs, settings.city, card));
}

/** The record of a card's token in a city; made if there is none, and its holder's if it was another's. */
export async function keepToken(needs: TokenNeeds, city: string, card: LinkedCard): Promise<CardToken> {
  const { store, vault } = needs;
  const token = await vault.cardToken(city, card.kind, card.number);
  const _id = await tokenIdOf(needs, city, token);
  const subject = await vault.blindIndex('status-subject', card.personId);
  const sealedToken = vault.sealHere(_id, Buffer.from(token).toString('base64url'));
  const { personId, claimId } = card;
  const record = { _id, city, personId, claimId, subject, sealedToken };
  const held = await store.get(cardTokens, _id);
  if (held?.personId === personId && held.claimId === claimId) return held;
  const kept = held ? await store.update(cardTokens, record, held._v) : await store.insert(cardTokens, record);
  return kept === 'updated' || kept === 'inserted' ? record : keepToken(needs, city, card);
}

/** Gates forget a card: the mark first, so that an interruption leaves a card to be looked at and none that is forgotten half. */
export async function unlinkFromGates(needs: TokenNeeds, personId: string, claimId: string): Promise<void> {
  for await (const batch of needs.store.stream(cardTokens, { where: { personId } }))
    for (const token of batch) {
      if (token.claimId !== claimId) continue;
      await markCard(needs, token);
      await needs.store.delete(cardTokens, token._id);
    }
}

/** Gates keep shut for a lost card of somebody, or know it again. */
export async function blockAtGates(
  needs: TokenNeeds,
  personId: string,
  claimId: string,
  isBlocked: boolean,
): Promise<void> {
  for await (const batch of needs.store.stream(cardTokens, { where: { personId } }))
    for (const { _v, blocked = false, ...token } of batch) {
      if (token.claimId !== claimId) continue;
      const record = { ...token, ...(isBlocked && { blocked: true as const }) };
      if (blocked !== isBlocked && (await needs.store.update(cardTokens, record, _v)) !== 'updated')
        return blockAtGates(needs, personId, claimId, isBlocked);
      await markCard(needs, token);
    }
}

/** The timer that makes sets runs each minute. */
const timerMinutes = 1;

/** Within how many minutes gates know of a card of a kind that was linked, unlinked or lost; absent where no city's gates read it. */
export async function gatesKnow(
  { store }: Pick<TokenNeeds, 'store'>,
  kind: string,
): Promise<{ readonly gatesKnowMinutes?: number }> {
  let longest: number | undefined;
  for await (const batch of store.stream(cities, { where: {} }))
    for (const { settings } of batch) {
      const { deltaMinutes } = (readsKind(settings, kind) && blockOf(settings, 'gates')) || {};
      if (deltaMinutes !== undefined) longest = Math.max(longest ?? 0, deltaMinutes + timerMinutes);
    }
  return longest === undefined ? {} : { gatesKnowMinutes: longest };
}

async function markCard(needs: TokenNeeds, { _id: tokenId, city, sealedToken }: CardToken): Promise<void> {
  const _id = newDayId(needs.clock.now(), needs.chance.bytes);
  await needs.store.insert(cardMarks, { _id, city, tokenId, sealedToken });
}
