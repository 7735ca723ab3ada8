import { type GateTap, gateDecision, gateGrounds } from '@tongcheng/shared/gates/gate-decision';
import type { GatePlace } from '@tongcheng/shared/gates/gate-place';
import { usualLongestAgeMs } from '@tongcheng/shared/gates/gate-place';
import { gatePrompts, gateSignals } from '@tongcheng/shared/gates/gate-prompts';
import type { SetHeader } from '@tongcheng/shared/gates/set-header';
import { statusByte, statusClasses } from '@tongcheng/shared/gates/status-byte';
import { decide } from '@tongcheng/shared/rides/decide';
import { decisions, reasonCodes } from '@tongcheng/shared/rides/meanings';
import { dayMs, dayOf, dayStart, hourMs, type Instant } from '@tongcheng/shared/time';
import * as fc from 'fast-check';
import { factsAround } from '../rides/arbitrary';
import { anEligibility, aStatus } from '../world/records';
import { clock } from '../world/ride-settings';

const now = clock('08:20:00');
const place: GatePlace = {
  direction: 'entry',
  terms: { requires: ['identity', 'green-status', 'negative-test'], testMaxAgeDays: 2 },
  longestAgeMs: usualLongestAgeMs,
  passingKinds: ['child'],
};
const header: SetHeader = {
  ...{ city: '110000', epoch: '2022-22', version: 1, madeAt: now - hourMs, testsSince: now - 5 * dayMs },
  ...{ cards: 1, entries: 1, check: '', bytes: 0, sha256: '', keyId: 'set-1' },
};
const held = { header };
const tap = (more: Partial<GateTap> = {}): GateTap => ({
  kind: 'beijing-yikatong',
  status: undefined,
  now,
  alarm: false,
  ...more,
});
const green = aStatus('green', { issuedAt: 0, expiresAt: now + dayMs });
const tested = (takenAt: Instant, at = now) =>
  statusByte(
    anEligibility({
      identity: true,
      status: { ...green, expiresAt: at + dayMs },
      test: { result: 'negative', takenAt },
    }),
    at,
  );
const ask = (more: Partial<GateTap>, where: Partial<GatePlace> = {}) =>
  gateDecision({ ...place, ...where }, held, tap(more));

test('B-06 a linked card with a valid status passes, one that is not linked is told so', () => {
  expect(ask({ status: tested(now - hourMs) })).toEqual({ decision: 'admit', ground: 'met' });
  expect(ask({})).toEqual({ decision: 'refuse', ground: 'card-not-linked' });
  expect(gatePrompts['card-not-linked'].said?.zh).toBe('未查到健康码信息，请您尽快授权升级');
});

test.each([
  ['blocked', 'refuse', 'card-blocked'],
  ['ambiguous', 'refer', 'card-ambiguous'],
  ['unknown', 'refer', 'status-unavailable'],
  ['red', 'refuse', 'status-red'],
  ['yellow', 'refuse', 'status-yellow'],
  ['green-untested', 'refuse', 'test-missing'],
  ['green-positive', 'refuse', 'test-positive'],
] as const)('B-07 a card that is %s: %s', (state, decision, ground) => {
  expect(ask({ status: statusClasses[state] })).toEqual({ decision, ground });
});

test('B-07 what a gate cannot know goes to staff: an unknown byte, no set, an old set, a clock behind its set', () => {
  expect(ask({ status: 254 })).toEqual({ decision: 'refer', ground: 'status-unreadable' });
  expect(gateDecision(place, undefined, tap({ status: 0 }))).toEqual({ decision: 'refer', ground: 'set-absent' });
  const at = (madeAt: Instant, testsSince = header.testsSince) =>
    gateDecision(place, { header: { ...header, madeAt, testsSince } }, tap({ status: tested(now) }));
  expect(at(now - usualLongestAgeMs).decision).toBe('admit');
  expect(at(now - usualLongestAgeMs - 1)).toEqual({ decision: 'refer', ground: 'set-too-old' });
  expect(at(now + 5 * 60_000).decision).toBe('admit');
  expect(at(now + 5 * 60_000 + 1)).toEqual({ decision: 'refer', ground: 'clock-wrong' });
  expect(at(now, now - 8 * dayMs)).toEqual({ decision: 'refer', ground: 'set-too-old' });
});

