import { endByte, endedBetween, noEnd, testAgedBetween } from '@tongcheng/cloudfunctions/app/gates/status-ends';
import { cardStatus, oldestTestHours, statusByte } from '@tongcheng/shared/gates/status-byte';
import { hourMs } from '@tongcheng/shared/time';
import * as fc from 'fast-check';

const start = Math.floor(Date.parse('2022-06-01T00:00:00+08:00') / hourMs);

test('B-11 a status is over in the hour after its end and never before, however long nobody looked', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 239 * 60 }), fc.integer({ min: 1, max: 600 }), (holdsMinutes, later) => {
      const now = start * hourMs;
      const expiresAt = now + holdsMinutes * 60_000;
      const byte = endByte(expiresAt, now);
      const isOver = endedBetween(byte, start, start + later);
      expect(isOver).toBe((start + later) * hourMs >= expiresAt);
    }),
    { seed: 20220601 },
  );
});

test('B-11 a status that is said to hold for longer than ten days is unknown after ten', () => {
  const byte = endByte((start + 5_000) * hourMs, start * hourMs);
  expect(endedBetween(byte, start, start + 239)).toBe(false);
  expect(endedBetween(byte, start, start + 240)).toBe(true);
});

test('B-11 what has no end does not end', () => {
  expect(endedBetween(noEnd, start, start + 10_000)).toBe(false);
});

test('B-11 a test is told as long as its byte means its hour, and no hour longer', () => {
  const green = { colour: 'green', issuedAt: 0, expiresAt: Number.MAX_SAFE_INTEGER, source: 'demonstration' } as const;
  fc.assert(
    fc.property(fc.integer({ min: 0, max: oldestTestHours }), fc.integer({ min: 1, max: 400 }), (ago, later) => {
      const now = start * hourMs;
      const takenAt = (start - ago) * hourMs;
      const byte = statusByte({ identity: true, status: green, test: { result: 'negative', takenAt } }, now);
      const isOld = testAgedBetween(byte, start, start + later);
      expect(isOld).toBe(start + later - (start - ago) > oldestTestHours);
      // While it is told, a gate reads the hour that was meant.
      if (!isOld) expect(cardStatus(byte, (start + later) * hourMs)).toMatchObject({ from: takenAt });
    }),
    { seed: 20220602 },
  );
});
