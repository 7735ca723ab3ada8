import { doubleUses, mergedUses, newUseBook, type PassUse } from '@tongcheng/shared/credentials/pass-uses';
import { minuteMs } from '@tongcheng/shared/time';
import fc from 'fast-check';
import { morning } from './keys';

const anyUse: fc.Arbitrary<PassUse> = fc.record({
  passId: fc.constantFrom('A', 'B'),
  step: fc.constantFrom(morning, morning + minuteMs),
  purpose: fc.constantFrom('entry', 'exit'),
  deviceId: fc.constantFrom('1', '2', '3'),
  at: fc.integer({ min: morning, max: morning + 2 * minuteMs }),
});
const anyUses = fc.array(anyUse, { maxLength: 20 });
const told = (uses: Iterable<PassUse>) => JSON.stringify(doubleUses(uses));

test('X-17 however often and in whichever order uses are told, the same double uses are found', () => {
  fc.assert(
    fc.property(anyUses, anyUses, anyUses, (one, two, three) => {
      const all = told(mergedUses(one, two, three).values());
      expect(told(mergedUses(three, one, two, one).values())).toBe(all);
      expect(told(mergedUses(mergedUses(two, three).values(), one).values())).toBe(all);
      expect(told([...one, ...two, ...three].reverse())).toBe(all);
    }),
  );
});

test('X-17 one use is no double use, and one validator has none', () => {
  const use: PassUse = { passId: 'A', step: morning, purpose: 'entry', deviceId: '1', at: morning };
  expect(doubleUses([use, { ...use, at: morning + 5 }])).toEqual([]);
  expect(
    doubleUses([use, { ...use, deviceId: '2', purpose: 'exit' }, { ...use, deviceId: '2', step: morning + minuteMs }]),
  ).toEqual([]);
  const other = { ...use, deviceId: '2', at: morning - 1 };
  expect(doubleUses([use, other])).toEqual([{ passId: 'A', step: morning, purpose: 'entry', uses: [other, use] }]);
});

/** What happens in the model: a code before a validator, or a validator that reaches the service. */
const anyEvent = fc.oneof(
  { weight: 3, arbitrary: fc.record({ shown: fc.constantFrom('A', 'B', 'C'), at: fc.nat({ max: 4 }) }) },
  { weight: 1, arbitrary: fc.record({ sync: fc.nat({ max: 4 }), isLost: fc.boolean() }) },
);

test('X-17 of n validators at most n − 1 let a minute through too often, and each double use is found at the next sync', () => {
  fc.assert(
    fc.property(fc.array(anyEvent, { maxLength: 60 }), (events) => {
      const books = [0, 1, 2, 3, 4].map((number) => newUseBook(`gate-${number}`));
      const service: PassUse[] = [];
      const passed: PassUse[] = [];
      /** An answer that is lost leaves uses that are told again. */
      const sync = (number: number, isLost: boolean) => {
        const book = books[number];
        if (!book) return;
        const untold = book.untold();
        service.push(...untold);
        if (isLost) return;
        book.told(untold);
        book.learn(service);
      };
      for (const event of events) {
        if ('sync' in event) {
          sync(event.sync, event.isLost);
          continue;
        }
        const use = { passId: event.shown, step: morning, purpose: 'entry', at: morning } as const;
        if (books[event.at]?.take(use)) passed.push({ ...use, deviceId: `gate-${event.at}` });
      }
      for (const passId of ['A', 'B', 'C']) {
        const times = passed.filter((use) => use.passId === passId).length;
        expect(Math.max(0, times - 1)).toBeLessThanOrEqual(books.length - 1);
      }
      for (const number of books.keys()) sync(number, false);
      expect(told(service)).toBe(told(passed));
      const found = doubleUses(service).reduce((sum, { uses }) => sum + uses.length - 1, 0);
      expect(found).toBe(passed.length - new Set(passed.map(({ passId }) => passId)).size);
      expect(books.flatMap((book) => book.untold())).toEqual([]);
    }),
    { numRuns: 500 },
  );
});

test('X-17 a validator that learnt of a use elsewhere refuses the same minute', () => {
  const [one, two] = [newUseBook('1'), newUseBook('2')];
  const use = { passId: 'A', step: morning, purpose: 'entry', at: morning } as const;
  expect(one.take(use)).toBe(true);
  two.learn(one.untold());
  expect(two.take(use)).toBe(false);
  expect(two.untold()).toEqual([]);
});

test('X-17 what was not told outlives a restart, and the memory of a long day stays small', () => {
  const use = { passId: 'A', step: morning, purpose: 'entry', at: morning } as const;
  const before = newUseBook('1');
  before.take(use);
  const after = newUseBook('1', before.untold());
  expect(after.take(use)).toBe(false);
  expect(after.untold()).toEqual(before.untold());
  after.take({ ...use, step: morning + 10 * minuteMs, at: morning + 10 * minuteMs });
  expect(after.take(use)).toBe(true);
});
