import { newOneTimeCode } from '@tongcheng/shared/one-time-code';
import type { postVisitorCode as endpoint } from '@tongcheng/shared/oversight/visitors-api';
import { fail, ok } from '@tongcheng/shared/result';
import { cityScope, oversees } from '@tongcheng/shared/scope';
import { dayMs } from '@tongcheng/shared/time';
import type { AuditNeeds } from '../../audit/chain';
import { recordAccess } from '../../audit/record-access';
import { type CoachCityNeeds, coachCity } from '../../coaches/coach-city';
import type { UseCase } from '../../use-case';
import type { InvitationNeeds } from '../create-invitation';
import { invitationId, invitations } from '../staff-record';

/**
 * L-06: an official makes the code that a station posts for crews from outside the province, on record. It is an invitation that many may accept until it
 * ends; it is listed and revoked as any other. Shown once, kept as a digest.
 */
export const postVisitorCode: UseCase<typeof endpoint, InvitationNeeds & AuditNeeds & CoachCityNeeds> = async (
  needs,
  caller,
  { city, stationId, validDays },
) => {
  if (!oversees(caller, cityScope(city))) return fail('city-unknown');
  const place = await coachCity(needs, city);
  if (!place.ok) return place;
  if (!place.value.rules.stations.some((station) => station.stationId === stationId)) return fail('station-unknown');
  const invitation = newOneTimeCode(needs.chance.bytes);
  const _id = invitationId(invitation);
  const invitedAt = needs.clock.now();
  const expiresAt = invitedAt + validDays * dayMs;
  const access = { who: caller.officialId, city, what: _id, reason: 'visitor-code', counts: {} };
  await recordAccess(needs, { purpose: 'staff-access', ...access });
  await needs.store.insert(invitations, {
    ...{ _id, city, expiresAt, role: 'driver' as const, venueIds: [], visitors: true as const },
    ...{ scope: { kind: 'stations' as const, stationIds: [stationId] }, invitedBy: caller.officialId, invitedAt },
  });
  return ok({
    ...{ invitation, expiresAt },
    link: `${needs.publicUrl}/app/#/pages/crew/index?invitation=${invitation}`,
  });
};
