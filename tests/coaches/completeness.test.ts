import { completenessOf, isAmiss, type JudgedDeparture, ledgersDueOf } from '@tongcheng/shared/coaches/completeness';
import type { ManifestEvent } from '@tongcheng/shared/coaches/events';
import { manifestOf } from '@tongcheng/shared/coaches/manifest';
import { dayMs, dayStart, hourMs } from '@tongcheng/shared/time';
import { type CoachRules, unlessSaid } from '@tongcheng/shared/venues/coach-rules';
import type { CoachStation } from '@tongcheng/shared/venues/coach-settings';

const day = '2026-11-20';
const departsAt = dayStart(day) + 14 * hourMs;
const dueAt = dayStart('2026-11-22');
const name = { zh: '演示站', en: 'Trial' };
const stationOf = (stationId: string, ways: CoachStation['ways']): CoachStation => ({ stationId, name, ways });
const rules: CoachRules = {
  ...unlessSaid,
  stations: [
    stationOf('paper', ['ledger']),
    stationOf('ticket', ['ticket']),
    stationOf('staff', ['staff']),
    stationOf('mixed', ['scan', 'ledger']),
  ],
};

const crew = 'o:crew';
function manifest(registered: number, aboard = 3, more: readonly ManifestEvent[] = []) {
  const opened = { kind: 'opened', eventId: 'opened', at: 1, by: crew, departsAt, aboard, coach: 'c1' } as const;
  const people = Array.from({ length: registered }, (_, order) => ({
    ...({ kind: 'registered', source: 'ledger', by: 'ledger' } as const),
    ...{ eventId: `r${order}`, passenger: `p${order}`, at: 2 + order },
  }));
  return manifestOf([opened, ...people, ...more]);
}
const line = { service: 'line', lineClass: 2 } as const;
const judged = (more: Partial<JudgedDeparture>, now = departsAt, by: CoachRules = rules) =>
  completenessOf({ manifest: manifest(1), scoped: line, departsAt, ...more }, by, now);

test('L-10 everybody aboard on the manifest is complete whatever the way; somebody missing is not', () => {
  for (const stationId of ['paper', 'ticket', 'staff', 'mixed', 'of-no-list'])
    expect([stationId, judged({ stationId, manifest: manifest(3) })]).toEqual([stationId, { standing: 'complete' }]);
  for (const stationId of ['ticket', 'staff', 'mixed', 'of-no-list'])
    expect(judged({ stationId })).toEqual({ standing: 'incomplete', lacks: 'registrations' });
  expect(judged({})).toEqual({ standing: 'incomplete', lacks: 'registrations' });
  expect(judged({ manifest: manifest(2) }, departsAt, { ...rules, completePercent: 60 }).standing).toBe('complete');
});

test('L-09 a station on paper alone awaits its ledger to the end of the next civil day; then that is what is lacking', () => {
  const paper = { stationId: 'paper' };
  expect(judged(paper, departsAt - hourMs)).toEqual({ standing: 'ledger-awaited', ledgerBy: dueAt });
  expect(judged(paper, dueAt - 1)).toEqual({ standing: 'ledger-awaited', ledgerBy: dueAt });
  expect(judged(paper, dueAt)).toEqual({ standing: 'incomplete', lacks: 'ledger', ledgerBy: dueAt });
  expect(judged({ ...paper, manifest: manifest(3) }, dueAt).standing).toBe('complete');
  const sooner = { ...rules, ledgerDueDays: 0 };
  expect(judged(paper, dueAt - dayMs, sooner)).toMatchObject({ standing: 'incomplete', ledgerBy: dueAt - dayMs });
});

test('L-09 the day whose ledgers have to be in is the last one whose time is over, at every hour', () => {
  expect(ledgersDueOf(dueAt, rules)).toBe(day);
  expect(ledgersDueOf(dueAt - 1, rules)).toBe('2026-11-19');
  expect(ledgersDueOf(dueAt - 1, { ledgerDueDays: 0 })).toBe(day);
});

test('L-04 where all who are missing hold tickets it is their scans that are lacking, at stations that use tickets alone', () => {
  const [all, some] = [
    { sold: 3, registered: 1 },
    { sold: 2, registered: 1 },
  ];
  expect(judged({ stationId: 'ticket', tickets: all }).lacks).toBe('ticket-scans');
  expect(judged({ stationId: 'ticket', tickets: some }).lacks).toBe('registrations');
  expect(judged({ stationId: 'staff', tickets: all }).lacks).toBe('registrations');
});

test('L-01 a line of class four, or a charter where those are not registered, is voluntary, complete or not; of an unknown class it is not', () => {
  const four = { scoped: { service: 'line', lineClass: 4 } } as const;
  expect(judged(four)).toEqual({ standing: 'voluntary' });
  expect(judged({ ...four, manifest: manifest(3) })).toEqual({ standing: 'voluntary' });
  expect(judged({ ...four, stationId: 'paper' }, dueAt)).toEqual({ standing: 'voluntary' });
  expect(judged(four, departsAt, { ...rules, lineClasses: [1, 2, 3, 4] }).standing).toBe('incomplete');
  expect(judged({ scoped: { service: 'line' } }).standing).toBe('incomplete');
  const charter = { scoped: { service: 'charter' } } as const;
  expect(judged(charter).standing).toBe('incomplete');
  expect(judged(charter, departsAt, { ...rules, charters: false }).standing).toBe('voluntary');
});

test('L-10 without its crew’s confirmation that is what is lacking; a cancelled one is neither', () => {
  const { scoped: _none, ...unconfirmed } = { scoped: line, manifest: manifestOf([]), departsAt };
  expect(completenessOf(unconfirmed, rules, departsAt)).toEqual({ standing: 'incomplete', lacks: 'confirmation' });
  const cancelled = { kind: 'cancelled', eventId: 'off', at: 50, by: crew } as const;
  expect(judged({ manifest: manifest(1, 3, [cancelled]) })).toEqual({ standing: 'cancelled' });
  expect(isAmiss({ standing: 'incomplete' })).toBe(true);
  for (const standing of ['complete', 'ledger-awaited', 'voluntary', 'cancelled'] as const)
    expect(isAmiss({ standing })).toBe(false);
});
