import { createHash } from 'node:crypto';
import { cardClaims } from '@tongcheng/cloudfunctions/app/cards/card-record';
import { cardTokens } from '@tongcheng/cloudfunctions/app/cards/card-token-record';
import { applyLists } from '@tongcheng/cloudfunctions/app/cards/lists/apply-lists';
import { cardListRows, cardLists } from '@tongcheng/cloudfunctions/app/cards/lists/list-record';
import { type StatedCard, statedCards } from '@tongcheng/cloudfunctions/app/cards/stated/stated-record';
import type { DocumentStore } from '@tongcheng/cloudfunctions/ports/document-store';
import { caseKeys, people as peopleOfVault } from '@tongcheng/cloudfunctions/vault/records';
import * as z from 'zod';
import { type GateTown, openGate } from '../gates/gate-town';
import { people } from '../world/people';
import { enrolled } from '../world/town-sessions';
import { type CardPartner, cameOf, cardPartner, holderOf, openCardTown, told } from './partner-cards';

jest.setTimeout(120_000);

let town: GateTown;
let partner: CardPartner;
beforeEach(async () => {
  town = await openCardTown();
  partner = await cardPartner(town);
});
afterEach(async () => {
  expect(town.faults).toEqual([]);
  await town.close();
});

const kind = 'issued';
const numberOf = (order: number) => `5500${String(order).padStart(6, '0')}`;
/** A row of a file: a card of a resident of the tests. */
const row = (order: number, index = order % people.length) => ({ number: numberOf(order), ...holderOf(index) });
const rowsOf = (count: number) => Array.from({ length: count }, (_, order) => row(order));
const hashOf = (rows: readonly unknown[]) => createHash('sha256').update(JSON.stringify(rows)).digest('hex');

interface Piece {
  readonly from?: number;
  readonly to?: number;
  readonly more?: Readonly<Record<string, unknown>>;
}
const handIn = (version: number, rows: readonly unknown[], { from = 0, to = rows.length, more = {} }: Piece = {}) =>
  partner.ask('cards.hand-in-list', {
    ...{ city: '420100', kind, version, fileHash: hashOf(rows), totalRows: rows.length },
    ...{ firstRow: from + 1, rows: rows.slice(from, to), ...more },
  });
const putInForce = (version: number, removed: number) =>
  partner.ask('cards.put-list-in-force', { city: '420100', kind, version, removed });
const progress = async (version: number) =>
  (await partner.ask('cards.get-list', { city: '420100', kind, version })).value;
const apply = (store: DocumentStore = town.needs.store) => applyLists({ ...town.needs, store });
const inForce = async (version: number, rows: readonly unknown[], removed = 0) => {
  await handIn(version, rows);
  expect(await putInForce(version, removed)).toMatchObject({ ok: true, value: { state: 'applying' } });
  await apply();
};
const claims = () => town.needs.store.count(cardClaims, {});
const linked = async (): Promise<readonly StatedCard[]> =>
  (await town.needs.store.find(statedCards, { where: {}, limit: 1_000 })).items.filter(
    ({ state }) => state === 'linked',
  );
const changed = async () => [await claims(), (await linked()).length, await town.needs.store.count(peopleOfVault, {})];

test('B-04 a list handed in piece by piece names every bad row, tells what it changes and links its cards once it is put in force; nobody is enrolled', async () => {
  const before = await changed();
  const good = rowsOf(6);
  const bad = [{ ...row(7), number: '1!' }, { ...row(8), documentNumber: '1' }, { ...row(9), name: '=1' }, row(2)];
  const rows = [...good.slice(0, 4), ...bad, ...good.slice(4)];
  const first = await handIn(1, rows, { to: 5 });
  expect(first).toMatchObject({ value: { state: 'receiving', nextRow: 6, badRows: 1, added: 4 } });
  const Bad = z.object({ bad: z.array(z.object({ row: z.number(), code: z.string(), zh: z.string() })) });
  const codes = (answer: { value?: unknown }) =>
    Bad.parse(answer.value).bad.map(({ row: at, code }) => `${at} ${code}`);
  expect(codes(first)).toEqual(['5 card-refused']);
  const second = await handIn(1, rows, { from: 5 });
  expect(codes(second)).toEqual(['6 document-refused', '7 name-refused', '8 card-twice']);
  expect(await progress(1)).toMatchObject({ state: 'whole', badRows: 4, added: 6, changed: 0, removed: 0 });
  expect(await changed()).toEqual(before);
  await putInForce(1, 0);
  await apply();
  expect(await progress(1)).toMatchObject({ state: 'in-force', standing: 0 });
  expect(await changed()).toEqual([6, 6, before[2]]);
  expect(await town.needs.store.count(cardListRows, {})).toBe(0);
});

