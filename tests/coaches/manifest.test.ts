import type { ManifestEvent, Registered } from '@tongcheng/shared/coaches/events';
import { manifestOf } from '@tongcheng/shared/coaches/manifest';
import { figuresOf, isComplete } from '@tongcheng/shared/coaches/manifest-figures';
import * as fc from 'fast-check';
import { eventsOfOne, kindsIn } from './manifest-events';
import { modelOf } from './manifest-model';

const crew = 'o:crew';
const opened: ManifestEvent = {
  kind: 'opened',
  eventId: 'opened',
  at: 10,
  by: crew,
  departsAt: 100,
  aboard: 2,
  coach: 'c1',
};
const registered = (eventId: string, passenger: string, at: number, more: Partial<Registered> = {}): Registered => ({
  ...{ kind: 'registered', eventId, passenger, at, by: 'account', source: 'typed' },
  ...more,
});

test('events of a departure in any order and however often give one manifest', () => {
  const together = fc.tuple(eventsOfOne, fc.infiniteStream(fc.nat()));
  const met = new Set<string>();
  fc.assert(
    fc.property(together, ([events, chance]) => {
      for (const kind of kindsIn(events)) met.add(kind);
      const shuffled = [...events, ...events.filter(() => (chance.next().value ?? 0) % 3 === 0)];
      for (let i = shuffled.length - 1; i > 0; i -= 1) {
        const j = (chance.next().value ?? 0) % (i + 1);
        const [one, other] = [shuffled[i], shuffled[j]];
        if (one && other) [shuffled[i], shuffled[j]] = [other, one];
      }
      expect(manifestOf(shuffled)).toEqual(manifestOf(events));
    }),
    { numRuns: 500 },
  );
  expect(met.size).toBe(13);
});

test('an independent model has the same phase and the same passengers', () => {
  const phases = new Set<string>();
  fc.assert(
    fc.property(eventsOfOne, (events) => {
      const manifest = manifestOf(events);
      const model = modelOf(events);
      phases.add(model.phase);
      expect(manifest.departure.phase).toBe(model.phase);
      expect(new Set(manifest.passengers.map(({ passenger }) => passenger))).toEqual(model.passengers);
      expect(figuresOf(manifest)).toMatchObject({ registered: model.registered, added: model.added });
      expect('departedAt' in manifest.departure ? manifest.departure.departedAt : undefined).toBe(model.leftAt);
    }),
    { numRuns: 3_000 },
  );
  expect(phases.size).toBe(6);
});

test('the numbers of every manifest add up', () => {
  fc.assert(
    fc.property(eventsOfOne, (events) => {
      const {
        aboard = 0,
        registered: listed,
        missing,
        over,
        present,
        absent,
        unseen,
        onLeaving,
        byStaff,
      } = figuresOf(manifestOf(events));
      expect(present + absent + unseen).toBe(listed);
      expect(Math.min(missing, over)).toBe(0);
      if (manifestOf(events).opened) expect(listed + missing - over).toBe(aboard);
      expect(Math.max(onLeaving, byStaff)).toBeLessThanOrEqual(listed);
    }),
    { numRuns: 1_000 },
  );
});

test('L-10 fewer registered than aboard is seen at once, and a corrected number leaves a trace', () => {
  const one = manifestOf([opened, registered('r1', 'p1', 20)]);
  expect(figuresOf(one)).toMatchObject({ aboard: 2, registered: 1, missing: 1 });
  expect(isComplete(figuresOf(one))).toBe(false);
  const corrected = manifestOf([
    opened,
    registered('r1', 'p1', 20),
    { kind: 'aboard-counted', eventId: 'a', at: 30, by: crew, aboard: 1 },
  ]);
  expect(isComplete(figuresOf(corrected))).toBe(true);
  expect(corrected.aboard).toEqual([
    { at: 10, aboard: 2 },
    { at: 30, aboard: 1 },
  ]);
  expect(isComplete(figuresOf(manifestOf([registered('r1', 'p1', 20)])))).toBe(false);
});

test('X-22 a typed statement beside a known rider takes nothing from them', () => {
  const known = registered('r1', 'p1', 20, { source: 'rider', by: 'account-of-the-rider' });
  const typed = registered('r2', 'p1', 30, { by: 'somebody', replaces: 'r1' });
  const back: ManifestEvent = { kind: 'withdrawn', eventId: 'w', at: 40, by: 'somebody', registration: 'r1' };
  const { passengers, unfitting } = manifestOf([opened, known, typed, back]);
  expect(passengers).toHaveLength(1);
  expect(passengers[0]).toMatchObject({ best: known, registrations: [known, typed] });
  expect(unfitting).toEqual(['w']);
});

test('what a crew of another operator tells of a departure has no effect and stays visible', () => {
  const foreign: ManifestEvent = { kind: 'departed', eventId: 'd', at: 50, by: 'o:other' };
  expect(manifestOf([opened, foreign])).toMatchObject({ departure: { phase: 'open' }, unfitting: ['d'] });
});

test('L-08 the difference between departure and arrival stays, also after a reopening', () => {
  const trip: readonly ManifestEvent[] = [
    opened,
    registered('r1', 'p1', 20),
    registered('r2', 'p2', 21),
    { kind: 'departed', eventId: 'd', at: 100, by: crew },
    { kind: 'arrived', eventId: 'a', at: 200, by: 's:officer' },
    { kind: 'present', eventId: 's1', at: 201, by: 's:officer', passenger: 'p1' },
    { kind: 'absent', eventId: 's2', at: 202, by: 's:officer', passenger: 'p2' },
    registered('r3', 'p3', 203, { source: 'staff', by: 's:officer', onArrival: true }),
    { kind: 'closed', eventId: 'c', at: 210, by: 's:officer' },
    { kind: 'present', eventId: 's3', at: 220, by: 's:officer', passenger: 'p2' },
  ];
  const closed = manifestOf(trip);
  expect(closed.unfitting).toEqual(['s3']);
  expect(figuresOf(closed)).toMatchObject({ registered: 2, onLeaving: 2, present: 1, absent: 1, added: 1, unseen: 0 });
  const again = manifestOf([
    ...trip,
    { kind: 'reopened', eventId: 'o', at: 230, by: 's:officer' },
    { kind: 'present', eventId: 's4', at: 231, by: 's:officer', passenger: 'p2' },
  ]);
  expect(again.departure).toMatchObject({ phase: 'arrived', reopenings: 1 });
  expect(figuresOf(again)).toMatchObject({ present: 2, absent: 0, added: 1 });
});

test('what stood on the list when the coach left stays there', () => {
  const late: ManifestEvent = { kind: 'withdrawn', eventId: 'w', at: 101, by: 'account', registration: 'r1' };
  const left: ManifestEvent = { kind: 'departed', eventId: 'd', at: 100, by: crew };
  expect(manifestOf([opened, registered('r1', 'p1', 20), left, late]).passengers).toHaveLength(1);
  expect(manifestOf([opened, registered('r1', 'p1', 20), { ...late, at: 99 }, left]).passengers).toHaveLength(0);
});
