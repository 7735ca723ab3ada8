import type { PartnerCaller } from '@tongcheng/shared/caller';
import { fail, ok, type Result } from '@tongcheng/shared/result';
import { cityScope, speaksFor } from '@tongcheng/shared/scope';
import type { CardKind } from '@tongcheng/shared/venues/card-kind';
import type { Stored } from '../../../ports/document-store';
import type { Vault } from '../../../vault/vault';
import type { StatementNeeds } from '../stated/take-statement';
import { type CardList, type CardListDraft, cardLists } from './list-record';

/** Of which list a partner speaks. */
export interface NamedList {
  readonly city: string;
  readonly kind: string;
  readonly version: number;
}

/** The lists of a partner for a kind and city, as they stand or would begin; refused where it may hand in none. */
export async function listFor(
  needs: Pick<StatementNeeds, 'store' | 'cityOf'>,
  { partnerId, name, scopes, cardKinds }: PartnerCaller,
  { city, kind }: NamedList,
): Promise<
  Result<
    { readonly list: CardList; readonly held: Stored<CardList> | undefined; readonly known: CardKind },
    'city-unknown' | 'card-kind-refused'
  >
> {
  const settings = speaksFor(scopes, cityScope(city)) ? await needs.cityOf(city) : undefined;
  if (!settings) return fail('city-unknown');
  const known = settings.cardKinds.find((each) => each.kind === kind);
  if (!known || !cardKinds.includes(kind)) return fail('card-kind-refused');
  const _id = `${partnerId}.${city}.${kind}`;
  const held = await needs.store.get(cardLists, _id);
  const { _v, ...list } = held ?? { _v: 0, _id, partnerId, by: name, city, kind };
  return ok({ list, held, known });
}

/** How far a version of a list has come and what it changes; undefined where it is not known. */
export function listProgress({ draft, inForce }: CardList, version: number) {
  if (draft?.version === version) return told(draft, stateOf(draft), inForce?.cards ?? 0);
  if (inForce?.version === version) return { ...told(inForce, 'in-force', 0), removed: 0 };
  return undefined;
}

const isWhole = ({ nextRow, totalRows }: CardListDraft): boolean => nextRow > totalRows;

function stateOf(draft: CardListDraft) {
  if (draft.applying) return 'applying' as const;
  return isWhole(draft) ? ('whole' as const) : ('receiving' as const);
}

function told<S extends string>(draft: CardListDraft, state: S, cards: number) {
  const { nextRow, totalRows, badRows, added, changed, unchanged, applying } = draft;
  const removed = isWhole(draft) ? Math.max(0, cards - changed - unchanged) : 0;
  const standing = applying?.standing ?? 0;
  return { state, nextRow, totalRows, badRows, added, changed, unchanged, removed, standing };
}

/** The id of what a list says of one card, in every version. */
export const listedCardId = (
  vault: Pick<Vault, 'blindIndex'>,
  { _id }: Pick<CardList, '_id'>,
  number: string,
): Promise<string> => vault.blindIndex('listed-card', `${_id}:${number}`);
