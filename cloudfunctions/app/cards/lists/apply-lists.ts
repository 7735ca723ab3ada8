import { newDayId } from '@tongcheng/shared/ids';
import { wholeDayOf } from '@tongcheng/shared/time';
import type { Stored } from '../../../ports/document-store';
import type { Lease } from '../../../ports/lease';
import { linkToGates, type TokenNeeds } from '../card-tokens';
import { countLinking } from '../count-linking';
import { claimStated, releaseStated } from '../stated/claim-stated';
import { factsInText, type StatedFacts } from '../stated/stated-facts';
import { type StatedCard, statedCards } from '../stated/stated-record';
import { listedCardId } from './list-for';
import { type CardList, type CardListDraft, type CardListRow, cardListRows, cardLists, listKey } from './list-record';

/** What putting lists in force takes. */
export interface ApplyListNeeds extends TokenNeeds {
  readonly lease: Lease;
  readonly stopping?: AbortSignal;
}

/** A runner that died is given up after so long. */
const leaseSeconds = 900;
/** Rows between two marks of how far it came. */
const rowsAtOnce = 500;
/** Rows side by side: each is of a card of its own, and a store keeps what they write with one write. */
const rowsBeside = 50;

/** B-04: puts in force what issuers said shall be. Interrupted anywhere, the next run goes on; two at once are one. */
export async function applyLists(needs: ApplyListNeeds): Promise<void> {
  const { items } = await needs.store.find(cardLists, { where: {}, limit: 1_000 });
  for (const { _id, draft, dropped } of items) {
    if (needs.stopping?.aborted) return;
    if (!draft?.applying && !dropped) continue;
    await needs.lease.hold(`card-list.${_id}`, leaseSeconds, async () => {
      await applyList(needs, _id);
      await dropRows(needs, _id);
    });
  }
}

async function applyList(needs: ApplyListNeeds, listId: string): Promise<void> {
  for (;;) {
    const list = await needs.store.get(cardLists, listId);
    if (!list?.draft?.applying || needs.stopping?.aborted) return;
    const page = await needs.store.find(cardListRows, {
      where: { listKey: listKey(list, list.draft) },
      order: { by: '_id', direction: 'asc' },
      limit: rowsAtOnce,
      ...(list.draft.applying.after !== undefined && { after: list.draft.applying.after }),
    });
    const standing = await linkRows(needs, list, list.draft, page.items);
    const sum = list.draft.applying.standing + standing;
    if (page.next === undefined) return finish(needs, list, list.draft, sum);
    await written(needs, { ...list, draft: { ...list.draft, applying: { standing: sum, after: page.next } } });
  }
}

const written = ({ store }: ApplyListNeeds, { _v, ...list }: Stored<CardList>) => store.update(cardLists, list, _v);

/** Links the cards of some rows; says how many stay with somebody else's word. */
async function linkRows(
  needs: ApplyListNeeds,
  list: CardList,
  draft: CardListDraft,
  rows: readonly CardListRow[],
): Promise<number> {
  let standing = 0;
  for (let from = 0; from < rows.length; from += rowsBeside) {
    const done = await Promise.allSettled(
      rows.slice(from, from + rowsBeside).map(async (row) => {
        const facts = factsInText(await needs.vault.openForCase(row.listKey, row._id, row.sealed));
        return linkRow(needs, list, draft, row, facts);
      }),
    );
    // Only when all are at rest: the next run begins with none of these under way.
    for (const each of done) if (each.status === 'rejected') throw each.reason;
    standing += done.filter((each) => each.status === 'fulfilled' && !each.value).length;
  }
  return standing;
}

