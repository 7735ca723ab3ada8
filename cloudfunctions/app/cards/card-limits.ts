import type { CardKind, CardMedium } from '@tongcheng/shared/venues/card-kind';
import type { DocumentStore } from '../../ports/document-store';
import { cities } from '../venues/records';
import type { BoundCard } from './card-record';

/** B-01: a person has at most this many cards bound. */
const maxCards = 5;
/** More cities than one installation has. */
const mostCities = 1_000;

/**
 * The kinds of the city by which a card of this kind is counted by medium; none where five of any kind may be bound. A city that is not named, or
 * does not have the kind, is looked for: nobody binds more by leaving it out.
 */
export async function countedKinds(
  store: DocumentStore,
  kind: string,
  city: string | undefined,
): Promise<readonly CardKind[]> {
  const named = city === undefined ? undefined : (await store.get(cities, city))?.settings.cardKinds;
  if (named?.some((each) => each.kind === kind)) return namesMedia(named) ? named : [];
  const { items } = await store.find(cities, { where: {}, limit: mostCities });
  const all = items.map(({ settings }) => settings.cardKinds);
  return all.find((kinds) => namesMedia(kinds) && kinds.some((each) => each.kind === kind)) ?? [];
}

const namesMedia = (kinds: readonly CardKind[]) => kinds.some(({ medium }) => medium !== undefined);

/** Which limit of their holder one more card of a kind would pass: the medium of which one is bound, or that of all cards; undefined while there is room. */
export function limitPassed(
  counted: readonly CardKind[],
  held: readonly Pick<BoundCard, 'kind'>[],
  kind: string,
): CardMedium | 'all' | undefined {
  const medium = mediumIn(counted, kind);
  if (medium !== undefined && held.some((card) => mediumIn(counted, card.kind) === medium)) return medium;
  return held.length >= maxCards ? 'all' : undefined;
}

function mediumIn(counted: readonly CardKind[], kind: string): CardMedium | undefined {
  const known = counted.find((each) => each.kind === kind);
  return known && (known.medium ?? 'physical');
}
