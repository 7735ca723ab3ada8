import type { TraceParameters } from '@tongcheng/shared/tracing/parameters';
import type { Certainty, InferredEnd, TracedRide } from '@tongcheng/shared/tracing/traced-ride';
import * as fc from 'fast-check';
import { clock } from '../world/ride-settings';

const minute = 60_000;
const start = clock('08:00:00');
const modes = ['bus', 'tram', 'brt', 'metro', 'ferry', 'taxi', 'coach'] as const;
const upTo = (max: number) => fc.integer({ min: 0, max });

/** A ride of a few minutes in one of two places of its mode, each end proven or not; so small a world that rides meet and touch. */
const ride: fc.Arbitrary<TracedRide> = fc
  .record({
    rider: upTo(4),
    mode: fc.constantFrom(...modes),
    place: upTo(1),
    from: upTo(30),
    lasts: upTo(12),
    /** Minutes by which an inferred end may lie elsewhere. */
    begins: fc.option(upTo(6), { nil: undefined, freq: 2 }),
    ends: fc.option(fc.tuple(upTo(6), upTo(8)), { nil: undefined, freq: 2 }),
    calls: fc.option(fc.tuple(upTo(8), upTo(5)), { nil: undefined, freq: 2 }),
    sailing: fc.option(upTo(1), { nil: undefined, freq: 2 }),
    dock: fc.option(upTo(1), { nil: undefined, freq: 2 }),
  })
  .map(({ rider, mode, place, from, lasts, begins, ends, calls, sailing, dock }) => {
    const provenFrom = start + from * minute;
    const provenTo = provenFrom + (begins === undefined || ends === undefined ? lasts : 0) * minute;
    const likely = { from: provenFrom - (begins ?? 0) * minute, to: provenTo + (ends?.[0] ?? 0) * minute };
    const inferred: InferredEnd[] = [];
    if (begins !== undefined) inferred.push({ end: 'from', by: 'entry' });
    if (ends) inferred.push({ end: 'to', by: 'usual-duration' });
    const isShip = mode === 'ferry';
    return {
      ...{ rider: `r${rider}`, mode, placeId: `p${place}`, inferred, party: 1, flags: [] },
      aboard: {
        ...(provenFrom < provenTo && { proven: { from: provenFrom, to: provenTo } }),
        likely,
        possible: { from: likely.from, to: likely.to + (ends?.[1] ?? 0) * minute },
      },
      ...(calls && { calls: { boarding: calls[0], alighting: calls[0] + calls[1] } }),
      ...(isShip && sailing !== undefined && { sailingId: `s${sailing}` }),
      ...(isShip && dock !== undefined && { dockId: `d${dock}` }),
    };
  });

const counted = fc.constantFrom<readonly Certainty[]>(
  ['proven'],
  ['proven', 'likely'],
  ['proven', 'likely', 'possible'],
);

/** Some rides and what a city says about matches. */
export const smallWorld = fc.record({
  rides: fc.array(ride, { minLength: 2, maxLength: 12 }),
  parameters: fc.record<TraceParameters>({
    leastOverlapMs: upTo(4).map((minutes) => minutes * minute),
    taxiIntervalMs: fc.integer({ min: 1, max: 10 }).map((minutes) => minutes * minute),
    boardingMs: fc.integer({ min: 1, max: 10 }).map((minutes) => minutes * minute),
    counted,
    lookBackDays: fc.constant(14),
  }),
});