test('B-04 a new list replaces the one before: what changes is told first, and gates hear of what came, went and changed', async () => {
  await town.make();
  const gate = await openGate(town);
  await inForce(1, [row(1), row(2), row(3)]);
  await town.nextMake();
  const next = [row(1), row(2, 40), row(4)];
  await handIn(2, next);
  expect(await progress(2)).toMatchObject({ state: 'whole', added: 1, changed: 1, unchanged: 1, removed: 1 });
  expect(await putInForce(2, 0)).toMatchObject({ failure: { code: 'list-preview-differs', details: { removed: 1 } } });
  await putInForce(2, 1);
  await apply();
  await town.nextMake();
  const { held } = await gate.fetch();
  const known = async (order: number) => (await gate.statusIn(held, { kind, number: numberOf(order) })) !== undefined;
  expect(await Promise.all([1, 2, 3, 4].map(known))).toEqual([true, true, false, true]);
  const subject = town.needs.vault.subjectOf(holderOf(40).documentKind, holderOf(40).documentNumber);
  expect((await linked()).map(({ holderId }) => holderId)).toContain(`h_${subject}`);
  const answer = await gate.ask(
    'gates.deliver-taps',
    gate.nextBatch([await gate.tapOf({ kind, number: numberOf(1) })]),
  );
  expect(answer).toMatchObject({ value: { taps: [{ answer: 'recorded' }] } });
});

test('B-04 the key of a list is destroyed with it: what stood in the one before is read by nobody', async () => {
  await inForce(1, [row(1), row(2)]);
  const [before] = await linked();
  await inForce(2, [row(1), row(2)]);
  const keys = (await town.needs.store.find(caseKeys, { where: {}, limit: 10 })).items;
  expect(keys.map(({ _id, wrapped }) => [_id.at(-1), wrapped === null]).sort()).toEqual([
    ['1', true],
    ['2', false],
  ]);
  const key = `card-list.${before?.listId}.1`;
  await expect(town.needs.vault.openForCase(key, before?._id ?? '', before?.sealed ?? '')).rejects.toThrow('destroyed');
  expect(await linked()).toHaveLength(2);
});

test('B-04 a list that is cut in the middle changes nothing, and goes on where it broke off', async () => {
  await inForce(1, [row(1), row(2)]);
  const before = await changed();
  const rows = rowsOf(6);
  await handIn(2, rows, { to: 3 });
  expect(await putInForce(2, 0)).toMatchObject({ failure: { code: 'list-not-whole', details: { expected: 4 } } });
  await apply();
  expect(await changed()).toEqual(before);
  expect(await handIn(2, rows, { from: 4 })).toMatchObject({
    failure: { code: 'list-row-expected', details: { expected: 4 } },
  });
  // The same piece again counts once; a piece of another file is none of this list.
  expect(await handIn(2, rows, { to: 3 })).toMatchObject({ value: { nextRow: 4, added: 1, unchanged: 2 } });
  expect(await handIn(2, [...rows, row(9)], { from: 3 })).toMatchObject({ failure: { code: 'list-file-differs' } });
  expect(await handIn(2, rows, { from: 3 })).toMatchObject({ value: { state: 'whole', added: 4, unchanged: 2 } });
});

test('B-04 a piece that broke off while it was written is completed by the same piece', async () => {
  const rows = rowsOf(5);
  const { store } = town.needs;
  const original = store.insert;
  let left = 1;
  Object.assign(store, {
    insert: (...given: Parameters<typeof original>) => {
      left -= given[0].name === cardLists.name ? 1 : 0;
      return left < 0 || given[0].name !== cardLists.name ? original(...given) : Promise.reject(new Error('cut'));
    },
  });
  expect(await handIn(1, rows)).toMatchObject({ status: 503 });
  expect(await store.count(cardListRows, {})).toBe(5);
  expect(await handIn(1, rows)).toMatchObject({ value: { state: 'whole', added: 5, badRows: 0 } });
  Object.assign(store, { insert: original });
  expect(town.faults.splice(0)).toHaveLength(1);
});

