import type { RegisteredGate } from '@tongcheng/cloudfunctions/app/gates/gate-of';
import { placeOfGate } from '@tongcheng/cloudfunctions/app/gates/place-of-gate';
import { dayMs, hourMs, minuteMs } from '@tongcheng/shared/time';
import type { AdmissionRule } from '@tongcheng/shared/venues/admission-rule';
import { GateSettings } from '@tongcheng/shared/venues/gate-settings';
import { townSettings } from '../world/installation';
import { places } from '../world/places';

const now = Date.parse('2022-05-27T12:00:00+08:00');
const [venue] = Object.values(places).filter(({ kind, mode }) => kind === 'station' && mode === 'metro');
if (!venue) throw new Error('no station');

const rule = (ruleId: string, more: Partial<AdmissionRule>): AdmissionRule => ({
  ruleId,
  version: 1,
  city: '420100',
  from: 0,
  requires: ['identity', 'green-status', 'negative-test'],
  testMaxAgeHours: 48,
  text: { zh: '演示', en: 'demonstration' },
  ...more,
});
const gateWith = (
  admissionRules: AdmissionRule[],
  gates: object = {},
  place?: RegisteredGate['device']['place'],
): RegisteredGate => ({
  device: {
    ...{ _id: 'gate-1', _v: 1, kind: 'gate', name: '1', city: '420100', venueId: venue._id },
    ...{ publicKey: '', registeredAt: 0, registeredBy: '' },
    ...(place && { place }),
  },
  settings: { ...townSettings, admissionRules },
  gates: GateSettings.parse(gates),
});
const tomorrow = now + 12 * hourMs;

test('B-08 a gate is told the rules of its place by their dates, a week ahead, and no other place’s', () => {
  const rules = [
    rule('near-controlled', { from: tomorrow, to: tomorrow + 3 * dayMs, venueId: venue._id }),
    rule('elsewhere', { from: now - dayMs, venueId: 'another-station' }),
    rule('far', { from: now + 30 * dayMs, mode: 'metro' }),
  ];
  expect(placeOfGate(gateWith(rules), venue, now).rules).toEqual([
    { from: now },
    {
      from: tomorrow,
      ruleId: 'near-controlled',
      version: 1,
      terms: { requires: ['identity', 'green-status', 'negative-test'], testMaxAgeHours: 48 },
    },
    { from: tomorrow + 3 * dayMs },
  ]);
});

test('B-07 a rule of the place stands before one of the city, and the city’s comes back after it', () => {
  const rules = [rule('city', {}), rule('here', { venueId: venue._id, to: tomorrow, testMaxAgeHours: 24 })];
  expect(placeOfGate(gateWith(rules), venue, now).rules.map(({ from, ruleId }) => [from, ruleId])).toEqual([
    [now, 'here'],
    [tomorrow, 'city'],
  ]);
});

test('B-11 how old statuses may be and who passes unlinked is the city’s word, and the place’s where it has its own', () => {
  const gates = {
    passingKinds: ['child'],
    places: [{ venueIds: [venue._id], longestAgeMinutes: 30 }],
  };
  const place = placeOfGate(gateWith([], gates), venue, now);
  expect(place).toMatchObject({ longestAgeMs: 30 * minuteMs, passingKinds: ['child'] });
  const other = { ...venue, _id: 'another-station' };
  expect(placeOfGate(gateWith([], gates), other, now).longestAgeMs).toBe(120 * minuteMs);
});

test('B-06 a gate of which nobody said more lets people in; a reader of a vehicle is at its door; a word of its own stands', () => {
  expect(placeOfGate(gateWith([]), venue, now).direction).toBe('entry');
  expect(placeOfGate(gateWith([]), { ...venue, kind: 'vehicle' }, now).direction).toBe('boarding');
  const told = placeOfGate(gateWith([], {}, { direction: 'exit', lane: '3' }), venue, now);
  expect(told).toMatchObject({ direction: 'exit', lane: '3' });
});
