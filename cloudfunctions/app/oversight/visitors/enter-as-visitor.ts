import type { OutputOf } from '@tongcheng/shared/endpoint';
import { newId } from '@tongcheng/shared/ids';
import type { acceptInvitation } from '@tongcheng/shared/oversight/api';
import { fail, ok, type Result } from '@tongcheng/shared/result';
import { type AttemptNeeds, takeAttempt } from '../../identity/attempts/take-attempt';
import { addressGroup } from '../../sessions/address-group';
import { endSession, openSession } from '../../sessions/sessions';
import { type InvitationRecord, invitations, type StaffRecord, staffMembers } from '../staff-record';
import { type StaffSessionNeeds, staffSession } from '../staff-session';

/** What letting visitors in takes. */
export type VisitorNeeds = StaffSessionNeeds & AttemptNeeds;

/** So many come in by one code a day, and so many of them from one group of addresses: a station’s coaches from outside, not a list of invented ones. */
const visitorsADay = { code: 200, address: 40 } as const;

/** L-06: a crew from outside the province is staff of its own, of no operator, for a shift: it sees nothing but the trips that it registers itself. */
export async function enterAsVisitor(
  needs: VisitorNeeds,
  address: string,
  { _id: visitorOf, city, role, venueIds, scope, invitedBy }: InvitationRecord,
  displayName: string,
): Promise<Result<OutputOf<typeof acceptInvitation>, 'visitors-limited' | 'invitation-refused'>> {
  const from = `visitors.${visitorOf}.${addressGroup(address)}`;
  if (!(await takeAttempt(needs, from, visitorsADay.address))) return fail('visitors-limited');
  if (!(await takeAttempt(needs, `visitors.${visitorOf}`, visitorsADay.code))) return fail('visitors-limited');
  const staff: StaffRecord = {
    _id: newId(needs.clock.now(), needs.chance.bytes),
    ...{ displayName, city, role, venueIds, invitedBy, visitorOf },
    ...(scope && { scope }),
  };
  await needs.store.insert(staffMembers, staff);
  const session = await openSession(needs, 'staff', staff._id);
  // Revoked meanwhile: whoever revoked found no session to end yet.
  if ((await needs.store.get(invitations, visitorOf))?.revokedAt === undefined)
    return ok(await staffSession(needs, session, staff));
  await endSession(needs, session.sessionId);
  return fail('invitation-refused');
}
