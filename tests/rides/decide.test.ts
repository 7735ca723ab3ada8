import { decide } from '@tongcheng/shared/rides/decide';
import type { AdmissionTerms, RiderFacts } from '@tongcheng/shared/rides/rules/check';
import { dayOf, dayStart, hourMs, type Instant } from '@tongcheng/shared/time';
import { AdmissionRule } from '@tongcheng/shared/venues/admission-rule';
import { type Requirement, requirements } from '@tongcheng/shared/venues/requirements';
import * as fc from 'fast-check';
import { aStatus, riderFacts } from '../world/records';
import { clock } from '../world/ride-settings';
import { factsAround } from './arbitrary';

const now = clock('08:00:00');
const rule = fc.record(
  { requires: fc.subarray([...requirements]), testMaxAgeDays: fc.integer({ min: 0, max: 3 }) },
  { requiredKeys: ['requires'] },
);

/** Whether a requirement is met, told independently of the rules. */
const met: Readonly<Record<Requirement, (facts: RiderFacts, maxDays: number) => boolean>> = {
  identity: ({ identity }) => identity,
  'green-status': ({ status }) =>
    status !== null &&
    status !== 'unavailable' &&
    status.colour === 'green' &&
    status.issuedAt <= now &&
    now < status.expiresAt,
  'negative-test': ({ test }, maxDays) =>
    test !== null &&
    test !== 'unavailable' &&
    test.result === 'negative' &&
    test.takenAt <= now &&
    test.takenAt >= dayStart(dayOf(now)) - maxDays * 86_400_000,
};

test('W-06 X-07 admits if and only if the code is valid and every requirement of the rule is met', () => {
  fc.assert(
    fc.property(rule, factsAround(now), (terms, facts) => {
      const all = terms.requires.every((name) => met[name](facts, terms.testMaxAgeDays ?? 0));
      expect(decide(terms, facts, now).decision === 'admit').toBe(facts.code === 'valid' && all);
    }),
    { numRuns: 3_000 },
  );
});

test('X-15 whatever is not admitted has reasons, and what is admitted has none', () => {
  fc.assert(
    fc.property(rule, factsAround(now), (terms, facts) => {
      const { decision, reasons } = decide(terms, facts, now);
      expect(reasons.length > 0).toBe(decision !== 'admit');
      expect(new Set(reasons).size).toBe(reasons.length);
    }),
  );
});

test('a status that the rule does not ask for is neither shown nor kept', () => {
  fc.assert(
    fc.property(factsAround(now), (facts) => {
      const decided = decide({ requires: ['identity'] }, facts, now);
      expect(decided).not.toHaveProperty('colour');
      expect(decided).not.toHaveProperty('status');
    }),
  );
});

test('W-08 of somebody without identity a known red is named, an unknown status is not', () => {
  const terms: AdmissionTerms = { requires: [...requirements], testMaxAgeDays: 2 };
  const nobody = riderFacts();
  expect(decide(terms, nobody, now).reasons).toEqual(['identity-missing']);
  const red = aStatus('red', { issuedAt: now - 1, expiresAt: now + 1 });
  expect(decide(terms, { ...nobody, status: red }, now).reasons).toEqual(['identity-missing', 'status-red']);
});

test('a rule that asks for a test without saying how old takes only today’s', () => {
  const terms = { requires: ['negative-test'] as const };
  const facts = riderFacts({ identity: true });
  const yesterday = { result: 'negative', takenAt: clock('23:59:00', '2022-06-01') } as const;
  expect(decide({ requires: [...terms.requires] }, { ...facts, test: yesterday }, now).reasons).toEqual([
    'test-too-old',
  ]);
});

describe('B-07 the age of a test', () => {
  const noon = clock('12:00:00');
  const asked = (age: Omit<AdmissionTerms, 'requires'>, takenAt: Instant, now = noon) =>
    decide({ requires: ['negative-test'], ...age }, riderFacts({ test: { result: 'negative', takenAt } }), now)
      .decision;

  test('48 hours end at the very instant, wherever midnight is', () => {
    expect(asked({ testMaxAgeHours: 48 }, noon - 48 * hourMs + 1)).toBe('admit');
    expect(asked({ testMaxAgeHours: 48 }, noon - 48 * hourMs)).toBe('refuse');
  });

  test('two days before and 48 hours are not the same', () => {
    const morning = dayStart(dayOf(noon)) - 2 * 24 * hourMs + hourMs;
    expect(asked({ testMaxAgeDays: 2 }, morning)).toBe('admit');
    expect(asked({ testMaxAgeHours: 48 }, morning)).toBe('refuse');
  });

  test('a rule says days or hours, not both and not neither', () => {
    const rule = { ruleId: 'r', version: 1, city: '420100', from: noon };
    const isRule = (more: object) =>
      AdmissionRule.safeParse({ ...rule, text: { zh: '规', en: 'r' }, requires: ['negative-test'], ...more }).success;
    expect(isRule({ testMaxAgeDays: 2 })).toBe(true);
    expect(isRule({ testMaxAgeHours: 48 })).toBe(true);
    expect(isRule({})).toBe(false);
    expect(isRule({ testMaxAgeDays: 2, testMaxAgeHours: 48 })).toBe(false);
  });
});