test('an old set decides nothing about a card that it does not hold', () => {
  const old = { header: { ...header, madeAt: now - dayMs } };
  expect(gateDecision(place, old, tap()).ground).toBe('set-too-old');
});

test('B-06 exits hold nobody, an alarm opens all, and where no rule holds cards pass as they always did', () => {
  for (const status of [undefined, statusClasses.red, statusClasses.blocked]) {
    expect(ask({ status }, { direction: 'exit' })).toEqual({ decision: 'admit', ground: 'exit' });
    expect(ask({ status, alarm: true })).toEqual({ decision: 'admit', ground: 'alarm' });
    const { terms: _terms, ...free } = place;
    expect(gateDecision(free, undefined, tap({ status }))).toEqual({ decision: 'admit', ground: 'no-rule' });
  }
  expect(ask({ kind: 'child' })).toEqual({ decision: 'admit', ground: 'passing-kind' });
});

describe('B-07 the age of a test at a gate', () => {
  test('midnight decides, and no byte changes for it', () => {
    const late = dayStart(dayOf(now)) - hourMs;
    const status = tested(late, late + 1);
    const at = (instant: Instant) =>
      gateDecision(
        { ...place, terms: { requires: ['negative-test'], testMaxAgeDays: 0 } },
        { header: { ...header, madeAt: instant } },
        tap({ status, now: instant }),
      ).decision;
    expect([at(late + hourMs - 1), at(late + hourMs)]).toEqual(['admit', 'refuse']);
  });

  test('within the hour in which 48 hours end staff decide, before it the gate admits, after it the gate refuses', () => {
    const takenAt = clock('07:40:00', '2022-05-31');
    const status = tested(takenAt, clock('08:20:00', '2022-05-31'));
    const at = (time: string) =>
      gateDecision(
        { ...place, terms: { requires: ['negative-test'], testMaxAgeHours: 48 } },
        { header: { ...header, madeAt: clock(time) } },
        tap({ status, now: clock(time) }),
      );
    expect(at('06:59:59').decision).toBe('admit');
    expect(at('07:30:00')).toEqual({ decision: 'refer', ground: 'test-too-old' });
    expect(at('08:00:00')).toEqual({ decision: 'refuse', ground: 'test-too-old' });
  });
});

test('B-07 a gate lets nobody in whom the rule would not let in, whatever is known of the holder', () => {
  const rules = fc.record({
    requires: fc.subarray(['identity', 'green-status', 'negative-test'] as const),
    testMaxAgeDays: fc.integer({ min: 0, max: 3 }),
  });
  let admitted = 0;
  fc.assert(
    fc.property(rules, factsAround(now), (terms, facts) => {
      const byGate = ask(
        { status: statusByte(facts, now) },
        { terms: { ...terms, requires: ['identity', ...terms.requires] } },
      );
      const byRule = decide({ ...terms, requires: ['identity', ...terms.requires] }, { ...facts, code: 'valid' }, now);
      if (byGate.decision === 'admit') {
        admitted += 1;
        expect(byRule.decision).toBe('admit');
      }
    }),
    { numRuns: 5_000 },
  );
  expect(admitted).toBeGreaterThan(100);
});

test('B-06 every ground has a prompt, and every decision a light, a sign and a sound of its own', () => {
  for (const ground of [...gateGrounds, ...reasonCodes]) expect(gatePrompts[ground].shown.zh).not.toBe('');
  for (const part of ['light', 'sign', 'sound'] as const)
    expect(new Set(decisions.map((decision) => gateSignals[decision][part])).size).toBe(decisions.length);
});

test('no prompt tells who stands behind of a colour or a result', () => {
  const health = ['status-red', 'status-yellow', 'test-positive', 'status-missing', 'status-unavailable'] as const;
  expect(new Set(health.map((ground) => gatePrompts[ground])).size).toBe(1);
});
