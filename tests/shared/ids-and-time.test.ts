import { idPattern, idTime, newId } from '@tongcheng/shared/ids';
import { addDays, dayOf, dayStart, elapsedTime, formatInstant, hourOf } from '@tongcheng/shared/time';
import { FreeText, Id, WireDay, WireInstant } from '@tongcheng/shared/wire';
import fc from 'fast-check';

const instants = fc.integer({ min: 0, max: 4_102_444_799_999 });
const bytes = fc.uint8Array({ minLength: 10, maxLength: 10 });
const rollovers = fc.integer({ min: 0, max: 6 });
const dayMs = 86_400_000;

test('an id has its shape, tells its instant, and ids sort by time', () => {
  fc.assert(
    fc.property(instants, instants, bytes, bytes, (one, other, chance, more) => {
      const [first, second] = [newId(one, () => chance), newId(other, () => more)];
      expect(first).toMatch(idPattern);
      expect(Id.safeParse(first).success).toBe(true);
      expect(idTime(first)).toBe(one);
      if (one < other) expect(first < second).toBe(true);
    }),
  );
});

test('all eighty bits of chance are in an id', () => {
  fc.assert(
    fc.property(bytes, fc.integer({ min: 0, max: 79 }), (chance, bit) => {
      const changed = chance.slice();
      changed[bit >> 3] = (changed[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      expect(newId(5, () => changed)).not.toBe(newId(5, () => chance));
    }),
  );
});

test('each instant lies in exactly one service day: [start, start + 24 h)', () => {
  fc.assert(
    fc.property(instants, rollovers, (at, rollover) => {
      const day = dayOf(at, rollover);
      const start = dayStart(day, rollover);
      expect(start <= at && at < start + dayMs).toBe(true);
      expect(dayOf(start, rollover)).toBe(day);
      expect(dayOf(start - 1, rollover)).toBe(addDays(day, -1));
      expect(dayStart(addDays(day, 1), rollover)).toBe(start + dayMs);
    }),
  );
});

test('days and hours are those of the clock on the wall in Shanghai', () => {
  const wall = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai', dateStyle: 'short', timeStyle: 'medium' });
  fc.assert(
    fc.property(fc.integer({ min: Date.UTC(1992, 0), max: 4_102_444_799_999 }), (at) => {
      expect(formatInstant(at)).toBe(wall.format(at));
      expect(`${dayOf(at)} ${String(hourOf(at)).padStart(2, '0')}`).toBe(wall.format(at).slice(0, 13));
    }),
  );
});

test('days add up', () => {
  fc.assert(
    fc.property(instants, fc.integer({ min: -5_000, max: 5_000 }), (at, days) => {
      expect(addDays(addDays(dayOf(at), days), -days)).toBe(dayOf(at));
    }),
  );
});

test.each([
  '2022-02-30x',
  '22-01-01',
  '2022-13-01',
  '2022-00-10',
  '2022-01-32',
  '0000-01-01',
  '9999-12-31',
  '２０２２-01-01',
  '',
])('%s is no day of ours', (text) => expect(WireDay.safeParse(text).success).toBe(false));

test('what a person types holds no control, no hidden and no half character', () => {
  const text = FreeText(20);
  for (const good of ['乘客 𠮷', 'a b', 'é', '👨']) expect(text.safeParse(good).success).toBe(true);
  for (const bad of ['', ' ', 'a\nb', 'a\u0000b', 'a\u202eb', 'a\ud800', 'x'.repeat(21)])
    expect([bad, text.safeParse(bad).success]).toEqual([bad, false]);
  for (const pasted of ['\u202ea\u202c', 'a\u200b', '\ufeff a\u00ad']) expect(text.parse(pasted)).toBe('a');
});

test('instants are whole, never negative, and of this century', () => {
  for (const bad of [-1, 1.5, Number.NaN, Number.POSITIVE_INFINITY, 5e12, '5', null])
    expect(WireInstant.safeParse(bad).success).toBe(false);
});

test('the time that passed on a clock begins at 1, never goes back, and takes any jump for time', () => {
  fc.assert(
    fc.property(fc.array(instants, { minLength: 1 }), (readings) => {
      let at = 0;
      const elapsed = elapsedTime(() => readings[Math.min(at, readings.length - 1)] ?? 0);
      const passed = readings.map((_, reading) => {
        at = reading;
        return elapsed();
      });
      const jumps = readings.map((reading, order) => Math.abs(reading - (readings[order - 1] ?? reading)));
      expect(passed[0]).toBe(1);
      expect(passed.at(-1)).toBe(jumps.reduce((sum, jump) => sum + jump, 1));
      for (const [order, each] of passed.entries()) expect(each).toBeGreaterThanOrEqual(passed[order - 1] ?? 1);
    }),
  );
});
