import type { ScannedDeparture } from '@tongcheng/shared/coaches/passenger-wire';
import { dayMs, hourMs } from '@tongcheng/shared/time';
import {
  isOwnCode,
  otherCoaches,
  ownCoachesRecord,
  withCoach,
  withEnded,
} from '../../miniprogram/src/features/coaches/own-coaches';

const noon = 1_780_000_000_000;
const { empty } = ownCoachesRecord;

/** A coach as the service shows it, with somebody registered unless it says otherwise. */
const seen = (departureId: string, departsAt: number, more: Partial<ScannedDeparture> = {}): ScannedDeparture => ({
  ...{ departureId, city: '210100', phase: 'open', demonstration: false, plate: '辽A12345', departsAt },
  ...{ asksAddresses: false, retentionDays: 400, over: false, changeable: true, elsewhere: [] },
  ...{ ticketed: false, tickets: [], serviceNumber: 'C1', destination: { name: '演示站' } },
  own: [
    {
      ...{ registrationId: 'r', passenger: 'p', maskedName: '演**', documentKind: 'passport', maskedDocument: 'E**1' },
      ...{ source: 'typed', at: departsAt },
    },
  ],
  ...more,
});

test('X-22 a phone tells of its own coach of another city in the same hours, with the way to its page; of no other and of none later', () => {
  const held = withCoach(empty, 'CODE-A', seen('a', noon), noon);
  const there = seen('b', noon + hourMs, { city: '210200', own: [] });
  expect(otherCoaches(held, there)).toEqual([
    { departureId: 'a', departsAt: noon, code: 'CODE-A', serviceNumber: 'C1', to: '演示站' },
  ]);
  expect(otherCoaches(held, seen('c', noon + 3 * hourMs))).toEqual([]);
  expect(otherCoaches(held, seen('a', noon))).toEqual([]);
  expect(otherCoaches(empty, there)).toEqual([]);
  expect(otherCoaches(held, seen('d', noon, { demonstration: true }))).toEqual([]);
  expect(JSON.stringify(held)).not.toMatch(/演\*|E\*/);
});

test('what the service knows and what the phone knows are told once, and a withdrawn, dead or old coach is forgotten', () => {
  const held = withCoach(empty, 'CODE-A', seen('a', noon), noon);
  const elsewhere = [
    { departureId: 'a', departsAt: noon },
    { departureId: 'x', departsAt: noon, destination: { name: '别处' } },
  ];
  expect(otherCoaches(held, seen('b', noon, { elsewhere }))).toEqual([
    expect.objectContaining({ departureId: 'a', code: 'CODE-A' }),
    { departureId: 'x', departsAt: noon, to: '别处' },
  ]);
  expect(withCoach(held, 'CODE-A', seen('a', noon, { own: [] }), noon)).toEqual(empty);
  const ended = withEnded(held, 'CODE-A', noon);
  expect(otherCoaches(ended, seen('b', noon))).toEqual([]);
  expect([isOwnCode(ended, 'CODE-A'), isOwnCode(ended, 'CODE-B')]).toEqual([true, false]);
  expect(withEnded(held, 'CODE-A', noon + 2 * dayMs)).toEqual(empty);
  expect(withCoach(held, 'CODE-B', seen('b', noon + 2 * dayMs), noon + 2 * dayMs).coaches).toHaveLength(1);
});
