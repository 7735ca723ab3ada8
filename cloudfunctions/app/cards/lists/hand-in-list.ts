import { isCardNumber } from '@tongcheng/shared/cards/card-number';
import { cardFailures } from '@tongcheng/shared/cards/failures';
import type { handInList as endpoint, RowFailure } from '@tongcheng/shared/cards/list-api';
import type { ParsedInputOf } from '@tongcheng/shared/endpoint';
import { identityFailures } from '@tongcheng/shared/identity/failures';
import { fail, ok, type Result } from '@tongcheng/shared/result';
import { dayOf } from '@tongcheng/shared/time';
import { plainCode } from '@tongcheng/shared/typed-text';
import type { Stored } from '../../../ports/document-store';
import { checkHolder } from '../../identity/verification/check-claim';
import type { UseCase } from '../../use-case';
import type { StatedFacts } from '../stated/stated-facts';
import { statedCards, statedHolder } from '../stated/stated-record';
import type { StatementNeeds } from '../stated/take-statement';
import { listedCardId, listFor, listProgress } from './list-for';
import { type CardList, type CardListDraft, type CardListRow, cardListRows, cardLists, listKey } from './list-record';

type Input = ParsedInputOf<typeof endpoint>;
type BadRow = { readonly row: number; readonly code: RowFailure };

const texts = { ...identityFailures, ...cardFailures };

/**
 * B-04: takes a piece of an issuer's list. Pieces come in order; one that came before is answered as then and counts once, and what broke off is
 * completed by the same piece. Nothing but the list itself changes: cards do once it lies whole and is put in force.
 */
export const handInList: UseCase<typeof endpoint, StatementNeeds> = async (needs, caller, input) => {
  const found = await listFor(needs, caller, input);
  if (!found.ok) return found;
  const { list, held, known } = found.value;
  if (known.linksFrom !== undefined && dayOf(needs.clock.now()) < known.linksFrom) return fail('linking-not-begun');
  const draft = draftFor(list, input);
  if (!draft.ok) return draft;
  if (input.firstRow > draft.value.nextRow) return fail('list-row-expected', { expected: draft.value.nextRow });
  if (input.firstRow + input.rows.length - 1 > input.totalRows) return fail('list-file-differs');
  if (draft.value.applying) return ok({ ...toldOf(list, draft.value), bad: [] });
  const taken = await takeRows(needs, list, draft.value, input);
  const bad = taken.bad.map(({ row, code }) => ({ row, code, zh: texts[code].zh, en: texts[code].en }));
  if (input.firstRow < draft.value.nextRow) return ok({ ...toldOf(list, draft.value), bad });
  const next = { ...draft.value, ...countsOf(draft.value, taken), nextRow: input.firstRow + input.rows.length };
  if (!(await keptDraft(needs, list, held, next))) return handInList(needs, caller, input);
  return ok({ ...toldOf(list, next), bad });
};

const toldOf = (list: CardList, draft: CardListDraft) => {
  const progress = listProgress({ ...list, draft }, draft.version);
  if (!progress) throw new Error('a draft without progress');
  return progress;
};

/** The draft that a piece goes on with, or the one that it begins. */
function draftFor(
  { draft, inForce }: CardList,
  { version, fileHash, totalRows }: Input,
): Result<CardListDraft, 'list-version-passed' | 'list-file-differs'> {
  if (inForce && inForce.version >= version) return fail('list-version-passed');
  if (draft && draft.version > version) return fail('list-version-passed');
  if (draft?.version === version)
    return draft.fileHash === fileHash && draft.totalRows === totalRows ? ok(draft) : fail('list-file-differs');
  // A list that is being put in force is completed first.
  if (draft?.applying) return fail('list-version-passed');
  return ok({ version, fileHash, totalRows, nextRow: 1, badRows: 0, added: 0, changed: 0, unchanged: 0 });
}

interface Taken {
  readonly bad: readonly BadRow[];
  readonly added: number;
  readonly changed: number;
  readonly unchanged: number;
}

