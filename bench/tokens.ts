import { unknownEligibility } from '@tongcheng/shared/eligibility';
import { minuteMs } from '@tongcheng/shared/time';
import { instanceOver, ownStore } from '../tests/world/instance';
import type { Measurement } from './measure';

/** What each call of a rider costs before it asks the store: a token read, a pseudonym and a seal made. */
export const run = async (): Promise<Measurement> => {
  const place = ownStore();
  try {
    const { tokens, vault, clock } = await instanceOver(place.store);
    const day = await vault.day('420100', '2026-11-20');
    if (!day) throw new Error('the day was destroyed');
    const token = tokens.issue({
      kind: 'rider',
      session: 'SESSION',
      issuedAt: clock.now(),
      expiresAt: clock.now() + 10 * minuteMs,
      account: 'ACCOUNT',
      standing: unknownEligibility,
    });
    const sealed = () => {
      day.pseudonym('p_01K9ZZZZZZZZZZZZZZZZZZZZZZ');
      day.seal('2026-11-20.01K9ZZZZZZZZZZZZZZZZZZZZZZ', { subjectId: 'p_01K9ZZZZZZZZZZZZ', maskedName: '演**' });
    };
    const aim = { atMost: 60 };
    return {
      name: 'tokens and seals, the fastest of twenty batches',
      figures: [
        { what: 'read an access token', value: fastestMicroseconds(() => tokens.read(token)), unit: 'µs', aim },
        { what: 'a pseudonym and a seal together', value: fastestMicroseconds(sealed), unit: 'µs', aim },
      ],
    };
  } finally {
    await place.close();
  }
};

/** Microseconds of one run, in the fastest of twenty batches: what it costs when nobody else wants the processor. */
function fastestMicroseconds(run: () => unknown): number {
  const batches = Array.from({ length: 20 }, () => {
    const began = process.hrtime.bigint();
    for (let turn = 0; turn < 500; turn += 1) run();
    return Number(process.hrtime.bigint() - began) / 500_000;
  });
  return Math.min(...batches);
}
