import { fillAddedFields } from '@tongcheng/cloudfunctions/adapters/added-fields/fill-added-fields';
import { openSqliteStore } from '@tongcheng/cloudfunctions/adapters/sqlite/open-sqlite-store';
import { accounts } from '@tongcheng/cloudfunctions/app/identity/account-record';
import { refresh } from '@tongcheng/cloudfunctions/app/identity/refresh';
import { collection } from '@tongcheng/cloudfunctions/ports/document-store';
import { fillAdded } from '@tongcheng/shared/added-fields';
import { Eligibility, unknownEligibility } from '@tongcheng/shared/eligibility';
import { added, storedForm } from '@tongcheng/shared/stored-form';
import * as z from 'zod';
import { createRecords } from '../../miniprogram/src/client/records';
import { memoryStorage } from '../rider-app/a-phone';
import { instanceOver, ownStore } from '../world/instance';
import { answered, authenticated, callerIn } from '../world/rider';

jest.setTimeout(60_000);

const OfTomorrow = z.union([z.strictObject({ day: z.string(), seat: added(z.string(), 'any') }), z.null()]);
const Tomorrow = z.strictObject({ ...Eligibility.shape, ofTomorrow: added(OfTomorrow, null) });
const today = { ...unknownEligibility, identity: true, status: 'unavailable' } as const;

describe('a stored form', () => {
  const form = storedForm(Tomorrow);

  it('of an earlier release is filled in as declared, at every depth', () => {
    expect(form.read(today)).toEqual({ value: { ...today, ofTomorrow: null }, isCurrent: false });
    const deep = form.read({ ...today, ofTomorrow: { day: '2026-11-21' } });
    expect(deep).toEqual({ value: { ...today, ofTomorrow: { day: '2026-11-21', seat: 'any' } }, isCurrent: false });
  });

  it('of a later release lets go of what this one does not know, at every depth', () => {
    const status = { colour: 'green', issuedAt: 1, expiresAt: 2, source: 'x', region: '42' } as const;
    const read = storedForm(Eligibility).read({ ...today, status, ofTomorrow: null });
    expect(read).toEqual({
      value: { ...today, status: { colour: 'green', issuedAt: 1, expiresAt: 2, source: 'x' } },
      isCurrent: true,
    });
  });

  it('that is none is undefined, and on the wire an added field is asked for', () => {
    expect(form.read({ status: null })).toBeUndefined();
    expect(Tomorrow.safeParse(today).success).toBe(false);
  });
});

test('added fields are filled in by their path, and nothing that is there changes', () => {
  const kept = { city: { name: '武汉' }, members: [{ id: 1 }, { id: 2, since: 9 }] };
  expect(fillAdded(kept, { 'city.capabilities': ['city'], 'members.*.since': 0, 'nobody.x': 1 })).toEqual({
    city: { name: '武汉', capabilities: ['city'] },
    members: [
      { id: 1, since: 0 },
      { id: 2, since: 9 },
    ],
  });
});

test('a document of an earlier release comes back with its added fields, however it is asked for, and keeps them', async () => {
  const { folder, store: earlier, close } = ownStore();
  const before = collection<{ readonly _id: string }>()({
    name: 'accounts',
    keep: { until: 'owner' },
    belongs: { to: 'account', by: '_id', erased: 'with-account', exported: { not: 'a test' } },
    indexes: [],
  });
  const after = collection<{ readonly _id: string; readonly kind: string }>()({
    name: 'accounts',
    keep: { until: 'owner' },
    belongs: { to: 'account', by: '_id', erased: 'with-account', exported: { not: 'a test' } },
    indexes: [],
    added: { kind: 'rider' },
  });
  await earlier.insert(before, { _id: 'a' });
  await earlier.close();
  const store = openSqliteStore({ folder });
  const filling = fillAddedFields(store);
  const streamed = [];
  for await (const batch of filling.stream(after, { where: {} })) streamed.push(...batch);
  const found = await filling.find(after, { where: {}, limit: 1 });
  const one = await filling.get(after, 'a');
  expect([one, found.items[0], streamed[0]]).toEqual(Array(3).fill({ _id: 'a', _v: 1, kind: 'rider' }));
  await filling.update(after, { _id: 'a', kind: 'crew' }, 1);
  expect(await store.get(after, 'a')).toEqual({ _id: 'a', _v: 2, kind: 'crew' });
  await store.close();
  await close();
});

test('a record that an earlier release kept on the phone is filled in', () => {
  const storage = memoryStorage();
  storage.write('tc.test', '{"waiting":[{"code":"c"}]}');
  const isList = (value: unknown): value is { readonly waiting: readonly { readonly at: number }[] } => value !== null;
  const kept = { key: 'tc.test', empty: { waiting: [] }, is: isList, added: { 'waiting.*.at': 0 } };
  expect(createRecords(storage).read(kept)).toEqual({ waiting: [{ code: 'c', at: 0 }] });
});

describe('what cannot be read all the same', () => {
  it.each([
    ['a seal of another form', JSON.stringify({ colour: 'green' })],
    ['a seal that holds no object at all', 'green'],
    ['a seal that does not open', undefined],
  ])('%s: the source is asked anew, nobody is locked out', async (_what, opened) => {
    const place = ownStore();
    const needs = await instanceOver(place.store, undefined, 'unreadable');
    await needs.services.open();
    const session = await authenticated(needs, 'subject-unreadable');
    const held = await place.store.get(accounts, session.account.accountId);
    if (!held?.personId) throw new Error('no person');
    const { _v, ...account } = held;
    const sealed = opened === undefined ? 'A' : await needs.vault.sealFor(held.personId, held._id, opened);
    await place.store.update(accounts, { ...account, sealedStanding: sealed }, _v);
    const renewed = answered(await refresh(needs, { kind: 'anyone', address: '10.0.0.1' }, session));
    expect(renewed.account.standing).toEqual(session.account.standing);
    expect(await callerIn(needs, renewed)).toMatchObject({ eligibility: { status: { colour: 'green' } } });
    await needs.services.close();
    await place.close();
  });

  it('claims of another release are stale, so that their bearer renews; anything forged identifies no caller', async () => {
    const place = ownStore();
    const needs = await instanceOver(place.store, undefined, 'claims');
    const { kind, ...unread } = {
      kind: 'rider',
      session: 's',
      issuedAt: needs.clock.now(),
      expiresAt: needs.clock.now() + 1,
    };
    const token = needs.tokens.issue(Object.assign(Object.create(null), { ...unread, sort: kind }));
    expect(needs.tokens.read(token)).toBe('unreadable');
    expect(await needs.callerOf(token, '10.0.0.1')).toBe('stale');
    expect(await needs.callerOf(`${token}x`, '10.0.0.1')).toBe('ended');
    await place.close();
  });
});
