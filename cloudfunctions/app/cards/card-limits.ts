import type { Day } from '@tongcheng/shared/time';
import type { CardKind, CardMedium } from '@tongcheng/shared/venues/card-kind';
import type { CitySettings } from '@tongcheng/shared/venues/city-settings';
import type { DocumentStore } from '../../ports/document-store';
import { cities } from '../venues/records';
import type { BoundCard } from './card-record';

/** B-01: a person has at most this many cards bound. */
const maxCards = 5;
/** More cities than one installation has. */
const mostCities = 1_000;

/** In which city a card is linked, and the kinds by which cards are counted by medium there; none where five of any kind may be bound. */
interface LinkedIn {
  /** Absent where no city has the kind. */
  readonly city?: string;
  readonly counted: readonly CardKind[];
  /** The first day on which cards of the kind are linked there; absent where that was always so. */
  readonly from?: Day;
}

/**
 * Where a card of a kind is linked. A city that is not named, or does not have the kind, is looked for, one that counts by medium first: nobody binds
 * more by leaving it out.
 */
export async function linkedIn(store: DocumentStore, kind: string, named: string | undefined): Promise<LinkedIn> {
  const has = (settings: CitySettings) => settings.cardKinds.some((each) => each.kind === kind);
  const city = named === undefined ? undefined : (await store.get(cities, named))?.settings;
  if (city && has(city)) return inCity(city, kind);
  const { items } = await store.find(cities, { where: {}, limit: mostCities });
  const having = items.map(({ settings }) => settings).filter(has);
  const found = having.find(({ cardKinds }) => namesMedia(cardKinds)) ?? having[0];
  return found ? inCity(found, kind) : { counted: [] };
}

function inCity({ city, cardKinds }: CitySettings, kind: string): LinkedIn {
  const from = cardKinds.find((each) => each.kind === kind)?.linksFrom;
  return { city, counted: namesMedia(cardKinds) ? cardKinds : [], ...(from !== undefined && { from }) };
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
