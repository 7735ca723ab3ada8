import { bindCard } from '@tongcheng/cloudfunctions/app/cards/bind-card';
import { cardHolders } from '@tongcheng/cloudfunctions/app/cards/card-record';
import { linkingProgress } from '@tongcheng/cloudfunctions/app/cards/linking-progress';
import { cardLinkings } from '@tongcheng/cloudfunctions/app/cards/linking-record';
import { unbindCard } from '@tongcheng/cloudfunctions/app/cards/unbind-card';
import { cities } from '@tongcheng/cloudfunctions/app/venues/records';
import type { DocumentStore } from '@tongcheng/cloudfunctions/ports/document-store';
import { dayMs, dayOf } from '@tongcheng/shared/time';
import type { CardKind } from '@tongcheng/shared/venues/card-kind';
import { anOfficial } from '../world/callers';
import { townSettings } from '../world/installation';
import { instanceOver, ownStore } from '../world/instance';
import { aCity } from '../world/records';
import { answered, authenticated, callerIn, refusalOf, wang } from '../world/rider';

jest.setTimeout(60_000);

const place = ownStore();
let needs: Awaited<ReturnType<typeof instanceOver>>;
let turn = 0;
const kind = (name: string): CardKind => ({ kind: name, name: { zh: name, en: name }, hint: { zh: '', en: '' } });
const settings = { ...townSettings, cardKinds: [kind('wuhantong'), kind('t-union')] };

beforeEach(async () => {
  turn += 1;
  needs = await instanceOver(place.store, undefined, `linking progress ${turn}`);
  await needs.services.open();
  for (const { _id } of (await place.store.find(cities, { where: {}, limit: 10 })).items)
    await place.store.delete(cities, _id);
  await place.store.insert(cities, aCity(settings));
});
afterEach(() => needs.services.close());
afterAll(place.close);

const rider = async (order: number) => {
  const documentNumber = `E90000${String(order).padStart(3, '0')}`;
  const person = { ...wang, documentKind: 'passport' as const, documentNumber };
  return callerIn(needs, await authenticated(needs, `counted-${order}`, person));
};
const issued = (name: string, order: number) => {
  const number = `77${String(order).padStart(8, '0')}`;
  needs.services.register.cards.set(`${name}:${number}`, 'known');
  return { kind: name, number };
};
const official = anOfficial({ roles: ['bureau'], cities: ['420100'] });
/** Breaks off where the linking is counted. */
const refusing: DocumentStore['insert'] = (into, doc) =>
  into.name === cardLinkings.name ? Promise.reject(new Error('broken off')) : place.store.insert(into, doc);
const progress = async (from: string, to: string, cityOf = async () => settings) =>
  answered(await linkingProgress({ ...needs, cityOf }, official, { city: '420100', from, to }));

const today = () => dayOf(needs.clock.now());
/** Sums of the only day asked about, by kind, and of other kinds. */
const onDay = async (day: string, cityOf?: () => Promise<typeof settings>) => {
  const { days } = await progress(day, day, cityOf);
  const of = (name: string) => days[0]?.kinds.find((each) => each.kind === name)?.linked ?? 0;
  return { wuhantong: of('wuhantong'), tUnion: of('t-union'), others: days[0]?.others ?? 0 };
};

test('B-12 each linking is counted on its day by its kind, once, however often it is repeated', async () => {
  const [first, second] = [await rider(1), await rider(2)];
  answered(await bindCard(needs, first, { ...issued('wuhantong', 1), city: '420100' }));
  for (const _again of [1, 2, 3]) answered(await bindCard(needs, second, { ...issued('t-union', 2), city: '420100' }));
  answered(await bindCard(needs, second, issued('t-union', 3)));
  expect(await onDay(today())).toEqual({ wuhantong: 1, tUnion: 2, others: 0 });
});

test('B-12 what was refused is not counted; what is unlinked stays counted, and linking anew counts again', async () => {
  const [caller, other] = [await rider(3), await rider(4)];
  const before = await onDay(today());
  const card = issued('wuhantong', 4);
  const { cardId } = answered(await bindCard(needs, caller, card));
  expect(refusalOf(await bindCard(needs, other, card))).toBe('card-bound-elsewhere');
  expect(refusalOf(await bindCard(needs, other, { kind: 'wuhantong', number: '7700000099' }))).toBe('card-refused');
  answered(await unbindCard(needs, caller, { cardId }));
  expect(await onDay(today())).toEqual({ ...before, wuhantong: before.wuhantong + 1 });
  answered(await bindCard(needs, other, card));
  expect(await onDay(today())).toEqual({ ...before, wuhantong: before.wuhantong + 2 });
});

test('B-12 a linking that broke off before it was counted is counted when it is repeated, on its own day', async () => {
  const caller = await rider(5);
  const card = issued('wuhantong', 5);
  const day = today();
  const before = await onDay(day);
  const broken = { ...needs.store, insert: refusing };
  await expect(bindCard({ ...needs, store: broken }, caller, card)).rejects.toThrow('broken off');
  expect((await place.store.get(cardHolders, caller.personId ?? ''))?.cards).toHaveLength(1);
  expect(await onDay(day)).toEqual(before);
  needs.clock.pass(dayMs);
  answered(await bindCard(needs, caller, card));
  expect(await onDay(day)).toEqual({ ...before, wuhantong: before.wuhantong + 1 });
});

test('B-12 days come last one first, 31 at most; kinds that the city gave up are counted apart', async () => {
  const caller = await rider(6);
  answered(await bindCard(needs, caller, issued('t-union', 6)));
  const all = await onDay(today());
  const given = { ...settings, cardKinds: [kind('wuhantong')] };
  expect(await onDay(today(), async () => given)).toEqual({ wuhantong: all.wuhantong, tUnion: 0, others: all.tUnion });
  const { days } = await progress('2020-01-01', today());
  expect(days).toHaveLength(31);
  expect(days[0]?.day).toBe(today());
});

test('B-12 officials of other cities are told of no such city', async () => {
  const cityOf = async () => settings;
  const asked = { city: '420100', from: today(), to: today() };
  const stranger = anOfficial({ roles: ['bureau'], cities: ['210100'] });
  expect(refusalOf(await linkingProgress({ ...needs, cityOf }, stranger, asked))).toBe('city-unknown');
});

test('W-28 a count names neither its rider nor the card', async () => {
  const caller = await rider(7);
  const card = issued('wuhantong', 7);
  const { cardId } = answered(await bindCard(needs, caller, card));
  const kept = (await place.store.find(cardLinkings, { where: { day: today() }, limit: 100 })).items;
  expect(kept.length).toBeGreaterThan(0);
  for (const secret of [card.number, cardId, caller.personId ?? '?'])
    expect(JSON.stringify(kept)).not.toContain(secret);
});
