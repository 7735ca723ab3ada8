import type { listInvitations as endpoint } from '@tongcheng/shared/oversight/api';
import type { InvitationRow } from '@tongcheng/shared/oversight/wire';
import { fail, ok } from '@tongcheng/shared/result';
import { cityScope, oversees } from '@tongcheng/shared/scope';
import type { Clock } from '../../ports/clock';
import type { DocumentStore } from '../../ports/document-store';
import type { UseCase } from '../use-case';
import type { CityOf, VenueOf } from '../venues/cached-records';
import { grantRow } from './grant-row';
import { invitations } from './staff-record';

interface Needs {
  readonly store: DocumentStore;
  readonly clock: Clock;
  readonly cityOf: CityOf;
  readonly venueOf: VenueOf;
}

/**
 * Invitations to a city of the caller that can still be accepted, the first to end first. A page goes on to the last
 * that ends in the same instant, so that the next page may begin after it.
 */
export const listInvitations: UseCase<typeof endpoint, Needs> = async (needs, caller, { city, limit, after }) => {
  if (!oversees(caller, cityScope(city)) || !(await needs.cityOf(city))) return fail('city-unknown');
  const found: InvitationRow[] = [];
  const where = { city, expiresAt: { gt: Math.max(after ?? 0, needs.clock.now()) } };
  const all = needs.store.stream(invitations, { where, order: { by: 'expiresAt', direction: 'asc' } });
  for await (const batch of all)
    for (const { _id: invitationId, staffId, revokedAt, expiresAt, invitedAt, ...granted } of batch) {
      if (staffId !== undefined || revokedAt !== undefined) continue;
      const last = found.at(-1)?.expiresAt;
      if (found.length >= limit && last !== undefined && last !== expiresAt)
        return ok({ invitations: found, next: last });
      const made = invitedAt === undefined ? {} : { invitedAt };
      found.push({ invitationId, ...(await grantRow(needs, granted)), ...made, expiresAt });
    }
  return ok({ invitations: found });
};
