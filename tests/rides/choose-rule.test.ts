import { chooseRule } from '@tongcheng/shared/rides/choose-rule';
import { AdmissionRule } from '@tongcheng/shared/venues/admission-rule';
import * as fc from 'fast-check';
import { admissionRule } from '../world/records';
import { clock } from '../world/ride-settings';

const june = clock('00:00:00', '2022-06-01');
const place = { city: '420100', mode: 'metro', lineId: 'L2', venueId: 'hankou' } as const;
const named = (ruleId: string, more: Partial<AdmissionRule> = {}) => admissionRule(['identity'], { ruleId, ...more });
const chosen = (rules: readonly AdmissionRule[], at = june): string => chooseRule(rules, place, at).ruleId;

test('X-07 the most particular rule wins: venue, then line, then mode, then city', () => {
  const rules = [
    named('city'),
    named('mode', { mode: 'metro' }),
    named('line', { lineId: 'L2' }),
    named('venue', { venueId: 'hankou' }),
  ];
  expect(chosen(rules)).toBe('venue');
  expect(chosen(rules.slice(0, 3))).toBe('line');
  expect(chosen(rules.slice(0, 2))).toBe('mode');
  expect(chosen([...rules].reverse())).toBe('venue');
});

test('X-07 a rule of another city, mode, line or venue never holds', () => {
  const others = [
    named('a', { city: '110000' }),
    named('b', { mode: 'bus' }),
    named('c', { lineId: 'L4' }),
    named('d', { venueId: 'wuchang' }),
    named('e', { venueId: 'hankou', mode: 'bus' }),
  ];
  expect(chosen(others)).toBe('real-name-only');
});

describe('B-08 a rule of a set of places', () => {
  const set = { placeSetId: 'near', name: { zh: '周边', en: 'Near' }, venueIds: ['hankou'], lineIds: ['L7'] };
  const near = named('set', { places: set });

  test('holds at each venue and on each line that the set names, and nowhere else', () => {
    const at = (venueId: string, lineId: string) => chooseRule([near], { ...place, venueId, lineId }, june).ruleId;
    expect([at('hankou', 'L2'), at('xunlimen', 'L7'), at('xunlimen', 'L2')]).toEqual(['set', 'set', 'real-name-only']);
  });

  test('weighs at a place as what the set names there: a venue more than a line, a line more than a mode', () => {
    expect(chosen([near, named('line', { lineId: 'L2' })])).toBe('set');
    expect(chosen([near, named('metro venue', { venueId: 'hankou', mode: 'metro' })])).toBe('metro venue');
    const byLine = named('set', { places: { ...set, venueIds: [], lineIds: ['L2'] } });
    expect(chosen([byLine, named('venue', { venueId: 'hankou' })])).toBe('venue');
    expect(chosen([byLine, named('mode', { mode: 'metro' })])).toBe('set');
  });

  test('names no line and no venue besides, and a set names something', () => {
    const isRule = (more: object) => AdmissionRule.safeParse({ ...near, ...more }).success;
    expect(isRule({})).toBe(true);
    expect(isRule({ venueId: 'hankou' })).toBe(false);
    expect(isRule({ places: { ...set, venueIds: [], lineIds: [] } })).toBe(false);
  });
});

test('X-07 dates are half-open: from the first instant until before the last', () => {
  const rules = [named('city'), named('june', { mode: 'metro', from: june, to: june + 1_000 })];
  expect(chosen(rules, june - 1)).toBe('city');
  expect(chosen(rules, june)).toBe('june');
  expect(chosen(rules, june + 999)).toBe('june');
  expect(chosen(rules, june + 1_000)).toBe('city');
});

test('X-07 among equals the one that begins last, then the higher version', () => {
  expect(chosen([named('new', { from: 5 }), named('old', { from: 4, version: 9 })])).toBe('new');
  expect(chosen([named('v1', { version: 1 }), named('v2', { version: 2 })])).toBe('v2');
});

test('between the dates at which a rule begins or ends the choice never changes', () => {
  const instant = fc.integer({ min: 0, max: 20 });
  const rule = fc
    .record({
      from: instant,
      length: fc.option(fc.integer({ min: 1, max: 9 })),
      version: fc.integer({ min: 1, max: 3 }),
    })
    .map(({ from, length, version }) =>
      named(`${from}-${length}-${version}`, { from, version, ...(length !== null && { to: from + length }) }),
    );
  fc.assert(
    fc.property(fc.array(rule, { maxLength: 6 }), instant, instant, (rules, at, other) => {
      const edges = rules.flatMap(({ from, to }) => (to === undefined ? [from] : [from, to]));
      const since = Math.max(Number.NEGATIVE_INFINITY, ...edges.filter((edge) => edge <= at));
      const until = Math.min(Number.POSITIVE_INFINITY, ...edges.filter((edge) => edge > at));
      if (since <= other && other < until) expect(chosen(rules, other)).toBe(chosen(rules, at));
    }),
  );
});

test('a rule as data says how old a test may be, and ends after it begins', () => {
  const base = admissionRule(['identity']);
  expect(AdmissionRule.safeParse(base).success).toBe(true);
  expect(AdmissionRule.safeParse({ ...base, requires: ['negative-test'] }).success).toBe(false);
  expect(AdmissionRule.safeParse({ ...base, requires: ['negative-test'], testMaxAgeDays: 2 }).success).toBe(true);
  expect(AdmissionRule.safeParse({ ...base, from: 5, to: 5 }).success).toBe(false);
});
