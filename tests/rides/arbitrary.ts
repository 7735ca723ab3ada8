import type { RiderFacts } from '@tongcheng/shared/rides/rules/check';
import type { ScanFacts } from '@tongcheng/shared/rides/scan-facts';
import { statusColours } from '@tongcheng/shared/status-colours';
import { codeStates, modes, venueKinds } from '@tongcheng/shared/venues/kinds';
import * as fc from 'fast-check';
import { aStatus, riderFacts, scanFacts } from '../world/records';
import { clock } from '../world/ride-settings';

const start = clock('05:00:00');

/** A city small enough that scans meet: three venues of each mode and kind. */
const venue = fc
  .tuple(fc.constantFrom(...modes), fc.constantFrom(...venueKinds), fc.integer({ min: 1, max: 3 }))
  .map(([mode, venueKind, number]) => ({ mode, venueKind, venueId: `${mode}-${venueKind}-${number}` }));

/** One rider's day: scans at different instants, some seconds or hours apart. */
export const scansOfDay: fc.Arbitrary<readonly ScanFacts[]> = fc
  .array(fc.tuple(venue, fc.oneof(fc.integer({ min: 1, max: 200 }), fc.integer({ min: 200, max: 12_000 }))), {
    maxLength: 25,
  })
  .map((steps) => {
    let now = start;
    return steps.map(([place, seconds]) => {
      now += seconds * 1_000;
      return scanFacts(now, place);
    });
  });

/** Instants around one that matters, its edges included. */
const near = (instant: number): fc.Arbitrary<number> =>
  fc.oneof(
    fc.constantFrom(instant - 1, instant, instant + 1),
    fc.integer({ min: -4, max: 4 }).map((days) => instant + days * 86_400_000),
  );

/** Whatever may be known of a rider around an instant. */
export const factsAround = (now: number): fc.Arbitrary<RiderFacts> =>
  fc
    .record(
      {
        identity: fc.boolean(),
        status: fc.oneof(
          fc.constant(null),
          fc.constant('unavailable' as const),
          fc
            .record({
              colour: fc.constantFrom(...statusColours),
              issuedAt: near(now),
              expiresAt: near(now),
              source: fc.constantFrom('provincial-health-code', 'elsewhere'),
            })
            .map(({ colour, ...more }) => aStatus(colour, more)),
        ),
        statusElsewhere: fc.constantFrom('wechat' as const, 'alipay' as const),
        test: fc.oneof(
          fc.constant(null),
          fc.constant('unavailable' as const),
          fc.record({ result: fc.constantFrom('negative' as const, 'positive' as const), takenAt: near(now) }),
        ),
        code: fc.oneof({ weight: 5, arbitrary: fc.constant('valid' as const) }, fc.constantFrom(...codeStates)),
      },
      { requiredKeys: ['identity', 'status', 'test', 'code'] },
    )
    .map(riderFacts);
