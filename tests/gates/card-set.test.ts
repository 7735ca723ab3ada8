import { pageCount } from '@tongcheng/shared/gates/card-hash';
import { newCardSet } from '@tongcheng/shared/gates/card-set';
import { bodyOf, bodyReader, deltaBody, type SetEntry } from '@tongcheng/shared/gates/set-body';
import * as fc from 'fast-check';
import { hashOf } from './keys';

const card = fc.record({
  page: fc.constantFrom(0, 1, 2_047, pageCount - 1),
  remainder: fc.oneof(fc.integer({ min: 0, max: 40 }), fc.constantFrom(2 ** 48 - 1, 2 ** 47, 2 ** 32, 2 ** 32 - 1)),
  status: fc.integer({ min: 0, max: 255 }),
});
const key = ({ page, remainder }: Pick<SetEntry, 'page' | 'remainder'>) => `${page} ${remainder}`;

test('B-11 a set answers as a Map does, whatever is put in, changed and taken out', () => {
  const step = fc.record({ card, isRemoval: fc.boolean() });
  fc.assert(
    fc.property(fc.array(step, { maxLength: 200 }), (steps) => {
      const [set, map] = [newCardSet(), new Map<string, number>()];
      for (const { card, isRemoval } of steps) {
        if (isRemoval) {
          set.remove(card);
          map.delete(key(card));
        } else {
          set.put(card, card.status);
          map.set(key(card), card.status);
        }
      }
      expect(set.count()).toBe(map.size);
      for (const { card } of steps) expect(set.find(card)).toBe(map.get(key(card)));
    }),
    { numRuns: 400 },
  );
});

test('B-11 hashes as they are, evenly spread: 60,000 cards are found, and no other', () => {
  const set = newCardSet();
  for (let number = 0; number < 60_000; number += 1) set.put(hashOf(`1000${number}`), number % 250);
  let wrong = 0;
  for (let number = 0; number < 60_000; number += 1) if (set.find(hashOf(`1000${number}`)) !== number % 250) wrong += 1;
  let byChance = 0;
  for (let number = 0; number < 20_000; number += 1) if (set.find(hashOf(`2000${number}`)) !== undefined) byChance += 1;
  expect({ wrong, byChance, count: set.count() }).toEqual({ wrong: 0, byChance: 0, count: 60_000 });
});

test('the check of a set depends on its entries and on nothing that was between', () => {
  fc.assert(
    fc.property(fc.array(card), fc.array(card), (kept, passing) => {
      const [straight, winding] = [newCardSet(), newCardSet()];
      for (const each of kept) straight.put(each, each.status);
      for (const each of [...passing, ...kept]) winding.put(each, each.status);
      const isKept = new Set(kept.map(key));
      for (const each of passing) if (!isKept.has(key(each))) winding.remove(each);
      expect(winding.check()).toBe(straight.check());
      expect(winding.count()).toBe(straight.count());
    }),
  );
});

test('a body is read as it was written, in pieces of any length', () => {
  const entries = fc.array(card, { maxLength: 300 });
  fc.assert(
    fc.property(entries, fc.array(fc.integer({ min: 1, max: 3_000 }), { minLength: 1 }), (cards, lengths) => {
      const [written, read] = [newCardSet(), newCardSet()];
      for (const each of cards) written.put(each, each.status % 200);
      const body = Buffer.concat([...bodyOf(written)]);
      const reader = bodyReader(false, read.fill);
      for (let at = 0, turn = 0; at < body.length; turn += 1) {
        const length = lengths[turn % lengths.length] ?? 1;
        expect(reader.take(body.subarray(at, at + length))).toBe(true);
        at += length;
      }
      expect(reader.isWhole()).toBe(true);
      expect([read.count(), read.check()]).toEqual([written.count(), written.check()]);
      for (const each of cards) expect(read.find(each)).toBe(written.find(each));
    }),
    { numRuns: 60 },
  );
});

describe('a body is refused', () => {
  const change = { page: 7, remainder: 9, status: 1 };
  const body = deltaBody([change, { ...change, remainder: 8 }]);
  const reads = (bytes: Uint8Array, allowsRemoved = true) => {
    const reader = bodyReader(allowsRemoved, () => undefined);
    return reader.take(bytes) && reader.isWhole();
  };

  test('not when it is whole', () => expect(reads(body)).toBe(true));
  test('with a byte less or more', () => {
    expect(reads(body.subarray(0, -1))).toBe(false);
    expect(reads(Buffer.concat([body, Buffer.of(0)]))).toBe(false);
  });
  test('with an entry twice, or entries out of order', () => {
    const swapped = body.slice();
    swapped.set(body.subarray(8, 15), 15);
    expect(reads(swapped)).toBe(false);
    swapped.set(body.subarray(15, 22), 8);
    swapped.set(body.subarray(8, 15), 15);
    expect(reads(swapped)).toBe(false);
  });
  test('with a card taken out, where it is no delta', () => {
    const removal = deltaBody([{ ...change, status: 255 }]);
    expect(reads(removal)).toBe(true);
    expect(reads(removal, false)).toBe(false);
  });
  test('with more entries in a page than any set has, before memory is taken for them', () => {
    expect(reads(Buffer.of(0xff, 0xff, 0xff, 0xff))).toBe(false);
  });
});

test('20,000 changes take at most 150,000 bytes', () => {
  const changes = Array.from({ length: 20_000 }, (_, number) => ({ ...hashOf(`3${number}`), status: 7 }));
  expect(deltaBody(changes).length).toBeLessThanOrEqual(150_000 - 1_024);
});
