import type { ManifestEvent, ManifestEventKind, RegistrationSource } from '@tongcheng/shared/coaches/events';
import { registrationSources } from '@tongcheng/shared/coaches/events';
import * as fc from 'fast-check';

const crew = 'o:crew';
const from = 1_000;

/** Ids of a few, so that corrections and withdrawals meet what they are about. */
const eventId = fc.integer({ min: 1, max: 12 }).map((each) => `e${String(each).padStart(2, '0')}`);
const at = fc.integer({ min: from, max: from + 40 });
const by = fc.constantFrom(crew, 'o:other', 'account-1', 'account-2');
const passenger = fc.constantFrom('p1', 'p2', 'p3', 'p4');
const source: fc.Arbitrary<RegistrationSource> = fc.constantFrom(...registrationSources);

const plain = (kind: 'arrived' | 'closed' | 'reopened'): fc.Arbitrary<ManifestEvent> =>
  fc.record({ kind: fc.constant(kind), eventId, at, by });

const seen = (kind: 'present' | 'absent'): fc.Arbitrary<ManifestEvent> =>
  fc.record({ kind: fc.constant(kind), eventId, at, by, passenger });

const opened: fc.Arbitrary<ManifestEvent> = fc.record({
  kind: fc.constant('opened' as const),
  eventId: fc.constant('opened'),
  at,
  by: fc.constant(crew),
  departsAt: fc.constant(from + 20),
  aboard: fc.nat(6),
  coach: fc.constant('coach-1'),
});

const registered: fc.Arbitrary<ManifestEvent> = fc
  .record(
    {
      kind: fc.constant('registered' as const),
      eventId,
      at,
      by,
      passenger,
      source,
      onArrival: fc.constant(true as const),
      replaces: eventId,
    },
    { requiredKeys: ['kind', 'eventId', 'at', 'by', 'passenger', 'source'] },
  )
  .map((event) => event);

const some: fc.Arbitrary<ManifestEvent> = fc.oneof(
  { weight: 8, arbitrary: registered },
  { weight: 2, arbitrary: opened },
  fc.record({ kind: fc.constant('aboard-counted' as const), eventId, at, by, aboard: fc.nat(6) }),
  fc.record({ kind: fc.constant('rescheduled' as const), eventId, at, by, departsAt: at }),
  fc.record({
    kind: fc.constant('coach-replaced' as const),
    eventId,
    at,
    by,
    coach: fc.constantFrom('coach-1', 'coach-2'),
  }),
  fc.record({ kind: fc.constant('departed' as const), eventId, at, by }),
  fc.record({ kind: fc.constant('cancelled' as const), eventId, at, by }),
  {
    weight: 3,
    arbitrary: fc.record({ kind: fc.constant('withdrawn' as const), eventId, at, by, registration: eventId }),
  },
  plain('arrived'),
  plain('closed'),
  plain('reopened'),
  { weight: 2, arbitrary: seen('present') },
  { weight: 2, arbitrary: seen('absent') },
);

/** Events of one departure as its phones tell them, each id once; ids, times and makers collide often. */
export const eventsOfOne: fc.Arbitrary<readonly ManifestEvent[]> = fc.uniqueArray(some, {
  selector: (event) => event.eventId,
  maxLength: 14,
});

/** How often each kind occurs in a sample: a test that never met one proves nothing of it. */
export const kindsIn = (events: readonly ManifestEvent[]): ReadonlySet<ManifestEventKind> =>
  new Set(events.map(({ kind }) => kind));
