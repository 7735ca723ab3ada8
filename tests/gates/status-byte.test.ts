import { cardStatus, oldestTestHours, statusByte, statusClasses } from '@tongcheng/shared/gates/status-byte';
import { hourMs } from '@tongcheng/shared/time';
import * as fc from 'fast-check';
import { factsAround } from '../rides/arbitrary';
import { anEligibility, aStatus } from '../world/records';
import { clock } from '../world/ride-settings';

const now = clock('08:20:00');
const green = aStatus('green', { issuedAt: now - hourMs, expiresAt: now + hourMs });
const tested = (takenAt: number) =>
  statusByte(anEligibility({ identity: true, status: green, test: { result: 'negative', takenAt } }), now);

test('B-07 the hour of a negative test is told for seven days, whenever it is read within half a day more', () => {
  const age = fc.integer({ min: 0, max: oldestTestHours * hourMs - 1 });
  fc.assert(
    fc.property(age, fc.integer({ min: 0, max: 20 * hourMs }), (old, later) => {
      const takenAt = now - old;
      const status = cardStatus(tested(takenAt), now + later);
      expect(status).toMatchObject({ state: 'tested' });
      if (status.state !== 'tested') return;
      expect(status.from <= takenAt && takenAt < status.before).toBe(true);
      expect(status.before - status.from).toBe(hourMs);
    }),
    { numRuns: 2_000 },
  );
});

test('a gate whose clock is up to an hour slow reads the hour all the same', () => {
  expect(cardStatus(tested(now), now - hourMs)).toMatchObject({ from: clock('08:00:00') });
});

test('B-07 older tests are written as none, so that no hour is met twice', () => {
  expect(tested(now - oldestTestHours * hourMs)).not.toBe(statusClasses['green-untested']);
  expect(tested(now - oldestTestHours * hourMs - 1)).toBe(statusClasses['green-untested']);
  expect(tested(now + 1)).toBe(statusClasses['green-untested']);
});

const colour = (name: 'red' | 'yellow') => ({ ...green, colour: name });

test.each([
  ['red', { status: colour('red') }],
  ['yellow', { status: colour('yellow') }],
  ['green-positive', { test: { result: 'positive', takenAt: now - hourMs } }],
  ['green-untested', { test: 'unavailable' }],
  ['green-untested', { test: null }],
  ['unknown', { status: null }],
  ['unknown', { status: 'unavailable' }],
  ['unknown', { status: { ...green, expiresAt: now } }],
  ['unknown', { status: { ...green, issuedAt: now + 1 } }],
  ['unidentified', { identity: false }],
] as const)('a byte says %s', (state, facts) => {
  const tested = { identity: true, status: green, test: { result: 'negative', takenAt: now } } as const;
  expect(statusByte({ ...tested, ...facts }, now)).toBe(statusClasses[state]);
  expect(cardStatus(statusClasses[state], now)).toEqual({ state });
});

test('every eligibility has a byte that every gate can read; bytes of later releases are told as unreadable', () => {
  fc.assert(
    fc.property(factsAround(now), (facts) => {
      const byte = statusByte(facts, now);
      expect(Number.isInteger(byte) && byte >= 0 && byte < 255).toBe(true);
      expect(cardStatus(byte, now).state).not.toBe('unreadable');
    }),
    { numRuns: 2_000 },
  );
  for (const byte of [200, 254, 255]) expect(cardStatus(byte, now)).toEqual({ state: 'unreadable' });
});