test('B-04 putting in force breaks off anywhere: the next run completes it, and the end is the same', async () => {
  await inForce(1, [row(1), row(2), row(3), row(4)]);
  await handIn(2, [row(1), row(2, 40), row(5), row(6)]);
  await putInForce(2, 2);
  const failingAfter = (writes: number): DocumentStore => {
    let left = writes;
    const counted =
      <A extends readonly unknown[], R>(act: (...given: A) => Promise<R>) =>
      (...given: A): Promise<R> => {
        left -= 1;
        return left < 0 ? Promise.reject(new Error('cut')) : act(...given);
      };
    const { insert, update, delete: remove } = town.needs.store;
    return { ...town.needs.store, insert: counted(insert), update: counted(update), delete: counted(remove) };
  };
  let cuts = 0;
  for (let writes = 0; ; writes += 1) {
    const came = await apply(failingAfter(writes)).catch((fault: Error) => fault.message);
    if (came === undefined) break;
    expect(came).toBe('cut');
    cuts += 1;
    await town.needs.store.find(cardLists, { where: {}, limit: 1 });
  }
  expect(cuts).toBeGreaterThan(5);
  expect(await progress(2)).toMatchObject({ state: 'in-force', standing: 0 });
  const ids = (await linked()).map(({ listVersion }) => listVersion);
  expect(ids).toEqual([2, 2, 2, 2]);
  expect([await claims(), await town.needs.store.count(cardListRows, {})]).toEqual([4, 0]);
  expect(await town.needs.store.count(cardTokens, {})).toBe(4);
});

test('X-22 a list takes no card from a rider who bound it, nor from its holder who undid it; the holder sees by whose list it came', async () => {
  const { accessToken } = await enrolled(town.town, 30);
  await partner.link([told(town, numberOf(50), { kind, did: 'consented', holder: holderOf(51) })]);
  await inForce(1, [row(60, 30), row(50, 52)]);
  expect(await progress(1)).toMatchObject({ state: 'in-force', standing: 1 });
  const Cards = z.object({ cards: z.array(z.object({ cardId: z.string(), stated: z.object({ how: z.string() }) })) });
  const own = async () => Cards.parse((await town.ask('cards.list-cards', {}, accessToken)).value).cards;
  const [card] = await own();
  expect(card?.stated.how).toBe('list');
  expect(await town.ask('cards.unbind-card', { cardId: card?.cardId }, accessToken)).toMatchObject({ ok: true });
  await inForce(2, [row(60, 30), row(50, 52)]);
  expect([await own(), await claims()]).toEqual([[], 1]);
  expect(
    cameOf(await partner.link([told(town, numberOf(60), { kind, did: 'consented', holder: holderOf(30) })])),
  ).toEqual(['linked']);
  expect(await own()).toHaveLength(1);
});

test('B-04 older versions, other kinds and other issuers’ lists are refused; a higher version gives up one that was not put in force', async () => {
  await handIn(3, rowsOf(4), { to: 2 });
  expect(await handIn(2, rowsOf(2))).toMatchObject({ failure: { code: 'list-version-passed' } });
  const other = await cardPartner(town, [kind]);
  const asked = { city: '420100', kind, version: 3 };
  expect(await other.ask('cards.get-list', asked)).toMatchObject({ failure: { code: 'list-unknown' } });
  expect(await other.ask('cards.put-list-in-force', { ...asked, removed: 0 })).toMatchObject({
    failure: { code: 'list-unknown' },
  });
  expect(await other.ask('cards.get-list', { ...asked, kind: 'senior' })).toMatchObject({
    failure: { code: 'card-kind-refused' },
  });
  await inForce(4, [row(1)]);
  expect(await handIn(4, [row(1)])).toMatchObject({ failure: { code: 'list-version-passed' } });
  expect(await town.needs.store.count(cardListRows, {})).toBe(0);
  expect(await claims()).toBe(1);
});
