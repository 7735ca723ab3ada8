import type { DeliveryFailure, deliverEvents } from '@tongcheng/shared/coaches/api';
import { coachFailures } from '@tongcheng/shared/coaches/failures';
import type { OutputOf } from '@tongcheng/shared/endpoint';
import { identityFailures } from '@tongcheng/shared/identity/failures';
import type { Result } from '@tongcheng/shared/result';
import { rideFailures } from '@tongcheng/shared/rides/failures';
import { venueFailures } from '@tongcheng/shared/venues/failures';

const texts = { ...venueFailures, ...identityFailures, ...rideFailures, ...coachFailures };

/** The answers to a batch, each with the id of its event, a refused one with why in both languages. */
export const answersOf = (
  told: readonly (readonly [string, Result<void, DeliveryFailure>])[],
): OutputOf<typeof deliverEvents> => ({
  items: told.map(([eventId, answer]) => {
    if (answer.ok) return { ok: true, eventId };
    const { code } = answer.failure;
    const { zh, en } = texts[code];
    return { ok: false, eventId, failure: { code, zh, en } };
  }),
});
