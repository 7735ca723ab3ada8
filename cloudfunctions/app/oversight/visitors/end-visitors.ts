import type { OfficialCaller } from '@tongcheng/shared/caller';
import { newId } from '@tongcheng/shared/ids';
import { dayMs } from '@tongcheng/shared/time';
import type { AuditNeeds } from '../../audit/chain';
import type { SessionNeeds } from '../../sessions/session-record';
import { endStaff } from '../revoke-staff';
import { type InvitationRecord, staffMembers } from '../staff-record';

/** Nobody's shift is longer. */
const longestShiftMs = dayMs;

/** Ends the sessions of whoever came in by a visitor code that is revoked. */
export async function endVisitors(
  needs: SessionNeeds & AuditNeeds,
  caller: OfficialCaller,
  { _id, city }: InvitationRecord,
  reason: string,
): Promise<void> {
  const since = newId(needs.clock.now() - longestShiftMs, () => new Uint8Array(10));
  for await (const batch of needs.store.stream(staffMembers, { where: { city, _id: { gt: since } } }))
    for (const { _id: staffId, visitorOf, revokedAt } of batch)
      if (visitorOf === _id && revokedAt === undefined) await endStaff(needs, caller, { staffId, reason });
}