const countsOf = (draft: CardListDraft, { bad, added, changed, unchanged }: Taken) => ({
  badRows: draft.badRows + bad.length,
  added: draft.added + added,
  changed: draft.changed + changed,
  unchanged: draft.unchanged + unchanged,
});

async function takeRows(needs: StatementNeeds, list: CardList, draft: CardListDraft, input: Input): Promise<Taken> {
  const bad: BadRow[] = [];
  const good: { readonly record: CardListRow; readonly cardId: string }[] = [];
  for (const [index, told] of input.rows.entries()) {
    const order = input.firstRow + index;
    const facts = factsOf(told, needs);
    if (facts.ok) good.push(await rowOf(needs, list, draft, order, facts.value));
    else bad.push({ row: order, code: facts.failure.code });
  }
  const seen = new Map<string, number>();
  for (const { record } of good) if (!seen.has(record._id)) seen.set(record._id, record.order);
  const firsts = good.filter(({ record }) => seen.get(record._id) === record.order);
  if (firsts.length > 0)
    await needs.store.insertMany(
      cardListRows,
      firsts.map(({ record }) => record),
    );
  const counts = { added: 0, changed: 0, unchanged: 0 };
  const changes = await Promise.all(
    good.map(async ({ record, cardId }) => {
      const isFirst = seen.get(record._id) === record.order;
      const kept = isFirst ? await needs.store.get(cardListRows, record._id) : undefined;
      return kept?.order === record.order ? changeOf(needs, list, cardId, record) : undefined;
    }),
  );
  for (const [index, change] of changes.entries()) {
    if (change !== undefined) counts[change] += 1;
    else bad.push({ row: good[index]?.record.order ?? 0, code: 'card-twice' });
  }
  return { bad: bad.sort((one, other) => one.row - other.row), ...counts };
}

function factsOf(
  { number: typed, ...holder }: Input['rows'][number],
  { clock }: Pick<StatementNeeds, 'clock'>,
): Result<StatedFacts, Exclude<RowFailure, 'card-twice'>> {
  const number = plainCode(typed);
  if (!isCardNumber(number)) return fail('card-refused');
  const checked = checkHolder(holder, dayOf(clock.now()));
  return checked.ok ? ok({ number, ...checked.value }) : fail(checked.failure.code);
}

async function rowOf(
  { vault }: StatementNeeds,
  list: CardList,
  draft: CardListDraft,
  order: number,
  facts: StatedFacts,
): Promise<{ readonly record: CardListRow; readonly cardId: string }> {
  const key = listKey(list, draft);
  const claimId = await vault.blindIndex('card', `${list.kind}:${facts.number}`);
  const _id = `${key}.${claimId}`;
  const holderId = statedHolder(vault.subjectOf(facts.documentKind, facts.documentNumber));
  const sealed = await vault.sealForCase(key, _id, JSON.stringify(facts));
  const cardId = await listedCardId(vault, list, facts.number);
  return { record: { _id, listKey: key, order, holderId, sealed }, cardId };
}

/** What a row changes of the list in force. */
async function changeOf(
  { store }: StatementNeeds,
  { inForce }: CardList,
  cardId: string,
  { holderId }: CardListRow,
): Promise<'added' | 'changed' | 'unchanged'> {
  const held = inForce && (await store.get(statedCards, cardId));
  if (!held || held.listVersion !== inForce.version || held.listedHolder === undefined) return 'added';
  return held.listedHolder === holderId ? 'unchanged' : 'changed';
}

/** Whether the draft was written; one that it replaces is given up, which the timer completes. */
async function keptDraft(
  { store }: StatementNeeds,
  list: CardList,
  held: Stored<CardList> | undefined,
  draft: CardListDraft,
): Promise<boolean> {
  const givenUp = list.draft && list.draft.version !== draft.version ? listKey(list, list.draft) : undefined;
  const dropped = [...(list.dropped ?? []), ...(givenUp === undefined ? [] : [givenUp])];
  const record = { ...list, draft, ...(dropped.length > 0 && { dropped }) };
  const answer = held ? await store.update(cardLists, record, held._v) : await store.insert(cardLists, record);
  return answer === 'updated' || answer === 'inserted';
}
