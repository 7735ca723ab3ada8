import { type CardSet, newCardSet } from '@tongcheng/shared/gates/card-set';
import { clockToleranceMs, type HeldSet, type TakingNeeds } from '@tongcheng/shared/gates/held-set';
import type { SetEntry } from '@tongcheng/shared/gates/set-body';
import { readSetHeader, setHeaderText } from '@tongcheng/shared/gates/set-header';
import { takeDelta, takingSnapshot } from '@tongcheng/shared/gates/take-set-file';
import * as fc from 'fast-check';
import { clock } from '../world/ride-settings';
import { cryptography, deltaTo, epochKey, hashOf, snapshotOf, type Told } from './keys';

const now = clock('08:20:00');
const needs: TakingNeeds = { ...cryptography, city: '110000', now };
const told = (version: number, more: Partial<Told> = {}): Told => ({ version, madeAt: now, testsSince: now, ...more });

const setOf = (entries: readonly SetEntry[]): CardSet => {
  const set = newCardSet();
  for (const each of entries) if (each.status !== 255) set.put(each, each.status);
  return set;
};
const first = Array.from({ length: 300 }, (_, number) => ({ ...hashOf(`1${number}`), status: number % 190 }));
/** Half of the second hundred turns red, the third leaves, a hundred come. */
const changes = [
  ...first.slice(100, 150).map((each) => ({ ...each, status: 195 })),
  ...first.slice(200).map((each) => ({ ...each, status: 255 })),
  ...Array.from({ length: 100 }, (_, number) => ({ ...hashOf(`9${number}`), status: 3 })),
];
const then = [...first.slice(0, 100), ...changes.slice(0, 50), ...first.slice(150, 200), ...changes.slice(150)];

const take = (bytes: Uint8Array, held?: HeldSet, more: Partial<TakingNeeds> = {}, pieces = 700) => {
  const taking = takingSnapshot({ ...needs, ...more }, held);
  for (let at = 0; at < bytes.length; at += pieces) if (taking.take(bytes.subarray(at, at + pieces))) break;
  return taking.end();
};
const taken = (bytes: Uint8Array, held?: HeldSet): HeldSet => {
  const answer = take(bytes, held);
  if (typeof answer === 'string') throw new Error(answer);
  return answer;
};
const snapshot = snapshotOf(setOf(first), told(4));
const delta = deltaTo(setOf(then), changes, { ...told(5), from: 4 });
const hold = (): HeldSet => taken(snapshot);
const picture = ({ cards, header }: HeldSet) => [
  header.version,
  cards.count(),
  cards.check(),
  first.map((each) => cards.find(each)),
];

test('B-11 a gate takes a snapshot and the delta after it, and holds what the server holds', () => {
  const held = hold();
  expect(held.cards.count()).toBe(300);
  const next = takeDelta(needs, held, delta);
  if (typeof next === 'string') throw new Error(next);
  expect(next.header.version).toBe(5);
  for (const each of then) expect(next.cards.find(each)).toBe(each.status);
  for (const each of first.slice(200)) expect(next.cards.find(each)).toBeUndefined();
});

test('a snapshot comes in pieces of any length', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 3_000 }), (pieces) => {
      expect(typeof take(snapshot, undefined, {}, pieces)).toBe('object');
    }),
    { numRuns: 30 },
  );
});