/** Whether the card is its holder's by this list; false where it stays with a rider, another word, or the holder who undid it. */
async function linkRow(
  needs: ApplyListNeeds,
  list: CardList,
  draft: CardListDraft,
  row: CardListRow,
  facts: StatedFacts,
): Promise<boolean> {
  const { store, vault } = needs;
  const _id = await listedCardId(vault, list, facts.number);
  const held = await store.get(statedCards, _id);
  const isUndone = held?.state === 'undone' && held.listedHolder === row.holderId;
  const base = await recordOf(needs, list, draft, row, { _id, number: facts.number, held });
  const claimed = isUndone
    ? 'undone'
    : await claimStated(needs, { claimId: base.claimId, holderId: row.holderId, cardId: _id });
  const record: StatedCard =
    claimed === 'claimed'
      ? {
          ...base,
          ...{ holderId: row.holderId, state: 'linked' },
          sealedUnder: row.listKey,
          sealed: await vault.sealForCase(row.listKey, _id, JSON.stringify(facts)),
        }
      : { ...base, state: isUndone ? 'undone' : 'withdrawn' };
  const answer = held ? await store.update(statedCards, record, held._v) : await store.insert(statedCards, record);
  if (answer !== 'updated' && answer !== 'inserted') return linkRow(needs, list, draft, row, facts);
  if (claimed !== 'claimed') return false;
  await tell(needs, record, facts.number, held);
  return true;
}

async function recordOf(
  { vault, clock, chance }: ApplyListNeeds,
  { _id: listId, city, kind, partnerId, by }: CardList,
  { version }: CardListDraft,
  { holderId }: CardListRow,
  { _id, number, held }: { readonly _id: string; readonly number: string; readonly held: StatedCard | undefined },
): Promise<StatedCard> {
  const isSame = held?.state === 'linked' && held.listedHolder === holderId;
  return {
    ...{ _id, city, kind, how: 'list', partnerId, by, version, listId, listVersion: version },
    cardId: held?.cardId ?? newDayId(clock.now(), chance.bytes),
    claimId: await vault.blindIndex('card', `${kind}:${number}`),
    ...{ holderId: '', state: 'withdrawn', digest: '', sealed: '', listedHolder: holderId },
    ...(isSame && held.lost && { lost: held.lost }),
    statedAt: isSame ? held.statedAt : wholeDayOf(clock.now()),
  };
}

/** Gates hear of what is new, again where this version broke off in between; what is as in the list before they know. */
async function tell(
  needs: ApplyListNeeds,
  { cardId, holderId: personId, claimId, kind, city, statedAt: boundAt, listVersion }: StatedCard,
  number: string,
  before: StatedCard | undefined,
): Promise<void> {
  if (before?.state === 'linked' && before.holderId === personId && before.listVersion !== listVersion) return;
  await linkToGates(needs, { personId, claimId, kind, number });
  await countLinking(needs, city, { cardId, kind, boundAt });
}

/** Cards that the list no longer has are released; then it is in force, and the one before is to be forgotten. */
async function finish(
  needs: ApplyListNeeds,
  list: Stored<CardList>,
  draft: CardListDraft,
  standing: number,
): Promise<void> {
  const { store } = needs;
  let cards = 0;
  for await (const batch of store.stream(statedCards, { where: { listId: list._id } }))
    for (const card of batch) {
      if (card.listVersion === draft.version) cards += 1;
      else await remove(needs, card);
    }
  const before = list.inForce ? [listKey(list, list.inForce)] : [];
  const { draft: _done, ...rest } = list;
  const dropped = [...(list.dropped ?? []), ...before, listKey(list, draft)];
  await written(needs, { ...rest, dropped, inForce: { ...draft, applying: { standing }, cards } });
}

/** The word goes after the number is free: repeating completes it. */
async function remove(needs: ApplyListNeeds, card: StatedCard): Promise<void> {
  await releaseStated(needs, card);
  await needs.store.delete(statedCards, card._id);
}

/** Removes rows of lists that are in force, and of those replaced or given up the key too: nobody reads them from here on. */
async function dropRows(needs: ApplyListNeeds, listId: string): Promise<void> {
  const list = await needs.store.get(cardLists, listId);
  if (!list?.dropped) return;
  const used = list.inForce && listKey(list, list.inForce);
  for (const key of list.dropped) {
    if (key !== used) await needs.vault.destroyForCase(key);
    for await (const batch of needs.store.stream(cardListRows, { where: { listKey: key } }))
      await Promise.all(batch.map(({ _id }) => needs.store.delete(cardListRows, _id)));
  }
  const { dropped: _gone, ...rest } = list;
  await written(needs, rest);
}