describe('a file is refused, and the set that is held stays as it was', () => {
  const refused = (answer: HeldSet | string, held: HeldSet, before: unknown) => {
    expect(picture(held)).toEqual(before);
    return answer;
  };
  const tryDelta = (bytes: Uint8Array, more: Partial<TakingNeeds> = {}) => {
    const held = hold();
    const before = picture(held);
    return refused(takeDelta({ ...needs, ...more }, held, bytes), held, before);
  };
  const trySnapshot = (bytes: Uint8Array, more: Partial<TakingNeeds> = {}) => {
    const held = hold();
    const before = picture(held);
    return refused(take(bytes, held, more), held, before);
  };

  test('when it is forged: any byte of it changed, left out or added', () => {
    const held = hold();
    const before = picture(held);
    const at = fc.integer({ min: 0, max: delta.length - 1 });
    fc.assert(
      fc.property(at, fc.integer({ min: 1, max: 255 }), fc.constantFrom('flip', 'cut', 'add'), (index, by, how) => {
        const bytes = Uint8Array.from(delta);
        bytes[index] = (bytes[index] ?? 0) ^ by;
        const parts = { flip: bytes, cut: delta.subarray(0, index), add: Buffer.concat([delta, Buffer.of(by)]) };
        expect(typeof takeDelta(needs, held, parts[how])).toBe('string');
      }),
      { numRuns: 3_000 },
    );
    expect(picture(held)).toEqual(before);
  });

  test('when it is rolled back: as old as the set that is held, or older', () => {
    expect(trySnapshot(snapshot)).toBe('not-newer');
    expect(trySnapshot(snapshotOf(setOf(then), told(3)))).toBe('not-newer');
    expect(typeof trySnapshot(snapshotOf(setOf(then), told(6)))).toBe('object');
  });

  test('when a delta is left out, or is of another epoch', () => {
    expect(tryDelta(deltaTo(setOf(then), changes, { ...told(7), from: 6 }))).toBe('not-the-next');
    const other = { ...told(5, { epoch: '2022-23' }), from: 4 };
    expect(tryDelta(deltaTo(setOf(then), changes, other))).toBe('not-the-next');
  });

  test('when a delta stands in place of a snapshot, or the other way round', () => {
    expect(trySnapshot(delta)).toBe('not-the-next');
    expect(tryDelta(snapshotOf(setOf(then), told(5)))).toBe('not-the-next');
    expect(take(delta)).toBe('not-the-next');
  });

  test('when it is another city’s, signed by an unknown key, from the future, or nothing of the kind', () => {
    expect(trySnapshot(snapshotOf(setOf(then), told(5, { city: '120000' })))).toBe('other-city');
    expect(trySnapshot(snapshotOf(setOf(then), told(5, { keyId: 'set-2' })))).toBe('not-signed');
    const late = snapshotOf(setOf(then), told(5, { madeAt: now + clockToleranceMs + 1 }));
    expect(trySnapshot(late)).toBe('from-the-future');
    expect(typeof trySnapshot(late, { now: now + 1 })).toBe('object');
    expect(trySnapshot(Buffer.from('<html>not found</html>'))).toBe('not-a-set-file');
    expect(trySnapshot(new Uint8Array(0))).toBe('not-a-set-file');
  });

  test('when a delta does not lead to the set that it says', () => {
    expect(tryDelta(deltaTo(setOf(first), changes, { ...told(5), from: 4 }))).toBe('damaged');
  });
});

test('a new epoch comes as a snapshot: hashes of before are not found in it', () => {
  const key = Buffer.alloc(32, 3);
  const set = newCardSet();
  for (let number = 0; number < 300; number += 1) set.put(hashOf(`1${number}`, key), 5);
  const held = taken(snapshotOf(set, told(6, { epoch: '2022-23' })), hold());
  expect(held.cards.find(hashOf('17', key))).toBe(5);
  expect(held.cards.find(hashOf('17', epochKey))).toBeUndefined();
});

test('a head is read only as it is written', () => {
  const { header } = hold();
  const text = setHeaderText(header);
  expect(readSetHeader(text)).toEqual(header);
  const lines = text.split('\n');
  for (const [index, line] of lines.entries()) {
    if (line === '') continue;
    for (const other of [`${line} `, ` ${line}`, `${line}\r`, '', line.replace(/^([a-z-]+) (\d+)$/, '$1 0$2')])
      if (other !== line) expect(readSetHeader(lines.with(index, other).join('\n'))).toBeUndefined();
    expect(readSetHeader(lines.toSpliced(index, 1).join('\n'))).toBeUndefined();
    expect(readSetHeader(lines.toSpliced(index, 0, line).join('\n'))).toBeUndefined();
  }
});
